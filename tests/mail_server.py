"""A mail server on this machine that speaks SMTP, and can have a bad day."""

import email
import email.policy
import socketserver
import threading
from contextlib import contextmanager


class Conversation(socketserver.StreamRequestHandler):
    """One connection. `server.moods` say, one for each mail, how it goes:

    well: the mail is taken; busy: "try later"; unknown: no such recipient; dropped: the
    line goes dead half-way through the mail; silent: the mail is never answered;
    forgetful: it is taken, and the line goes dead before that is said.
    """

    def handle(self):
        self.say("220 mail.clinic.example")
        for line in self.rfile:
            verb = line.decode(errors="replace").strip().upper()
            if verb.startswith("DATA"):
                self.say("354 go ahead")
                if not self.take_mail():
                    return
            elif verb.startswith("RCPT"):
                self.answer_recipient()
            elif verb.startswith("QUIT"):
                self.say("221 bye")
                return
            else:
                self.say("250 fine")

    def answer_recipient(self):
        server = self.server
        self.mood = server.moods.pop(0) if server.moods else "well"
        says = {"busy": "451 try later", "unknown": "550 no such user"}
        self.say(says.get(self.mood, "250 fine"))

    def take_mail(self):
        """Read a mail; whether the line stays open."""
        lines = []
        for line in self.rfile:
            if line == b".\r\n":
                break
            lines.append(line.removeprefix(b"."))
            if self.mood == "dropped":
                return False
        else:
            return False
        if self.mood == "silent":
            self.server.is_silent.set()
            self.server.over.wait()
            return False
        with self.server.lock:
            self.server.raw.append(b"".join(lines))
        if self.mood == "forgetful":
            self.server.was_forgetful.set()
            return False
        self.say("250 taken")
        return True

    def say(self, text):
        self.wfile.write(f"{text}\r\n".encode())


class MailServer(socketserver.ThreadingTCPServer):
    """`raw` are the mails it took, as bytes."""

    daemon_threads = True

    def __init__(self):
        super().__init__(("127.0.0.1", 0), Conversation)
        self.raw = []
        self.moods = []
        self.lock = threading.Lock()
        self.is_silent = threading.Event()
        self.was_forgetful = threading.Event()
        self.over = threading.Event()
        self.port = self.server_address[1]

    @property
    def mails(self):
        """The mails it took, read as a mail program does."""
        return [
            email.message_from_bytes(raw, policy=email.policy.default)
            for raw in self.raw
        ]

    def handle_error(self, *args):
        """A line that the other end dropped is no news."""


@contextmanager
def mail_server():
    """The server, running."""
    server = MailServer()
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.over.set()
        server.shutdown()
        server.server_close()
        thread.join()
