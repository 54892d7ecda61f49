"""A website on this machine, for tests of what calls other websites."""

import threading
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


class Website(BaseHTTPRequestHandler):
    """Answers /404/ with that code, and so on; the server notes what it was asked."""

    def do_HEAD(self):
        path = self.path.partition("?")[0]
        requests = self.server.requests
        requests.append((self.command, self.path, self.headers["User-Agent"]))
        if path == "/no-head/":
            return self.answer(405 if self.command == "HEAD" else 200)
        if path == "/circle/":
            return self.answer(302, "/circle/")
        if path == "/moved/":
            return self.answer(301, "/200/")
        if path == "/inwards/":
            return self.answer(302, "http://192.168.0.1/admin")
        return self.answer(int(path.strip("/")))

    do_GET = do_HEAD  # noqa: N815

    def answer(self, code, location=None):
        self.send_response(code)
        if location:
            self.send_header("Location", location)
        self.end_headers()

    def log_message(self, *args):
        """Nothing to the console."""


@contextmanager
def website():
    """The server, running on 127.0.0.1; `root` is its address, `requests` its log."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), Website)
    server.requests = []
    server.root = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
