"""The real site under attack: its processes, its form, its memory."""

import os
import re
import signal
from pathlib import Path

from forms.models import FormField, FormPage
from home.models import HomePage
from tests.serving import Server

STAFF = "desk@clinic.example"
QUESTIONS = {
    "rating": "How was it?",
    "singleline": "Your name",
    "multiline": "What happened?",
    "email": "Your e-mail address",
}


def children(process: int) -> list[int]:
    """The processes that this one started and that still run."""
    try:
        text = Path(f"/proc/{process}/task/{process}/children").read_text()
    except OSError:
        return []
    return [int(number) for number in text.split()]


def command(process: int) -> str:
    """What this process was started as; empty if it is gone."""
    try:
        return Path(f"/proc/{process}/cmdline").read_text().replace("\0", " ")
    except OSError:
        return ""


def memory(process: int) -> int:
    """How much memory it holds, in kB; 0 if it is gone."""
    try:
        status = Path(f"/proc/{process}/status").read_text()
    except OSError:
        return 0
    found = re.search(r"VmRSS:\s+(\d+)", status)
    return int(found[1]) if found else 0


class Processes:
    """Those of `manage.py serve`, by what they do, as they are at the moment."""

    def __init__(self, server: Server):
        self.serve = server.process.pid

    def server(self) -> list[int]:
        """The web server's first process, which looks after the application's."""
        return [pid for pid in children(self.serve) if "granian" in command(pid)]

    def application(self) -> list[int]:
        """The web server's processes that answer patients."""
        return [pid for parent in self.server() for pid in children(parent)]

    def mail_worker(self) -> list[int]:
        """What sends e-mails."""
        return [pid for pid in children(self.serve) if "send_notif" in command(pid)]


def kill(processes: list[int]) -> int:
    """Kill them at once, without a warning; how many there were."""
    killed = 0
    for process in processes:
        try:
            os.kill(process, signal.SIGKILL)
        except ProcessLookupError:
            continue
        killed += 1
    return killed


def make_form(slug: str) -> FormPage:
    """A public form with a question of each kind that holds words; it tells staff at
    once and thanks patients."""
    form = FormPage(
        title="Feedback under fire",
        slug=slug,
        staff_addresses=STAFF,
        acknowledges=True,
        form_fields=[
            FormField(
                sort_order=order,
                label=label,
                field_type=kind,
                required=kind == "rating",
            )
            for order, (kind, label) in enumerate(QUESTIONS.items())
        ],
    )
    HomePage.objects.get().add_child(instance=form)
    return form


def field_names(form: FormPage) -> dict[str, str]:
    """What the form's fields are called in what is sent, by kind."""
    return dict(form.form_fields.values_list("field_type", "clean_name"))
