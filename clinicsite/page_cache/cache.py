"""The page cache: a WSGI application in front of Django's."""

import time
from collections.abc import Hashable, Iterable
from threading import Lock
from typing import Any, cast
from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

from django.conf import settings

from clinicsite.maintenance import is_closed

from .database_state import DatabaseState
from .ready_page import ReadyPage, is_for_everybody

# Together, in bytes. Beyond it all are forgotten: a clinic's pages take a tenth of it.
MOST_BYTES = 32_000_000
# In seconds. Some of what pages are made from lies in a process's own memory for a
# while, such as Wagtail's cache of renditions, and does not hear of a change elsewhere.
LONGEST = 600


class PageCache:
    """Answers with a ready page where nothing at all has changed since it was made.

    What staff ask for goes to Django, and so does all that is not for everybody. Pages
    for everybody read no cookie and no query, so that neither makes another page.
    """

    def __init__(self, application: WSGIApplication) -> None:
        self.application = application
        self.database = DatabaseState()
        self.lock = Lock()
        self.state: object = None
        self.pages: dict[Hashable, ReadyPage] = {}
        self.size = 0

    def __call__(
        self, environ: WSGIEnvironment, start_response: StartResponse
    ) -> Iterable[bytes]:
        """The answer to a request."""
        if not may_be_ready(environ) or is_closed():
            return self.application(environ, start_response)
        state = self.database.read()
        if state is None:
            return self.application(environ, start_response)
        state = (*state, time.time() // LONGEST)
        key = key_of(environ)
        with self.lock:
            if state != self.state:
                self.forget(state)
            page = self.pages.get(key)
        if page:
            return page.answer(environ, start_response)
        return self.make(key, state, environ, start_response)

    def forget(self, state: object) -> None:
        """Forget all pages: those to come are of this state."""
        self.state, self.pages, self.size = state, {}, 0

    def make(
        self,
        key: Hashable,
        state: object,
        environ: WSGIEnvironment,
        start_response: StartResponse,
    ) -> Iterable[bytes]:
        """Django's answer, kept if it is for everybody.

        `state` was read before Django reads anything: if it is still so at the next
        request, the page is as it would be made then.
        """
        started: list[Any] = []
        keep = cast(StartResponse, lambda *args: started.extend(args))
        chunks = self.application(environ, keep)
        status, headers, *rest = started
        if environ["REQUEST_METHOD"] != "GET" or not is_for_everybody(status, headers):
            start_response(status, headers, *rest)
            return chunks
        page = ReadyPage.of(headers, read(chunks))
        with self.lock:
            if self.size + len(page.body) > MOST_BYTES:
                self.forget(self.state)
            if state == self.state:
                self.pages[key] = page
                self.size += len(page.body)
        return page.answer(environ, start_response)


def may_be_ready(environ: WSGIEnvironment) -> bool:
    """Whether a page that was made for somebody else can be the answer.

    Not for staff: nothing that only they should see can come into the cache.
    """
    cookies = environ.get("HTTP_COOKIE", "")
    return (
        environ["REQUEST_METHOD"] in {"GET", "HEAD"}
        and f"{settings.SESSION_COOKIE_NAME}=" not in cookies
    )


def key_of(environ: WSGIEnvironment) -> Hashable:
    """What decides on a page: where it was asked for, and whether compressed."""
    return (
        environ["wsgi.url_scheme"],
        environ.get("HTTP_X_FORWARDED_PROTO"),
        environ.get("HTTP_HOST"),
        environ.get("SCRIPT_NAME"),
        environ["PATH_INFO"],
        "gzip" in environ.get("HTTP_ACCEPT_ENCODING", ""),
    )


def read(chunks: Iterable[bytes]) -> bytes:
    """All of an answer's body, which is closed then, as WSGI asks for."""
    try:
        return b"".join(chunks)
    finally:
        if close := getattr(chunks, "close", None):
            close()
