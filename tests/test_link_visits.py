"""A visit to an address is polite, stays outside the clinic, and always ends."""

import socket

import pytest

from editorial.links.public_address import is_public
from editorial.links.visit import Status, Visitor
from tests.web_server import website


@pytest.fixture(scope="module")
def server():
    with website() as running:
        yield running


class Clock:
    """Time that passes only by sleeping."""

    def __init__(self):
        self.slept = []

    def now(self):
        return sum(self.slept)

    def sleep(self, seconds):
        self.slept.append(seconds)


def visitor(**options):
    clock = Clock()
    options = {"may_be_private": True, "timeout": 5, **options}
    return Visitor("Test", now=clock.now, sleep=clock.sleep, **options), clock


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/200/", Status.WORKS),
        ("/204/?a=ü", Status.WORKS),
        ("/moved/", Status.WORKS),
        ("/no-head/", Status.WORKS),
        ("/404/", Status.MISSING),
        ("/410/", Status.MISSING),
        ("/500/", Status.SERVER_ERROR),
        ("/403/", Status.UNCLEAR),
        ("/429/", Status.UNCLEAR),
        ("/503/", Status.UNCLEAR),
        ("/999/", Status.UNCLEAR),
        ("/circle/", Status.TOO_MANY_REDIRECTS),
    ],
)
def test_an_answer_is_understood(server, path, status):
    polite, _clock = visitor()
    assert polite.visit(f"{server.root}{path}") == status
    assert polite.has_reached


@pytest.mark.parametrize(
    "address",
    ["http://", "http://[", "ftp://a.example/", "http://a..b/", "http://a:99999/", ""],
)
def test_what_is_no_address_is_called_so(address):
    polite, _clock = visitor()
    assert polite.visit(address) == Status.NO_ADDRESS


def test_a_visit_asks_for_the_head_first_and_says_who_asks(server):
    server.requests.clear()
    visitor()[0].visit(f"{server.root}/200/")
    visitor()[0].visit(f"{server.root}/404/")
    assert server.requests == [
        ("HEAD", "/200/", "Test"),
        ("HEAD", "/404/", "Test"),
        ("GET", "/404/", "Test"),
    ]


def test_two_requests_to_a_host_are_a_second_apart(server):
    polite, clock = visitor()
    polite.visit(f"{server.root}/404/")
    polite.visit(f"{server.root}/200/")
    assert clock.slept == [1.0, 1.0]


def test_redirects_are_followed_a_few_times_only(server):
    server.requests.clear()
    visitor(max_redirects=2)[0].visit(f"{server.root}/circle/")
    assert len(server.requests) == 3


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "2130706433", "[::1]"])
def test_this_machine_is_never_called(server, host):
    server.requests.clear()
    polite, _clock = visitor(may_be_private=False)
    port = server.server_port
    assert polite.visit(f"http://{host}:{port}/200/") == Status.PRIVATE
    assert server.requests == []


def test_a_name_that_leads_into_the_clinic_is_not_called(server, monkeypatch):
    server.requests.clear()
    monkeypatch.setattr(
        socket, "getaddrinfo", lambda *_, **__: [(0, 0, 0, "", ("127.0.0.1", 80))]
    )
    polite, _clock = visitor(may_be_private=False)
    assert polite.visit(f"http://a.example:{server.server_port}/200/") == Status.UNCLEAR
    assert server.requests == []


def test_a_redirect_into_the_clinic_is_not_followed(server, monkeypatch):
    look_up = socket.getaddrinfo

    def public_at_first(host, *args, **kwargs):
        """As if this server were on the internet."""
        if host == "a.example":
            return [(0, 0, 0, "", ("93.184.215.14", 80))]
        return look_up(host, *args, **kwargs)

    connect = socket.create_connection
    called = []

    def to_this_server(address, *args, **kwargs):
        called.append(address[0])
        return connect(("127.0.0.1", server.server_port), *args, **kwargs)

    monkeypatch.setattr(socket, "getaddrinfo", public_at_first)
    monkeypatch.setattr(socket, "create_connection", to_this_server)
    polite, _clock = visitor(may_be_private=False)
    assert polite.visit("http://a.example/inwards/") == Status.PRIVATE
    assert called == ["93.184.215.14"]


def test_a_website_that_does_not_answer_is_left(monkeypatch):
    with socket.socket() as silent:
        silent.bind(("127.0.0.1", 0))
        silent.listen()
        polite, _clock = visitor(timeout=0.1)
        port = silent.getsockname()[1]
        assert polite.visit(f"http://127.0.0.1:{port}/") == Status.NO_ANSWER
    assert polite.visit(f"http://127.0.0.1:{port}/") == Status.NO_ANSWER
    assert not polite.has_reached


@pytest.mark.parametrize(
    "address",
    [
        *("10.0.0.1", "127.0.0.1", "169.254.169.254", "192.168.1.1"),
        *("100.64.0.1", "224.0.0.1", "::1", "fe80::1%eth0", "fd00::1"),
        *("::ffff:127.0.0.1", "64:ff9b::10.0.0.1", "2002:7f00:1::"),
    ],
)
def test_an_address_inside_a_network_is_not_public(address):
    assert not is_public(address)


@pytest.mark.parametrize("address", ["93.184.215.14", "2606:4700::1111"])
def test_an_address_on_the_internet_is_public(address):
    assert is_public(address)
