"""The page cache in front of the real site, asked as a web server asks."""

from contextlib import contextmanager
from typing import NamedTuple

from django.core.handlers.wsgi import WSGIHandler
from django.test import RequestFactory

from clinicsite.page_cache.cache import PageCache


class Answer(NamedTuple):
    """What came back."""

    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def text(self):
        return self.body.decode()


class AskedCache:
    """A page cache that counts how often Django was asked.

    `application` stands in for Django, if it is not the site that is asked about.
    """

    def __init__(self, application=None):
        self.application = application or WSGIHandler()
        self.made = 0
        self.cache = PageCache(self.make)

    def make(self, environ, start_response):
        self.made += 1
        return self.application(environ, start_response)

    def get(self, path, method="GET", **headers):
        """The answer to a request with these headers."""
        environ = RequestFactory().generic(method, path, headers=headers).environ
        started = []
        chunks = self.cache(environ, lambda *args: started.extend(args))
        body = b"".join(chunks)
        if close := getattr(chunks, "close", None):
            close()
        status, sent = started
        return Answer(int(status.split()[0]), dict(sent), body)


@contextmanager
def page_cache(application=None):
    """A page cache, which lets go of its connection at the end."""
    asked = AskedCache(application)
    try:
        yield asked
    finally:
        if asked.cache.database.connection is not None:
            asked.cache.database.connection.close()
