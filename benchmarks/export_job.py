"""How soon a long export says how far it is, and stops when it is called off.

Fill a copy of a site first, for example with a million submissions:

    DATA_DIR=/tmp/many python manage.py make_scale_data --submissions 1000000
    DATA_DIR=/tmp/many python benchmarks/export_job.py [rounds]

A worker runs in a process of its own, as on a site. A round asks for the whole list as
a file on the export's screen, reads the job's page until it tells how much is made,
calls the job off, and waits until the worker has let go of the file.
"""

import importlib
import os
import re
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "clinicsite.settings.dev")

importlib.import_module("clinicsite.wsgi")

from django.contrib.auth import get_user_model
from django.test import Client

from submissions.export import folder

ROUNDS = 5
GOAL = 2.0
PATIENCE = 60.0
READER = "export-benchmark"
HOW_FAR = re.compile(r"([\d,]+) (?:of [\d,]+ )?submissions are in the file")
SCREEN = "/admin/desk-export/?state=all"


def seconds_until(happens: Callable[[], bool]) -> float:
    """How long it takes. Raises TimeoutError after a minute."""
    began = time.monotonic()
    while not happens():
        if time.monotonic() - began > PATIENCE:
            raise TimeoutError
        time.sleep(0.02)
    return time.monotonic() - began


def ask(client: Client) -> str:
    """Ask for all as a file; the address of the job."""
    columns = ["kind", "rating", "status"]
    data = {"file_format": "xlsx", "columns": columns, "background": "on"}
    response = client.post(SCREEN, data)
    if response.status_code != 302:
        raise SystemExit(f"The screen answered {response.status_code}.")
    return response.headers["Location"]


def tells_how_far(client: Client, job: str) -> bool:
    """Whether the job's page says how many rows are made, and there are some."""
    page = client.get(f"{job}?part").content.decode()
    told = HOW_FAR.search(page)
    return bool(told and told[1] != "0")


def has_let_go(worker: int) -> bool:
    """Whether this process has no export open, deleted or not. Linux alone tells."""
    inside = str(folder.export_folder())
    for opened in Path(f"/proc/{worker}/fd").iterdir():
        # It may be closed just now.
        with suppress(FileNotFoundError):
            if os.readlink(opened).startswith(inside):
                return False
    return True


def round_trip(client: Client, worker: int) -> tuple[float, float]:
    """Seconds until the page tells how far it is; and, called off, until the worker
    writes no more."""
    job = ask(client)
    progress = seconds_until(lambda: tells_how_far(client, job))
    client.post(f"{job}cancel/")
    return progress, seconds_until(lambda: has_let_go(worker))


def main() -> None:
    """Start a worker, measure, and stop it."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else ROUNDS
    users = get_user_model().objects
    reader, _ = users.get_or_create(username=READER, defaults={"is_superuser": True})
    client = Client(HTTP_HOST="localhost")
    client.force_login(reader)
    command = [sys.executable, ROOT / "manage.py", "send_notifications"]
    with subprocess.Popen(command) as worker:
        try:
            # The first one waits until the worker has started.
            times = [round_trip(client, worker.pid) for _ in range(rounds + 1)][1:]
        finally:
            worker.terminate()
            reader.delete()
    for name, column in zip(
        ("progress", "stopped"), zip(*times, strict=True), strict=True
    ):
        late = "  over" if max(column) > GOAL else ""
        print(f"{name}: {min(column):.2f} to {max(column):.2f} s{late}")


if __name__ == "__main__":
    main()
