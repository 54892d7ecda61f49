"""What a page says to machines is what it says to people."""

import re
from urllib.parse import urlsplit

import pytest

from articles.models import ConditionPage
from editorial.clinic_time import clinic_day
from tests.demo_clinic import demo_pages, loaded_demo
from tests.machine_reading import node, said, soup_of, structured_data

# All that is said. Nothing of a medicine, a dose, a rating, a question and answer:
# whoever adds a word here must know that the law allows it.
TYPES = {
    *("BreadcrumbList", "EntryPoint", "ListItem", "MedicalClinic", "MedicalCondition"),
    *("MedicalTherapy", "MedicalWebPage", "Person", "PropertyValue", "SearchAction"),
    "WebSite",
}
PROPERTIES = {
    *("about", "address", "alternateName", "author", "dateModified", "description"),
    *("email", "employee", "identifier", "item", "itemListElement", "jobTitle"),
    *("lastReviewed", "location", "name", "openingHours", "parentOrganization"),
    *("position", "possibleTreatment", "potentialAction", "propertyID", "publisher"),
    *("query-input", "reviewedBy", "target", "telephone", "url", "urlTemplate"),
    "value",
}
ADDRESSES = {"url", "item", "@id"}
DATES = {"dateModified", "lastReviewed"}
NOT_FOR_READING = {"@context", "@type", "position", "query-input", "urlTemplate"}


@pytest.fixture(scope="module")
def loaded_once(django_db_setup, django_db_blocker, tmp_path_factory):
    """The demo clinic: every page type, with everything on it."""
    folder = tmp_path_factory.mktemp("data")
    with django_db_blocker.unblock(), loaded_demo(folder, large_pictures=False):
        yield


@pytest.fixture(autouse=True)
def demo(loaded_once, db):
    """The demo as it was loaded; what a test changes is undone after it."""


def facts(value, name=""):
    """Each single value in structured data, with the name of its property."""
    if isinstance(value, dict):
        for key, part in value.items():
            yield from facts(part, key)
    elif isinstance(value, list):
        for part in value:
            yield from facts(part, name)
    else:
        yield name, value


def plain(text):
    return " ".join(text.split())


def unseen(soup, own_url):
    """The facts of the structured data that the page's reader cannot see."""
    text = plain(soup.body.get_text(" "))
    places = {", ".join(each.stripped_strings) for each in soup.select("address")}
    dates = {each["datetime"] for each in soup.select("time")}
    paths = {link["href"] for link in soup.body.select("a[href]")} | {
        urlsplit(own_url).path,
        "/",
    }
    for name, value in facts(structured_data(soup)):
        if name in NOT_FOR_READING:
            continue
        if name in ADDRESSES:
            address = urlsplit(value)
            seen = address.netloc == "testserver" and address.path in paths
        elif name in DATES:
            seen = value in dates
        elif name == "address":
            seen = value in places
        else:
            seen = plain(value) in text
        if not seen:
            yield name, value


def test_every_fact_for_machines_can_be_read_on_the_page(client):
    for page in demo_pages():
        soup = soup_of(client, page.url)
        assert list(unseen(soup, page.url)) == [], page


def test_machines_are_told_of_nothing_that_may_not_be_advertised(client):
    types, properties = set(), set()
    for page in demo_pages():
        for name, value in facts(structured_data(soup_of(client, page.url))):
            if name == "@type":
                types.add(value)
        properties |= set(names(structured_data(soup_of(client, page.url))["@graph"]))
    assert types == TYPES
    assert properties == PROPERTIES


def names(value):
    """Each property in structured data."""
    if isinstance(value, dict):
        for key, part in value.items():
            if not key.startswith("@"):
                yield key
            yield from names(part)
    elif isinstance(value, list):
        for part in value:
            yield from names(part)


def test_the_card_says_what_the_page_says(client):
    for page in demo_pages():
        soup = soup_of(client, page.url)
        assert said(soup, "og:title") == soup.h1.get_text(), page
        assert said(soup, "og:description") == said(soup, "description")
        # A telephone number is a link, and what follows it no word of its own.
        text = re.sub(r" (?=[.,;:])", "", plain(soup.main.get_text(" ")))
        assert said(soup, "description") in text, page
        address = f"http://testserver{page.url}"
        assert said(soup, "og:url") == address
        assert soup.head.find("link", rel="canonical")["href"] == address
        assert said(soup, "og:site_name") == soup.select_one(".site-name span").string
        assert said(soup, "og:locale") == "en_GB"
        assert said(soup, "robots") is None


def test_an_article_names_its_subject_author_reviewer_and_dates(client):
    page = ConditionPage.objects.get(slug="nerve-pain")
    data = node(soup_of(client, page.url), "MedicalWebPage")
    assert data["about"]["@type"] == "MedicalCondition"
    assert data["about"]["alternateName"] == page.alternative_name_list
    treatments = [each["name"] for each in data["about"]["possibleTreatment"]]
    assert treatments == [each.title for each in page.treatments]
    assert data["author"]["name"] == page.author.name
    assert data["reviewedBy"]["name"] == page.latest_review.reviewer_name
    assert data["lastReviewed"] == page.latest_review.reviewed_on.isoformat()
    assert data["dateModified"] == clinic_day(page.last_published_at).isoformat()


def test_the_breadcrumbs_for_machines_are_the_visible_ones(client):
    for page in demo_pages().filter(depth__gt=2):
        soup = soup_of(client, page.url)
        shown = [
            (link.get_text(), f"http://testserver{link['href']}")
            for link in soup.select(".breadcrumbs a")
        ]
        items = node(soup, "BreadcrumbList")["itemListElement"]
        assert [(item["name"], item["item"]) for item in items] == shown
        assert [item["position"] for item in items] == list(range(1, len(shown) + 1))
