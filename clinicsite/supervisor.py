"""Two programs that start and stop together: the web server and what sends e-mails."""

import ctypes
import signal
import subprocess
import sys
import threading
import time

# How long each may take to end what it is doing, in seconds.
GRACE = 10
# Between a program's end and its next start, so that a fault does not fill the log.
PAUSE = 3


class Supervisor:
    """Runs a server, and a worker beside it, which is started again if it ends."""

    def __init__(self, server: list[str], worker: list[str]) -> None:
        self.server_command = server
        self.worker_command = worker
        self.stopping = threading.Event()

    def run(self) -> int:
        """Run until stopped, or until the server ends; the exit status."""
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, lambda *_: self.stopping.set())
        server = start(self.server_command)
        worker = start(self.worker_command)
        start_again_at = None
        while not self.stopping.wait(1) and server.poll() is None:
            if worker.poll() is None:
                continue
            now = time.monotonic()
            if start_again_at is None:
                start_again_at = now + PAUSE
            elif now >= start_again_at:
                worker, start_again_at = start(self.worker_command), None
        status = server.poll()
        stop([server, worker])
        return 0 if self.stopping.is_set() else (status or 0)


def start(command: list[str]) -> subprocess.Popen[bytes]:
    """Start a program in a group of its own: a Ctrl+C comes to it through us, once."""
    return subprocess.Popen(  # noqa: S603 - our own words
        command,
        process_group=0,
        preexec_fn=end_with_parent,  # noqa: PLW1509 - no thread runs yet
    )


def end_with_parent() -> None:
    """On Linux, have this process told to end if its parent is killed."""
    if sys.platform == "linux":
        set_parent_death_signal = 1
        ctypes.CDLL(None).prctl(set_parent_death_signal, signal.SIGTERM)


def stop(programs: list[subprocess.Popen[bytes]]) -> None:
    """Ask them to end, all at once; kill what does not."""
    for program in programs:
        if program.poll() is None:
            program.terminate()
    deadline = time.monotonic() + GRACE
    for program in programs:
        try:
            program.wait(max(deadline - time.monotonic(), 0.1))
        except subprocess.TimeoutExpired:
            program.kill()
            program.wait()
