"""The worker as a process of its own, killed at any moment: nothing is lost."""

import os
import signal
import subprocess
import sys
import time
from collections import Counter
from contextlib import contextmanager
from datetime import timedelta

import pytest
from django.db import connection, transaction
from django.utils import timezone

from submissions.models import Notification
from submissions.notifying.outbox import write_notifications
from tests import factories
from tests.mail_server import mail_server
from tests.mailing import STAFF, form_page, states
from tests.serving import ROOT

pytestmark = [
    pytest.mark.django_db(transaction=True, serialized_rollback=True),
    pytest.mark.usefixtures("put_back_for_other_tests"),
]

PATIENCE = 60


def database_url():
    """The test's own database, for another process."""
    known = connection.settings_dict
    if connection.vendor == "sqlite":
        return f"sqlite:///{known['NAME']}"
    host = f"{known['HOST'] or 'localhost'}:{known['PORT'] or 5432}"
    return f"postgres://{known['USER']}:{known['PASSWORD']}@{host}/{known['NAME']}"


@contextmanager
def worker(server, tmp_path, *options):
    """`send_notifications` in a process of its own; killed at the end."""
    ours = {
        "DATABASE_URL": database_url(),
        "DATA_DIR": str(tmp_path),
        "DJANGO_SETTINGS_MODULE": "clinicsite.settings.dev",
        "EMAIL_URL": f"smtp://127.0.0.1:{server.port}",
    }
    process = subprocess.Popen(
        [sys.executable, "manage.py", "send_notifications", *options],
        cwd=ROOT,
        env=os.environ | ours,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    try:
        yield process
    finally:
        process.kill()
        process.communicate()


def wait_until(holds):
    deadline = time.monotonic() + PATIENCE
    while not holds():
        assert time.monotonic() < deadline
        time.sleep(0.02)


def submissions(count):
    """So many, each with its e-mail to staff written down."""
    page = form_page(acknowledges=False, title="Ideas")
    for _ in range(count):
        with transaction.atomic():
            write_notifications(page, factories.SubmissionFactory(page=page))


def an_hour_goes_by():
    """For all that waits: leases run out, and tasks that were killed are late."""
    hour_ago = timezone.now() - timedelta(hours=1)
    Notification.objects.unsent().update(next_attempt_at=hour_ago)


def mails_by_id(server):
    return Counter(mail["Message-ID"] for mail in server.mails)


def ids_written():
    return {f"<{row.number}@localhost>" for row in Notification.objects.all()}


def test_a_worker_killed_in_the_middle_of_a_mail_loses_and_doubles_nothing(tmp_path):
    submissions(8)
    with mail_server() as server:
        server.moods = ["well"] * 3 + ["silent"]
        with worker(server, tmp_path):
            wait_until(server.is_silent.is_set)
        assert Counter(states()) == {"sent": 3, "sending": 1, "waiting": 4}
        with worker(server, tmp_path, "--once") as second:
            assert second.wait(PATIENCE) == 0
        # The fourth is left to the one who claimed it, until the lease is over.
        assert Counter(states()) == {"sent": 7, "sending": 1}
        an_hour_goes_by()
        with worker(server, tmp_path, "--once") as third:
            assert third.wait(PATIENCE) == 0
        assert mails_by_id(server) == dict.fromkeys(ids_written(), 1)
    assert states() == ["sent"] * 8


def test_workers_killed_again_and_again_tell_of_everything(tmp_path):
    submissions(40)
    kills = 4
    with mail_server() as server:
        for kill in range(1, kills + 1):
            with worker(server, tmp_path):
                wait_until(lambda goal=kill * 7: len(server.raw) >= goal)
        an_hour_goes_by()
        with worker(server, tmp_path, "--once") as last:
            assert last.wait(PATIENCE) == 0
        mails = mails_by_id(server)
    assert set(mails) == ids_written()
    assert set(states()) == {"sent"}
    # A kill between the mail server's answer and our note of it doubles one mail.
    assert sum(mails.values()) - len(mails) <= kills


def test_two_workers_at_once_send_each_mail_once(tmp_path):
    submissions(30)
    with (
        mail_server() as server,
        worker(server, tmp_path, "--once") as one,
        worker(server, tmp_path, "--once") as other,
    ):
        assert (one.wait(PATIENCE), other.wait(PATIENCE)) == (0, 0)
        assert mails_by_id(server) == dict.fromkeys(ids_written(), 1)


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_worker_that_is_stopped_ends_the_mail_first(tmp_path, number):
    submissions(1)
    with mail_server() as server, worker(server, tmp_path) as process:
        wait_until(lambda: server.raw)
        process.send_signal(number)
        output, _ = process.communicate(timeout=PATIENCE)
        assert (process.returncode, output) == (0, "")
    assert states() == ["sent"]


def test_once_says_plainly_what_could_not_be_sent_and_names_nobody(tmp_path):
    submissions(2)
    with mail_server() as server:
        server.moods = ["unknown", "unknown"]
        with worker(server, tmp_path, "--once") as process:
            output, _ = process.communicate(timeout=PATIENCE)
    assert process.returncode == 1
    assert output.strip().endswith("could not be sent, and will be tried again: 2")
    assert STAFF not in output
