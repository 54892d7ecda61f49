"""Requests that do not say how long they are: sent in chunks, as some proxies do, or by
HTTP/2. Django reads nothing of them."""

from collections.abc import Iterable
from tempfile import SpooledTemporaryFile
from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

# In bytes: the largest upload that the site takes, twice. Of more the beginning is
# read, which is refused as too long.
LONGEST = 20_000_000
IN_MEMORY = 1_000_000
BODILESS = {"GET", "HEAD", "OPTIONS"}


class MeasureBody:
    """Reads such a request, and says how long it is."""

    def __init__(self, application: WSGIApplication) -> None:
        self.application = application

    def __call__(
        self, environ: WSGIEnvironment, start_response: StartResponse
    ) -> Iterable[bytes]:
        """The answer to a request."""
        if (
            environ.get("CONTENT_LENGTH")
            or environ["REQUEST_METHOD"] in BODILESS
            # Else the server does not say where the body ends.
            or not environ.get("wsgi.input_terminated")
        ):
            return self.application(environ, start_response)
        with SpooledTemporaryFile(max_size=IN_MEMORY) as body:
            while body.tell() < LONGEST:
                chunk = environ["wsgi.input"].read(64 * 1024)
                if not chunk:
                    break
                body.write(chunk)
            environ["CONTENT_LENGTH"] = str(body.tell())
            body.seek(0)
            environ["wsgi.input"] = body
            return self.application(environ, start_response)
