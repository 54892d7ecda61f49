"""`make serve`, as its user meets it: from an empty folder to a running clinic."""

import json
import os
import re
import signal
import socket
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest
import requests

ROOT = Path(__file__).parent.parent
PATIENCE = 240


def free_port():
    """A port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Server:
    """`manage.py serve` on a port of its own, writing to a folder of its own."""

    def __init__(self, data_dir):
        self.data_dir = data_dir
        self.port = free_port()
        self.address = f"http://127.0.0.1:{self.port}"

    def command(self):
        """The command with its environment, as arguments of subprocess."""
        ours = {"DATA_DIR": str(self.data_dir), "PORT": str(self.port)}
        inherited = {
            name: value
            for name, value in os.environ.items()
            if not name.startswith(("DJANGO_", "SECRET_", "SITE_", "DATABASE_"))
        }
        return {
            "args": [sys.executable, "manage.py", "serve"],
            "cwd": ROOT,
            "env": inherited | ours,
            "text": True,
        }

    def __enter__(self):
        self.output = self.data_dir.parent / f"output-{self.port}"
        with self.output.open("w") as output:
            self.process = subprocess.Popen(
                **self.command(), stdout=output, stderr=subprocess.STDOUT
            )
        deadline = time.monotonic() + PATIENCE
        while time.monotonic() < deadline and self.process.poll() is None:
            try:
                self.get("/")
            except requests.ConnectionError:
                time.sleep(0.1)
            else:
                return self
        raise AssertionError(f"did not start: {self.output.read_text()}")

    def __exit__(self, *_):
        self.process.send_signal(signal.SIGINT)
        self.process.wait(30)

    def get(self, path, **headers):
        """The response to a GET."""
        return requests.get(self.address + path, headers=headers, timeout=30)


def rows(data_dir):
    """How many rows each table has."""
    database = sqlite3.connect(data_dir / "db.sqlite3")
    tables = database.execute("SELECT name FROM sqlite_master WHERE type='table'")
    return {
        name: database.execute(f'SELECT count(*) FROM "{name}"').fetchone()  # noqa: S608
        for (name,) in tables.fetchall()
        if "fts" not in name
    }


@pytest.fixture(scope="module")
def data_dir(tmp_path_factory):
    """A folder in which the clinic was served once, from nothing."""
    folder = tmp_path_factory.mktemp("served") / "var"
    with Server(folder) as server:
        first_page = server.get("/").text
        taken = subprocess.run(**server.command(), capture_output=True, check=False)
    (folder.parent / "first-page").write_text(first_page)
    (folder.parent / "taken").write_text(f"{taken.returncode}\n{taken.stderr}")
    (folder.parent / "first-output").write_text(server.output.read_text())
    return folder


def test_an_empty_folder_becomes_the_demo_clinic(data_dir):
    assert "Conditions" in (data_dir.parent / "first-page").read_text()
    assert (data_dir / "db.sqlite3").exists()
    assert any((data_dir / "media").rglob("*.jpg"))


def test_addresses_and_accounts_are_printed_and_kept_from_others(data_dir):
    output = (data_dir.parent / "first-output").read_text()
    accounts = json.loads((data_dir / "demo-accounts.json").read_text())
    assert list(accounts) == ["admin", "editor", "reviewer", "staff"]
    assert re.search(r"http://localhost:\d+/admin/", output)
    assert all(password in output for password in accounts.values())
    assert (data_dir / "demo-accounts.json").stat().st_mode & 0o077 == 0


def test_a_taken_port_is_said_plainly(data_dir):
    status, *message = (data_dir.parent / "taken").read_text().splitlines()
    assert status == "1"
    assert len(message) == 1
    assert "make serve PORT=" in message[0]


def test_served_again_it_changes_nothing_and_serves_all_kinds_of_files(data_dir):
    before = rows(data_dir)
    with Server(data_dir) as server:
        page = server.get("/", **{"Accept-Encoding": "gzip"})
        assert page.headers["Content-Encoding"] == "gzip"
        html = server.get("/").text
        sheet = re.search(r'href="(/static/[^"]+\.css)"', html)[1]
        response = server.get(sheet, **{"Accept-Encoding": "br"})
        assert response.headers["Content-Encoding"] == "br"
        assert "immutable" in response.headers["Cache-Control"]
        picture = re.search(r'src="(/media/[^"]+)"', html)[1]
        assert server.get(picture).status_code == 200
        assert server.get("/media/documents/").status_code == 404
    assert rows(data_dir) == before
