"""Addresses, cards and structured data in the head of a page."""

from urllib.parse import urlsplit

import pytest
from bs4 import BeautifulSoup
from django.core.files.storage import default_storage
from PIL import Image

from articles.models import ConditionPage
from home.models import ClinicSettings, StandardPage
from tests import factories
from tests.machine_reading import node, said, soup_of

pytestmark = pytest.mark.django_db


def test_the_front_page_tells_machines_how_to_search(client):
    factories.StandardPageFactory(title="About walking")
    action = node(soup_of(client, "/"), "WebSite")["potentialAction"]
    template = action["target"]["urlTemplate"]
    found = client.get(template.replace("{search_term_string}", "walking"))
    assert "About walking" in found.content.decode()


def test_addresses_are_the_sites_own_whatever_was_asked_for(client, site):
    site.hostname = "clinic.example"
    site.port = 443
    site.save()
    page = factories.ConditionPageFactory()
    soup = soup_of(client, f"{page.url}?utm=1&page=2", headers={"host": "localhost"})
    address = f"https://clinic.example{page.url}"
    assert soup.head.find("link", rel="canonical")["href"] == address
    assert said(soup, "og:url") == address
    assert node(soup, "MedicalWebPage")["url"] == address


def test_the_clinic_has_the_contacts_at_the_bottom_of_the_page(client, site):
    clinic = ClinicSettings.for_site(site)
    clinic.phone, clinic.email = "01632 960100", "hello@clinic.example"
    clinic.address = "1 High Street\r\n\r\nAnytown"
    clinic.save()
    soup = soup_of(client, factories.StandardPageFactory().url)
    data = node(soup, "MedicalClinic")
    footer = soup.select_one(".site-footer")
    assert data["address"] == ", ".join(footer.address.stripped_strings)
    assert footer.find("a", string=data["telephone"])
    assert footer.find("a", string=data["email"])


def test_what_editors_wrote_for_search_engines_comes_first(client):
    page = factories.ConditionPageFactory(
        seo_title="In the tab", search_description="In the results"
    )
    soup = soup_of(client, page.url)
    assert soup.title.string.startswith("In the tab")
    assert said(soup, "og:title") == "In the tab"
    assert said(soup, "description") == "In the results"


def test_a_page_without_any_words_has_no_empty_description(client):
    soup = soup_of(client, factories.StandardPageFactory().url)
    assert said(soup, "description") is None
    assert said(soup, "og:description") is None


@pytest.mark.parametrize("text", ["</script><b>", "&lt;/script>", "a\u2028b\u2029c"])
def test_no_title_can_break_out_of_the_structured_data(client, text):
    page = factories.ConditionPageFactory(title=text)
    response = client.get(page.url)
    soup = BeautifulSoup(response.content, "html.parser")
    assert node(soup, "MedicalWebPage")["name"] == text
    script = str(soup.find("script", type="application/ld+json").string)
    assert not set(script) & set("<>&\u2028\u2029")
    assert not soup.head.find("b")


def test_what_is_no_public_page_is_not_to_be_listed(client):
    form = factories.FormPageFactory()
    submission = factories.SubmissionFactory(page=form)
    thanks = f"{form.url}?sent={submission.reference}"
    for address in ("/search/?q=pain", "/nowhere/", thanks):
        soup = soup_of(client, address)
        assert said(soup, "robots") == "noindex", address
        assert said(soup, "og:url") is None
        assert not soup.find("link", rel="canonical")
        assert submission.reference not in str(soup.head)
    assert said(soup_of(client, form.url), "robots") is None


def test_a_copy_of_the_site_is_not_to_be_listed(client, settings):
    settings.ROBOTS_NOINDEX = True
    assert said(soup_of(client, "/"), "robots") == "noindex"


def test_the_card_shows_the_pages_picture_else_the_clinics(client, site):
    page = factories.ConditionPageFactory()
    assert said(soup_of(client, page.url), "og:image") is None
    assert said(soup_of(client, page.url), "twitter:card") == "summary"
    image = factories.ClinicImageFactory(
        description="Rings on a pond",
        file__width=1600,
        file__height=1200,
        file__filename="own.png",
        file__format="PNG",
    )
    settings = ClinicSettings.for_site(site)
    settings.social_image = image
    settings.save()
    assert "own" in said(soup_of(client, page.url), "og:image")
    page.hero_image = factories.ClinicImageFactory(
        description="A spiral", file__width=1300, file__height=700
    )
    page.save()
    soup = soup_of(client, page.url)
    assert said(soup, "og:image:alt") == "A spiral"
    assert said(soup, "twitter:card") == "summary_large_image"
    address = said(soup, "og:image")
    assert address.startswith("http://testserver/media/")
    with Image.open(default_storage.open(address.partition("/media/")[2])) as picture:
        assert (picture.format, picture.size) == ("JPEG", (1200, 630))
    size = said(soup, "og:image:width"), said(soup, "og:image:height")
    assert size == ("1200", "630")


def test_a_lost_picture_costs_the_card_and_not_the_page(client, site):
    image = factories.ClinicImageFactory()
    default_storage.delete(image.file.name)
    settings = ClinicSettings.for_site(site)
    settings.social_image = image
    settings.save()
    soup = soup_of(client, "/")
    assert soup.h1
    assert said(soup, "og:image") is None


def test_a_page_that_was_never_saved_can_be_previewed():
    for page in (ConditionPage(title="New", slug="new"), StandardPage(title="New")):
        response = page.make_preview_request()
        response.render()
        assert response.status_code == 200
        assert b"<h1" in response.content


@pytest.mark.parametrize("path", ["/people/", "/search/", "/site-map/"])
def test_a_page_beside_the_tree_says_what_it_is_and_where(client, path):
    soup = soup_of(client, path)
    description = soup.select_one("meta[name=description]")["content"]
    assert description in soup.main.get_text()
    canonical = soup.select_one("link[rel=canonical]")["href"]
    assert urlsplit(canonical).path == path
    assert not soup.select("meta[name=robots]")
