"""When the site cannot answer, it says so in its own look, and gives nothing away."""

from contextlib import contextmanager

import pytest
from bs4 import BeautifulSoup
from django.conf import settings
from django.contrib.staticfiles.storage import staticfiles_storage
from django.db import OperationalError, connection

from tests import factories


@pytest.fixture
def maintenance():
    """The site closed for maintenance."""
    switch = settings.DATA_DIR / "maintenance"
    switch.touch()
    yield
    switch.unlink()


@pytest.fixture
def client(client):
    """A client that takes an error's answer as a browser does."""
    client.raise_request_exception = False
    return client


@contextmanager
def database_down():
    """Any query fails, as if nobody answered."""

    def refuse(*_):
        raise OperationalError("could not connect to server at 10.0.0.7")

    with connection.execute_wrapper(refuse):
        yield


def assert_stands_alone(response):
    """The page has our style, urgent help and safe headers, and tells no secrets."""
    soup = BeautifulSoup(response.content, "html.parser")
    sheet = soup.select_one("link[rel=stylesheet]")
    assert sheet["href"] == staticfiles_storage.url("clinicsite/site.css")
    assert len(soup.select("h1")) == 1
    assert soup.select_one("a[href='tel:999']")
    assert soup.select_one("a[href='tel:111']")
    for word in ("Traceback", "OperationalError", "10.0.0.7"):
        assert word not in response.content.decode()
    assert response.headers["Content-Security-Policy"].startswith("default-src 'none'")
    assert response.headers["Cache-Control"] == "no-store"
    assert not response.cookies


@pytest.mark.django_db
@pytest.mark.parametrize("path", ["/", "/people/", "/search/?q=pain", "/nowhere/"])
def test_without_a_database_every_page_says_sorry(client, caplog, path):
    client.get(path)
    with database_down():
        response = client.get(path)
    assert response.status_code == 500
    assert "Sorry, something went wrong" in response.content.decode()
    assert_stands_alone(response)
    caplog.clear()


@pytest.mark.django_db
@pytest.mark.parametrize(
    "path", ["/", "/people/", "/search/", "/nowhere/", "/_util/login/"]
)
def test_during_maintenance_every_public_address_says_so(client, maintenance, path):
    with database_down():
        response = client.get(path)
    assert response.status_code == 503
    assert int(response.headers["Retry-After"]) > 0
    assert "We are working on this website" in response.content.decode()
    assert "What you wrote" not in response.content.decode()
    assert_stands_alone(response)


def test_maintenance_tells_a_patient_that_nothing_was_sent(client, maintenance):
    response = client.post("/feedback/", {"q_why": "The nurse was kind."})
    assert response.status_code == 503
    assert "What you wrote was not sent." in response.content.decode()
    assert "nurse" not in response.content.decode()


@pytest.mark.django_db
def test_staff_go_on_during_maintenance(client, maintenance):
    assert client.get("/admin").status_code == 301
    assert client.get("/admin/login/").status_code == 200
    client.force_login(factories.staff_member())
    assert client.get("/admin/").status_code == 200
    assert client.get("/administration/").status_code == 503


@pytest.mark.django_db
def test_the_stylesheet_comes_during_maintenance(client, maintenance):
    assert client.get("/static/clinicsite/site.css").status_code == 200


@pytest.mark.django_db
def test_the_site_opens_when_the_file_goes(client):
    switch = settings.DATA_DIR / "maintenance"
    switch.touch()
    assert client.get("/").status_code == 503
    switch.unlink()
    assert client.get("/").status_code == 200


def test_without_a_stylesheet_the_page_still_comes(client, maintenance, monkeypatch):
    def fail(_name):
        raise ValueError("Missing staticfiles manifest entry")

    monkeypatch.setattr(staticfiles_storage, "url", fail)
    response = client.get("/")
    assert response.status_code == 503
    soup = BeautifulSoup(response.content, "html.parser")
    assert soup.h1
    assert not soup.select("link")
