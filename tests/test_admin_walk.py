"""Every screen of the admin that a menu, a list or a link leads to, as each role, with
rows in every list."""

import re
from html import unescape
from urllib.parse import parse_qs, urldefrag, urljoin, urlsplit

import pytest
from django.contrib.auth import get_user_model
from django.urls import get_resolver, reverse
from wagtail.admin.viewsets import viewsets
from wagtail.contrib.redirects.models import Redirect
from wagtail.coreutils import resolve_model_string
from wagtail.models import Collection, Workflow

from desk.wagtail_hooks import FeedbackDesk
from editorial.clinic_time import clinic_today
from forms.invitations.sheet import make_sheet
from home.demo.accounts import ACCOUNTS
from tests import factories
from tests.demo_clinic import loaded_demo
from tests.desk_world import Desk

# What a list is asked for by its own links; the same list page by page is no other.
PARAMETERS = {"q", "ordering", "export"}
# Wagtail ends the session also where it refuses to, and has a screen to break.
LEFT_OUT = re.compile(r"/logout/|/failwhale/|/results/")
ADMIN = reverse("wagtailadmin_home")


@pytest.fixture(scope="module")
def _demo(django_db_setup, django_db_blocker, tmp_path_factory):
    folder = tmp_path_factory.mktemp("demo")
    with django_db_blocker.unblock(), loaded_demo(folder, large_pictures=False):
        yield


@pytest.fixture
def rows(_demo, db, settings, tmp_path):
    """The demo clinic, and a row of whatever it has none of."""
    settings.DATA_DIR = tmp_path
    desk = Desk()
    admin = get_user_model().objects.get(username="admin")
    submission = desk.submissions[True]
    desk.job(admin, submission)
    make_sheet("0" * 32, submission.page, 1, clinic_today(), admin)
    Redirect.add_redirect("/old/", submission.page)
    Collection.get_first_root_node().add_child(name="Leaflets")
    factories.ClinicDocumentFactory()
    page = factories.StandardPageFactory(live=False)
    page.save_revision(user=admin)
    Workflow.objects.first().start(page, admin)


def listed_models():
    """Every model of which the admin has a list."""
    named = [getattr(viewset, "model", None) for viewset in viewsets.viewsets]
    models = {resolve_model_string(model) for model in named if model}
    return models | {model_admin.model for model_admin in FeedbackDesk.items}


def addresses_without_arguments(patterns=None, path="/"):
    """The address of each route of the admin that needs nothing filled in."""
    for pattern in patterns or get_resolver().url_patterns:
        below = path + str(pattern.pattern)
        if hasattr(pattern, "url_patterns"):
            yield from addresses_without_arguments(pattern.url_patterns, below)
        elif below.startswith(ADMIN) and re.fullmatch(r"[-\w/]+", below):
            yield below


def kind_of(address):
    """The same for addresses that differ in numbers, or in what is looked for."""
    parts = urlsplit(address)
    asked = parse_qs(parts.query)
    return re.sub(r"\d+", "0", parts.path), *sorted(asked), *asked.get("export", [])


def links_on(address, html):
    """The addresses in the admin that a screen names, to be followed or fetched."""
    found = re.findall(r'"((?:/admin/|\?)[^"\s\\<>{}]*)"', unescape(html))
    if ' name="q"' in html:
        found.append("?q=a")
    for each in found:
        link = urldefrag(urljoin(address, each)).url
        if parse_qs(urlsplit(link).query).keys() <= PARAMETERS:
            yield link


@pytest.mark.parametrize("role", ACCOUNTS)
def test_no_screen_breaks(client, rows, role):
    client.raise_request_exception = False
    assert all(model._default_manager.exists() for model in listed_models())
    client.force_login(get_user_model().objects.get(username=role))
    waiting = [*addresses_without_arguments(), ADMIN]
    opened, broken = set(), []
    while waiting:
        address = waiting.pop()
        if kind_of(address) in opened or LEFT_OUT.search(address):
            continue
        opened.add(kind_of(address))
        response = client.get(address)
        if response.status_code >= 500:
            broken.append(address)
        elif response.headers.get("Location", "").startswith("/"):
            waiting.append(response.headers["Location"])
        elif response.headers.get("Content-Type", "").startswith("text/html"):
            waiting += links_on(address, response.text)
    assert not broken
