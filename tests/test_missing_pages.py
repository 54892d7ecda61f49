"""A page that is not there helps to find the one that is."""

from types import SimpleNamespace

import pytest
from bs4 import BeautifulSoup
from hypothesis import given
from hypothesis import strategies as st

from home.models import ClinicSettings
from home.nearest_pages import nearest
from tests import factories

SLUGS = [
    *("conditions", "fibromyalgia", "long-term-back-pain", "nerve-pain"),
    *("privacy", "contact", "pain-management-programme"),
]
PAGES = [SimpleNamespace(slug=slug) for slug in SLUGS]


def suggestions(client, path):
    """The addresses that the missing page suggests."""
    response = client.get(path)
    assert response.status_code == 404
    soup = BeautifulSoup(response.content, "html.parser")
    return [link["href"] for link in soup.select(".suggestions a")]


@pytest.mark.parametrize(
    ("path", "slug"),
    [
        ("/conditions/fibromyalga/", "fibromyalgia"),
        ("/fibromyalgia.html", "fibromyalgia"),
        ("/Nerve_Pian", "nerve-pain"),
        ("/old/chronic-back-pain/", "long-term-back-pain"),
        ("/privacy-policy/", "privacy"),
        ("/contact-us/", "contact"),
        ("/the-programme-for-management-of-pain/", "pain-management-programme"),
    ],
)
def test_slips_of_the_pen_and_moved_pages_are_found(path, slug):
    assert nearest(path, PAGES)[0].slug == slug


@pytest.mark.parametrize("path", ["/wp-login.php", "/chest-xray/", "/", "/the/", "/%%"])
def test_what_is_like_no_page_suggests_none(path):
    assert nearest(path, PAGES) == []


def test_the_best_three_are_suggested_best_first():
    pages = [
        SimpleNamespace(slug=f"nerve-pain{end}") for end in ("-xyz", "-x", "s", "")
    ]
    found = [page.slug for page in nearest("/nerve-pain/", pages)]
    assert len(found) == 3
    assert "nerve-pain" in found


@given(st.text(max_size=200))
def test_any_address_gets_an_answer(path):
    assert len(nearest(path, PAGES)) <= 3


@pytest.mark.django_db
def test_a_missing_page_suggests_public_pages(client):
    article = factories.ConditionPageFactory(slug="fibromyalgia")
    private = factories.TreatmentPageFactory(slug="fibromyalgia-class")
    private.view_restrictions.create(restriction_type="login")
    factories.TreatmentPageFactory(slug="fibromyalgia-draft", live=False)
    assert suggestions(client, "/conditions/fibromyalga/") == [article.url]
    assert suggestions(client, "/people/fibromyalgi/") == [article.url]
    assert suggestions(client, "/zebra/") == []


@pytest.mark.django_db
def test_a_missing_page_leads_to_lists_search_and_contact(client, site):
    factories.ConditionPageFactory()
    form = factories.FormPageFactory(title="Ask us", slug="ask-us")
    clinic = ClinicSettings.for_site(site)
    clinic.enquiry_form = form
    clinic.save()
    soup = BeautifulSoup(client.get("/zebra/").content, "html.parser")
    links = {link["href"] for link in soup.main.select("a")}
    assert links == {"/conditions/", "/site-map/", "/ask-us/", "/"}
    assert soup.main.select_one("form[action='/search/'] input[name=q]")


@pytest.mark.django_db
def test_a_missing_page_costs_one_query_more_however_many_pages_there_are(
    client, django_assert_num_queries
):
    for _ in range(2):
        factories.ConditionPageFactory.create_batch(3)
        client.get("/condition-1/")
        # Site, navigation, settings, suggestions, removed pages, redirects.
        with django_assert_num_queries(6):
            client.get("/condition-1/")
