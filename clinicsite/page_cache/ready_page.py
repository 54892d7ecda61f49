"""A page as the bytes that are sent, and whether an answer may become one."""

import gzip
from collections.abc import Iterable
from hashlib import blake2b
from typing import NamedTuple
from wsgiref.types import StartResponse, WSGIEnvironment

Headers = list[tuple[str, str]]

# What a view says of a page that is the same for everybody, and must be asked for anew
# each time: django.views.decorators.cache.cache_control(public=True, no_cache=True).
FOR_EVERYBODY = {"public", "no-cache"}
# What tells a browser nothing where it has the page already (RFC 9110, 15.4.5).
ABOUT_THE_BODY = {"content-length", "content-encoding", "content-type"}


def names_in(value: str) -> set[str]:
    """The names in a header's list, in lower case."""
    return {name.strip().lower() for name in value.split(",") if name.strip()}


def is_for_everybody(status: str, headers: Headers) -> bool:
    """Whether the answer may be given to others: only if its view says so, and nothing
    in it says otherwise."""
    named: dict[str, str] = {}
    for name, value in headers:
        named[name.lower()] = f"{named.get(name.lower(), '')},{value}"
    return (
        status.startswith("200 ")
        and names_in(named.get("cache-control", "")) == FOR_EVERYBODY
        and names_in(named.get("vary", "")) <= {"accept-encoding"}
        and "set-cookie" not in named
    )


class ReadyPage(NamedTuple):
    """An answer with status 200. `etag` is the same for the same content."""

    headers: Headers
    body: bytes
    etag: str

    @classmethod
    def of(cls, headers: Headers, body: bytes) -> "ReadyPage":
        """The page of these headers and this body, which may be compressed."""
        is_compressed = ("Content-Encoding", "gzip") in headers
        # Django compresses the same content to other bytes each time.
        content = gzip.decompress(body) if is_compressed else body
        digest = blake2b(content, digest_size=12).hexdigest()
        etag = f'"{digest}-gzip"' if is_compressed else f'"{digest}"'
        return cls([*headers, ("ETag", etag)], body, etag)

    def answer(
        self, environ: WSGIEnvironment, start_response: StartResponse
    ) -> Iterable[bytes]:
        """The page, or for a browser that has it already, that this is still so."""
        known = environ.get("HTTP_IF_NONE_MATCH", "")
        if self.etag in {tag.strip().removeprefix("W/") for tag in known.split(",")}:
            kept = [
                (name, value)
                for name, value in self.headers
                if name.lower() not in ABOUT_THE_BODY
            ]
            start_response("304 Not Modified", kept)
            return []
        start_response("200 OK", self.headers)
        return [] if environ["REQUEST_METHOD"] == "HEAD" else [self.body]
