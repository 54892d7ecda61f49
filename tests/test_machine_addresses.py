"""The addresses that only machines read."""

from datetime import UTC, date, datetime, timedelta
from xml.etree import ElementTree

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from home.models import ClinicSettings
from home.security_txt import expiry
from tests import factories

pytestmark = pytest.mark.django_db

ATOM = "{http://www.w3.org/2005/Atom}"
SECURITY_TXT = "/.well-known/security.txt"


@pytest.fixture
def clinic(site):
    """The clinic's settings, with an e-mail address; the site is clinic.example."""
    site.hostname = "clinic.example"
    site.port = 443
    site.save()
    settings = ClinicSettings.for_site(site)
    settings.name = "Our & your clinic"
    settings.email = "hello@clinic.example"
    settings.save()
    return settings


@pytest.mark.parametrize(
    ("address", "content_type"),
    [
        ("/sitemap.xml", "application/xml"),
        ("/robots.txt", "text/plain; charset=utf-8"),
        (SECURITY_TXT, "text/plain; charset=utf-8"),
        ("/feed/", "application/rss+xml; charset=utf-8"),
    ],
)
def test_each_address_may_be_cached_and_is_what_it_says(
    client, clinic, address, content_type
):
    response = client.get(address)
    assert response.status_code == 200
    assert response.headers["Content-Type"] == content_type
    assert "public, max-age=" in response.headers["Cache-Control"]
    assert not response.cookies
    assert client.head(address).status_code == 200
    assert client.post(address).status_code == 405


def queries(client, address):
    """How many queries the second visit costs."""
    client.get(address)
    with CaptureQueriesContext(connection) as context:
        client.get(address)
    return len(context)


@pytest.mark.parametrize("address", ["/sitemap.xml", "/feed/"])
def test_more_pages_cost_no_more_queries(client, address):
    factories.TreatmentPageFactory()
    factories.ClinicalReviewFactory()
    few = queries(client, address)
    factories.TreatmentPageFactory.create_batch(12)
    factories.ClinicalReviewFactory.create_batch(12)
    assert queries(client, address) == few <= 12


def xml(client, address, **options):
    """The document at this address."""
    content = client.get(address, **options).content
    return ElementTree.fromstring(content)  # noqa: S314 - our own


def listed(client):
    """The addresses in the sitemap with the day of their last change."""
    return {
        url[0].text: url[1].text if len(url) > 1 else None
        for url in xml(client, "/sitemap.xml")
    }


def test_the_sitemap_lists_what_is_public_with_its_last_change(client, clinic):
    changed = datetime(2026, 5, 3, 12, tzinfo=UTC)
    factories.ConditionPageFactory(slug="back", last_published_at=changed)
    factories.ConditionPageFactory(live=False)
    private = factories.StandardPageFactory()
    private.view_restrictions.create(restriction_type="login")
    assert listed(client) == {
        "https://clinic.example/": None,
        "https://clinic.example/conditions/": None,
        "https://clinic.example/conditions/back/": "2026-05-03",
    }


def test_robots_may_read_all_but_admin_results_and_documents(client, clinic):
    lines = client.get("/robots.txt").content.decode().splitlines()
    assert lines == [
        *("User-agent: *", "Disallow: /admin/", "Disallow: /search/?"),
        *("Disallow: /documents/", "", "Sitemap: https://clinic.example/sitemap.xml"),
    ]
    assert reverse("wagtaildocs_serve", args=[1, "x"]).startswith("/documents/")


def test_robots_may_read_nothing_of_a_copy(client, settings):
    settings.ROBOTS_NOINDEX = True
    lines = client.get("/robots.txt").content.decode().splitlines()
    assert lines == ["User-agent: *", "Disallow: /"]


def security_fields(client):
    text = client.get(SECURITY_TXT).content.decode()
    return dict(line.split(": ", 1) for line in text.splitlines())


def test_a_weakness_can_be_told_to_the_clinic(client, clinic):
    fields = security_fields(client)
    expires = datetime.fromisoformat(fields.pop("Expires"))
    assert expires > datetime.now(UTC) + timedelta(days=180)
    assert fields == {
        "Contact": "mailto:hello@clinic.example",
        "Preferred-Languages": "en",
        "Canonical": f"https://clinic.example{SECURITY_TXT}",
    }


