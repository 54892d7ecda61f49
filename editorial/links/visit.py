"""One polite visit to an address: does it lead to a page?"""

import http.client
import socket
import ssl
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from threading import Timer
from urllib.parse import SplitResult, urljoin, urlsplit

from django.utils.encoding import iri_to_uri

from editorial.models.link_check import LinkCheck

from .public_address import NotPublicError, public_addresses

Status = LinkCheck.Status

GONE = {404, 410}
REDIRECTS = {301, 302, 303, 307, 308}
# Websites that let no machine in answer so, or are closed for a while (503).
UNCLEAR_FROM, ERRORS_FROM, CLOSED = 400, 500, 503
LARGEST_CODE = 599


class Redirect(Exception):  # noqa: N818 no error
    """The address sends its visitors on to another."""

    def __init__(self, url: str) -> None:
        super().__init__()
        self.url = url


@dataclass
class Visitor:
    """Visits addresses, one at a time.

    Between two requests to a host it waits `pause` seconds. A website has `timeout`
    seconds for each step of its answer, and three times as many for all of it.
    `may_be_private` lets it call any machine. `has_reached` tells whether any website
    has answered it yet: if none has, there may be no network.
    """

    user_agent: str
    pause: float = 1.0
    timeout: float = 10.0
    max_redirects: int = 5
    may_be_private: bool = False
    now: Callable[[], float] = time.monotonic
    sleep: Callable[[float], None] = time.sleep
    has_reached: bool = False
    _called_at: dict[str, float] = field(default_factory=dict)

    def visit(self, url: str) -> Status:  # noqa: PLR0911 as many ways to fail
        """What is at the address, after all its redirects."""
        try:
            for _hop in range(self.max_redirects + 1):
                try:
                    return self.look_at(url)
                except Redirect as redirect:
                    url = redirect.url
            return Status.TOO_MANY_REDIRECTS
        except NotPublicError as error:
            return Status.PRIVATE if error.is_spelt_out else Status.UNCLEAR
        except ssl.SSLCertVerificationError:
            return Status.BAD_CERTIFICATE
        except socket.gaierror:
            return Status.NO_SUCH_WEBSITE
        except (OSError, http.client.HTTPException):
            return Status.NO_ANSWER
        except ValueError:  # UnicodeError among them.
            return Status.NO_ADDRESS

    def look_at(self, url: str) -> Status:
        """What is at this very address. Raises Redirect, and what `visit` catches."""
        parts = urlsplit(url)
        if parts.scheme not in ("http", "https") or not parts.hostname:
            raise ValueError
        code = self.request("HEAD", parts)
        if code >= UNCLEAR_FROM:
            # Some websites know no HEAD, and say so in many ways.
            code = self.request("GET", parts)
        if code in GONE:
            return Status.MISSING
        if ERRORS_FROM <= code <= LARGEST_CODE and code != CLOSED:
            return Status.SERVER_ERROR
        return Status.UNCLEAR if code >= UNCLEAR_FROM else Status.WORKS

    def request(self, method: str, parts: SplitResult) -> int:
        """Send one request and read no more than the head of the answer: its code."""
        host = (parts.hostname or "").encode("idna").decode("ascii")
        is_secure = parts.scheme == "https"
        port = parts.port or (443 if is_secure else 80)
        addresses = public_addresses(host, port, self.may_be_private)
        self.wait_for(host)
        connection = http.client.HTTPConnection(host, port)
        # It would look the name up again, and call whatever it leads to by then.
        connection.auto_open = 0
        connection.sock = connect(addresses, port, self.timeout)
        # A website that sends a letter now and then would hold the run for ever.
        deadline = Timer(3 * self.timeout, shut, [connection])
        deadline.start()
        try:
            if is_secure:
                connection.sock = ssl.create_default_context().wrap_socket(
                    connection.sock, server_hostname=host
                )
            headers = {"User-Agent": self.user_agent, "Connection": "close"}
            connection.request(method, target_of(parts), headers=headers)
            response = connection.getresponse()
        finally:
            deadline.cancel()
            connection.close()
        self.has_reached = True
        location = response.getheader("Location")
        if response.status in REDIRECTS and location:
            # Headers are read as Latin-1; addresses in them are UTF-8, if not ASCII.
            location = location.encode("latin-1").decode("utf-8", errors="replace")
            raise Redirect(urljoin(parts.geturl(), location))
        return response.status

    def wait_for(self, host: str) -> None:
        """Let a host that was called just now have its pause."""
        if host in self._called_at:
            wait = self._called_at[host] + self.pause - self.now()
            if wait > 0:
                self.sleep(wait)
        self._called_at[host] = self.now()


def connect(addresses: list[str], port: int, timeout: float) -> socket.socket:
    """A connection to the first of the addresses that takes one. Raises OSError."""
    for address in addresses[:-1]:
        with suppress(OSError):
            return socket.create_connection((address, port), timeout)
    return socket.create_connection((addresses[-1], port), timeout)


def shut(connection: http.client.HTTPConnection) -> None:
    """End the connection under whoever waits for it."""
    with suppress(OSError, AttributeError):  # It may have ended by itself.
        connection.sock.shutdown(socket.SHUT_RDWR)


def target_of(parts: SplitResult) -> str:
    """Path and query of the address as a request names them, all in ASCII."""
    query = f"?{parts.query}" if parts.query else ""
    return iri_to_uri(f"{parts.path or '/'}{query}")
