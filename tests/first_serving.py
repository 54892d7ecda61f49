"""A clinic's first day: `manage.py serve` in an empty folder, once for all tests."""

import subprocess
from pathlib import Path

from tests.serving import Server

DATA, PAGE, OUTPUT, TAKEN = "var", "first-page", "first-output", "taken"


def serve_from_nothing(folder: Path) -> None:
    """Leave what the site made in `var`, and beside it what it showed and said; also
    what a second one said, for whom the port was taken."""
    with Server(folder / DATA) as server:
        (folder / PAGE).write_text(server.get("/").text)
        taken = subprocess.run(**server.command(), capture_output=True, check=False)
    (folder / TAKEN).write_text(f"{taken.returncode}\n{taken.stderr}")
    (folder / OUTPUT).write_text(server.output.read_text())