@pytest.mark.parametrize(
    ("contact", "shown"),
    [
        ("it@clinic.example", "mailto:it@clinic.example"),
        ("https://clinic.example/help", "https://clinic.example/help"),
    ],
)
def test_the_settings_may_name_somebody_else_to_tell(
    client, clinic, settings, contact, shown
):
    settings.SECURITY_CONTACT = contact
    assert security_fields(client)["Contact"] == shown


def test_without_anybody_to_tell_there_is_no_security_txt(client):
    assert client.get(SECURITY_TXT).status_code == 404


@pytest.mark.parametrize(
    ("today", "expires"),
    [
        (date(2026, 1, 1), date(2027, 1, 1)),
        (date(2026, 6, 30), date(2027, 1, 1)),
        (date(2026, 7, 1), date(2027, 7, 1)),
        (date(2028, 2, 29), date(2029, 1, 1)),
    ],
)
def test_the_answer_is_good_for_half_a_year_at_least(today, expires):
    assert expiry(today) == expires


def feed(client):
    """The feed's entries as (title, address)."""
    tree = xml(client, "/feed/")
    ids = [item.findtext("guid") for item in tree.iter("item")]
    assert len(ids) == len(set(ids))
    return [
        (item.findtext("title"), item.findtext("link")) for item in tree.iter("item")
    ]


def test_the_feed_tells_of_new_and_reviewed_articles_newest_first(client, clinic):
    new = datetime(2026, 5, 3, 12, tzinfo=UTC)
    page = factories.ConditionPageFactory(
        title="Back & neck", slug="back", first_published_at=new
    )
    factories.ClinicalReviewFactory(page=page, reviewed_on=date(2026, 6, 1))
    factories.ClinicalReviewFactory(page=page, reviewed_on=date(2026, 6, 1))
    factories.TreatmentPageFactory(
        title="Walking", slug="walking", first_published_at=new + timedelta(days=9)
    )
    factories.StandardPageFactory(first_published_at=new)
    back = "https://clinic.example/conditions/back/"
    walking = "https://clinic.example/treatments/walking/"
    assert feed(client) == [
        *[("Reviewed: Back & neck", back)] * 2,
        ("New: Walking", walking),
        ("New: Back & neck", back),
    ]


def test_the_feed_is_the_clinics_whatever_host_was_asked(client, clinic):
    tree = xml(client, "/feed/", headers={"host": "localhost"})
    assert tree.findtext("channel/title") == "Our & your clinic: new and reviewed pages"
    assert tree.findtext("channel/link") == "https://clinic.example/"
    own_address = tree.find(f"channel/{ATOM}link").get("href")
    assert own_address == "https://clinic.example/feed/"


def test_the_feed_holds_the_twenty_newest(client):
    start = datetime(2026, 1, 1, tzinfo=UTC)
    for day in range(25):
        factories.ConditionPageFactory(
            title=f"Day {day}", first_published_at=start + timedelta(days=day)
        )
    titles = [title for title, _ in feed(client)]
    assert titles == [f"New: Day {day}" for day in range(24, 4, -1)]


def test_the_feed_has_nothing_that_is_not_public(client):
    new = datetime(2026, 5, 3, tzinfo=UTC)
    page = factories.ConditionPageFactory(first_published_at=new)
    factories.ClinicalReviewFactory(page=page)
    assert len(feed(client)) == 2
    page.view_restrictions.create(restriction_type="login")
    assert feed(client) == []
    page.view_restrictions.all().delete()
    page.unpublish()
    assert feed(client) == []


def test_signs_that_xml_cannot_hold_do_not_break_the_feed(client):
    factories.ConditionPageFactory(
        title="Back\x0bpain",
        summary="A\x01 <b>sum</b>",
        first_published_at=datetime(2026, 5, 3, tzinfo=UTC),
    )
    assert feed(client)[0][0] == "New: Backpain"


def test_pages_say_where_the_feed_is(client, clinic):
    soup = BeautifulSoup(client.get("/").content, "html.parser")
    link = soup.head.find("link", rel="alternate")
    assert link["title"] == "Our & your clinic: new and reviewed pages"
    assert client.get(link["href"]).headers["Content-Type"].startswith(link["type"])
