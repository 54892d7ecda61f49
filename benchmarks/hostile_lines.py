"""Lines to the site that carry anything, and read whatever comes back."""

import re
import socket
import time
from collections import Counter
from contextlib import suppress
from random import Random

from benchmarks.hostile_requests import KINDS, Target

LENGTH = re.compile(rb"\r\ncontent-length: *(\d+)", re.IGNORECASE)
CHUNKED = re.compile(rb"\r\ntransfer-encoding: *chunked", re.IGNORECASE)
# Seconds until an answer counts as missing: a request that lies about its length has
# none, and its line is closed.
PATIENCE = 20
LIARS_PATIENCE = 0.3


class Line:
    """One line, kept open as long as the site does."""

    def __init__(self, host: str):
        name, _, port = host.partition(":")
        self.address = (name, int(port))
        self.socket: socket.socket | None = None

    def ask(self, request: bytes, patience: float) -> int:
        """Send it; the status of the answer, or 0 if the line was closed or silent."""
        if self.socket is None:
            self.socket = socket.create_connection(self.address, PATIENCE)
        self.socket.settimeout(patience)
        # Refused before it was all sent: the answer may be there.
        with suppress(OSError):
            self.socket.sendall(request)
        try:
            return self.read(request.startswith(b"HEAD"))
        except OSError:
            self.close()
            return 0

    def read(self, has_no_body: bool) -> int:
        """Read one answer."""
        answer = self.more(b"")
        while b"\r\n\r\n" not in answer:
            answer = self.more(answer)
        head, _, body = answer.partition(b"\r\n\r\n")
        status = int(head.split(b" ", 2)[1])
        if status == 100:
            self.close()
            return status
        length = LENGTH.search(head)
        if length and not has_no_body:
            while len(body) < int(length[1]):
                body = self.more(body)
        if CHUNKED.search(head):
            while not body.endswith(b"0\r\n\r\n"):
                body = self.more(body)
        if b"connection: close" in head.lower() or not length or has_no_body:
            self.close()
        return status

    def more(self, so_far: bytes) -> bytes:
        """With what comes next. Raises ConnectionError at the end."""
        found = self.socket.recv(65_536) if self.socket else b""
        if not found:
            raise ConnectionError
        return so_far + found

    def close(self) -> None:
        """Hang up."""
        if self.socket is not None:
            self.socket.close()
            self.socket = None


def attack(target: Target, seed: str, count: int) -> Counter:
    """Send so many; how often each kind got each status, 0 for none."""
    random = Random(seed)
    outcomes: Counter = Counter()
    line = Line(target.host)
    while count:
        kind = random.choice(list(KINDS))
        request = KINDS[kind](target, random)
        # What lies about its length waits for the rest, and so do we, but not long.
        lies = kind in ("odd_headers", "broken_multipart")
        try:
            status = line.ask(request, LIARS_PATIENCE if lies else PATIENCE)
        except ConnectionRefusedError:
            outcomes["refused", 0] += 1
            time.sleep(0.1)
            continue
        if lies or status == 0:
            # A line on which half a request is left would answer the next one's.
            line.close()
        outcomes[kind, status] += 1
        count -= 1
    return outcomes
