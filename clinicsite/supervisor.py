"""Two programs that start and stop together: the web server and what sends e-mails."""

import ctypes
import os
import signal
import subprocess
import sys
import threading
import time
from contextlib import suppress

# How long each may take to end what it is doing, in seconds.
GRACE = 10
# Between a program's end and its next start, so that a fault does not fill the log.
PAUSE = 3
# A server that ended by itself sooner than this, in seconds, each time that it was
# started, is set up wrongly: starting it again for ever would hide why. Once may be bad
# luck: its own processes were killed before they stood.
TIME_TO_START = 10
MOST_FAILED_STARTS = 3


class Program:
    """A command, and the process that runs it at the moment."""

    def __init__(self, command: list[str]) -> None:
        self.command = command
        self.has_run = False
        self.failed_starts = 0
        self.start()

    def start(self) -> None:
        """Start it."""
        self.process = start(self.command)
        self.started_at = time.monotonic()
        self.start_again_at: float | None = None

    def cannot_start(self) -> bool:
        """Whether it has always ended by itself before it had run for a while."""
        return not self.has_run and self.failed_starts >= MOST_FAILED_STARTS

    def see_to_it(self) -> None:
        """Start it again if it ended, whatever ended it, after a pause."""
        now = time.monotonic()
        status = self.process.poll()
        if self.start_again_at is None:
            self.has_run |= now - self.started_at >= TIME_TO_START
            if status is not None:
                # Below 0, somebody else ended it.
                self.failed_starts += status >= 0
                kill_group(self.process)
                self.start_again_at = now + PAUSE
        elif now >= self.start_again_at:
            self.start()


class Supervisor:
    """Runs a server, and a worker beside it. Whatever is killed is started again: also
    a server that gives up because its own processes were killed too often."""

    def __init__(self, server: list[str], worker: list[str]) -> None:
        self.server_command = server
        self.worker_command = worker
        self.stopping = threading.Event()

    def run(self) -> int:
        """Run until stopped, or until it shows that the server cannot start; the exit
        status."""
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, lambda *_: self.stopping.set())
        server, worker = Program(self.server_command), Program(self.worker_command)
        while not self.stopping.wait(1) and not server.cannot_start():
            server.see_to_it()
            worker.see_to_it()
        status = server.process.poll()
        stop([server.process, worker.process])
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


def kill_group(program: subprocess.Popen[bytes]) -> None:
    """Kill what it started and left behind: it would go on holding the port."""
    with suppress(ProcessLookupError):
        os.killpg(program.pid, signal.SIGKILL)


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
        kill_group(program)
