"""Patients with bad lines and impatient fingers: each sends until acknowledged."""

import http.client
import re
import socket
import threading
import time
from collections import Counter
from random import Random
from urllib.parse import parse_qs, urlencode, urlsplit

from benchmarks.fire_markers import marker

TOKEN = re.compile(rb'name="form-token" value="([^"]+)"')
FORM = "application/x-www-form-urlencoded"
# How long a patient waits for an answer, and between two tries, in seconds.
PATIENCE, PAUSE = 30, 0.2
# The whole run is given up when one submission takes longer.
LONGEST = 300
BROKEN_LINE = (OSError, http.client.HTTPException)
MANNERS = ("plain", "double click", "cut after", "cut within", "sent again")
WEIGHTS = (50, 15, 15, 10, 10)


class Ledger:
    """What all clients were told: the references of each marker, and what happened."""

    def __init__(self) -> None:
        self.lock = threading.Lock()
        self.references: dict[str, set[str]] = {}
        self.mailed: set[str] = set()
        self.counts: Counter[str] = Counter()
        self.times: list[float] = []

    def count(self, what: str) -> None:
        """Count something that happened."""
        with self.lock:
            self.counts[what] += 1

    def acknowledge(self, word: str, reference: str) -> None:
        """Note that the clinic said it has this."""
        with self.lock:
            self.references.setdefault(word, set()).add(reference)


class Answer:
    """What came back."""

    def __init__(self, response: http.client.HTTPResponse, body: bytes):
        self.status = response.status
        self.location = response.getheader("Location", "")
        self.body = body


class Patient:
    """One client with a line of its own; `names` are the fields by their kinds."""

    def __init__(
        self, address: str, path: str, names: dict[str, str], ledger: Ledger, seed: str
    ):
        self.host, self.path = urlsplit(address).netloc, path
        self.names = names
        self.ledger = ledger
        self.random = Random(seed)
        self.line: http.client.HTTPConnection | None = None

    def submit(self) -> None:
        """Fill the form in once, and send it until it is acknowledged."""
        # A network of its own, as behind the clinic's proxy: not one flood.
        self.network = ".".join(str(self.random.randint(1, 254)) for _ in range(4))
        word = marker(self.random)
        data = self.filled(word, self.token())
        (manner,) = self.random.choices(MANNERS, WEIGHTS)
        self.ledger.count(manner)
        began = time.monotonic()
        if manner == "double click":
            other = Patient(f"//{self.host}", self.path, self.names, self.ledger, word)
            other.network = self.network
            second = threading.Thread(target=other.deliver, args=(word, data))
            second.start()
            self.deliver(word, data)
            second.join()
        elif manner.startswith("cut"):
            self.cut(data, within=manner == "cut within")
            self.deliver(word, data)
        else:
            self.deliver(word, data)
            if manner == "sent again":
                self.deliver(word, data)
        self.ledger.times.append(time.monotonic() - began)

    def filled(self, word: str, token: str) -> bytes:
        """The body that a browser sends; a fifth give an address."""
        has_address = self.random.random() < 0.2
        if has_address:
            self.ledger.mailed.add(word)
        answers = {
            self.names["rating"]: str(self.random.randint(1, 5)),
            self.names["singleline"]: word.title(),
            self.names["multiline"]: f"The nurse was kind. {word}",
            self.names["email"]: f"{word}@example.org" if has_address else "",
        }
        return self.body(token, answers)

    def body(self, token: str, answers: dict[str, str]) -> bytes:
        """What a browser sends of these answers."""
        return urlencode({"form-token": token, "website": "", **answers}).encode()

    def token(self) -> str:
        """Get the form, however often it takes."""
        page = self.until_answered("GET", b"")
        found = TOKEN.search(page.body)
        if found is None:
            self.ledger.count("fault: a form without a token")
            raise AssertionError("The form has no token.")
        return found[1].decode()

    def deliver(self, word: str, data: bytes) -> None:
        """Send until it is acknowledged."""
        answer = self.until_answered("POST", data)
        query = parse_qs(urlsplit(answer.location).query)
        if answer.status != 303 or "sent" not in query:
            self.ledger.count(f"fault: answered with {answer.status}")
            return
        self.ledger.acknowledge(word, query["sent"][0])

    def until_answered(self, method: str, data: bytes) -> Answer:
        """Ask until there is an answer."""
        deadline = time.monotonic() + LONGEST
        while time.monotonic() < deadline:
            try:
                answer = self.request(method, data)
            except BROKEN_LINE:
                self.hang_up()
                self.ledger.count("lines that broke")
                time.sleep(PAUSE)
                continue
            if answer.status < 500:
                return answer
            self.ledger.count(f"fault: HTTP {answer.status}")
            time.sleep(PAUSE)
        self.ledger.count("fault: no answer for minutes")
        raise AssertionError("The site does not come back.")

    def request(self, method: str, data: bytes) -> Answer:
        """Ask once. Raises what a broken line raises."""
        if self.line is None:
            self.line = http.client.HTTPConnection(self.host, timeout=PATIENCE)
        headers = {"X-Forwarded-For": self.network}
        if data:
            headers["Content-Type"] = FORM
        self.line.request(method, self.path, data or None, headers)
        response = self.line.getresponse()
        return Answer(response, response.read())

    def cut(self, data: bytes, *, within: bool) -> None:
        """Send it, or half of it, and hang up before the answer is there."""
        head = (
            f"POST {self.path} HTTP/1.1\r\nHost: {self.host}\r\n"
            f"X-Forwarded-For: {self.network}\r\nContent-Type: {FORM}\r\n"
            f"Content-Length: {len(data)}\r\n\r\n"
        )
        host, _, port = self.host.partition(":")
        try:
            with socket.create_connection((host, int(port)), PATIENCE) as line:
                line.sendall(
                    head.encode() + (data[: len(data) // 2] if within else data)
                )
        except OSError:
            self.ledger.count("lines that broke")

    def hang_up(self) -> None:
        """Take a new line next time."""
        if self.line is not None:
            self.line.close()
            self.line = None
