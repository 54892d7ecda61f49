"""`manage.py serve` for as long as a test, or a screenshot, needs it."""

import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

import requests

ROOT = Path(__file__).parent.parent
PATIENCE = 240


def free_port():
    """A port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Server:
    """`manage.py serve` on a port of its own, writing to a folder of its own.

    `environment` are further variables, such as DATABASE_URL.
    """

    def __init__(self, data_dir, **environment):
        self.data_dir = data_dir
        self.environment = environment
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
            "env": inherited | ours | self.environment,
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
