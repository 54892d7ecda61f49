"""A real browser against a running site, and what no test may see in it."""

import os
import threading
from http.client import HTTPConnection
from urllib.parse import urlsplit

import pytest
from django.conf import settings
from django.db import DEFAULT_DB_ALIAS, connections
from playwright.sync_api import Page, expect, sync_playwright
from wagtail.models import Site

from tests.browser.chromium import launch

# What the browser loads without asking any host.
LOCAL_SCHEMES = ("about", "blob", "data")

expect.set_options(timeout=15_000)

# A page editor says farewell to the server when its page closes: at a test's end that
# would reach a server whose database is gone.
NO_FAREWELL = "navigator.sendBeacon = () => true"

# The longest that a request may take that its page no longer waits for; seconds.
MOST_SERVED_LATE = 30


class Watch:
    """Notes what must not happen on a page: errors, failures, calls to other hosts.

    `allow_status(404)` says that a test expects such an answer.
    """

    def __init__(self, host: str):
        self.host = host
        self.faults: list[str] = []
        self.allowed: set[int] = set()

    def allow_status(self, status: int) -> None:
        """Let answers with this status pass."""
        self.allowed.add(status)

    def follow(self, page: Page) -> None:
        """Watch this page from now on."""
        page.on("console", self.note_console)
        page.on("pageerror", lambda error: self.faults.append(f"Script: {error}"))
        page.on("request", self.note_request)
        page.on("response", self.note_response)

    def note_console(self, message) -> None:
        """Note an error on the console; failed answers are noted as such."""
        failed_answer = message.text.startswith("Failed to load resource")
        if message.type == "error" and not failed_answer:
            self.faults.append(f"Console: {message.text} ({message.location})")

    def note_request(self, request) -> None:
        """Note a request that leaves the site."""
        address = urlsplit(request.url)
        if address.scheme not in LOCAL_SCHEMES and address.netloc != self.host:
            self.faults.append(f"Another host: {request.url}")

    def note_response(self, response) -> None:
        """Note an answer that tells of a failure."""
        if response.status >= 400 and response.status not in self.allowed:
            self.faults.append(f"HTTP {response.status}: {response.url}")


@pytest.fixture(scope="session")
def chromium(django_db_setup):
    """The system's Chromium, one for all tests."""
    # Playwright's loop makes Django think that its code runs asynchronously.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    # It also makes Django look for its connection in another place: there, too,
    # must be the one that knows what to put back after each test.
    connection = connections[DEFAULT_DB_ALIAS]
    with sync_playwright() as playwright:
        connections[DEFAULT_DB_ALIAS] = connection
        browser = launch(playwright)
        yield browser
        browser.close()


@pytest.fixture(autouse=True, scope="module")
def _put_back(chromium, put_back_for_other_tests):
    """Each test here empties the database at its end, and fills it at its start."""


@pytest.fixture
def served_site(django_db_serialized_rollback, live_server):
    """The site that the running server serves.

    What the migrations made (front page, groups) is put back for each test.
    """
    site = Site.objects.get()
    site.port = urlsplit(live_server.url).port
    site.save()
    return site


@pytest.fixture
def watch(live_server):
    """Fails the test if anything in the browser went wrong."""
    watch = Watch(urlsplit(live_server.url).netloc)
    yield watch
    assert not watch.faults, "\n".join(watch.faults)


@pytest.fixture
def open_page(chromium, served_site, live_server, watch):
    """Opens a page in a browser of its own, without cookies; takes Playwright's
    options for contexts, for example `java_script_enabled=False`.
    """
    contexts = []

    def open_page(**options) -> Page:
        context = chromium.new_context(base_url=live_server.url, **options)
        context.add_init_script(NO_FAREWELL)
        contexts.append(context)
        page = context.new_page()
        watch.follow(page)
        return page

    yield open_page
    for context in contexts:
        context.close()
    wait_until_all_is_served(live_server.url)


def wait_until_all_is_served(server: str) -> None:
    """Wait for what closed pages have still asked for (a preview, a draft being saved).

    The server has a thread for each connection, which ends when all that came
    through it is answered. A test's end must not take the database from under it.
    """
    # Connections are taken in order: with this answer, none before it is untaken.
    last = HTTPConnection(urlsplit(server).netloc, timeout=MOST_SERVED_LATE)
    last.request("HEAD", settings.STATIC_URL)
    last.getresponse()
    last.close()
    for thread in threading.enumerate():
        if "process_request_thread" in thread.name:
            thread.join(MOST_SERVED_LATE)
            assert not thread.is_alive(), f"Still busy after a test: {thread.name}"


@pytest.fixture
def page(open_page):
    """A page in a browser without cookies."""
    return open_page()
