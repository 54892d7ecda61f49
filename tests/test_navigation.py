"""Menu, breadcrumbs and routing."""

import pytest
from bs4 import BeautifulSoup
from wagtail.models import Page, Site

from home.models import ClinicSettings
from tests import factories

pytestmark = pytest.mark.django_db


def soup_of(client, path):
    """The page at `path` as a patient gets it."""
    return BeautifulSoup(client.get(path).content, "html.parser")


def menu(soup):
    """The menu's entries with what is said of their place."""
    return [
        (link.get_text(strip=True), link.get("aria-current"))
        for link in soup.select(".menu a")
    ]


def test_the_menu_holds_what_editors_put_in_it_in_tree_order(client):
    factories.StandardPageFactory(title="About", show_in_menus=True)
    factories.StandardPageFactory(title="Not in the menu")
    factories.StandardPageFactory(title="Draft", show_in_menus=True, live=False)
    factories.StandardPageFactory(title="Help", show_in_menus=True)
    assert menu(soup_of(client, "/")) == [("About", None), ("Help", None)]


def test_the_menu_marks_the_current_page_and_the_one_above_it(client):
    article = factories.ConditionPageFactory()
    factories.TreatmentIndexPageFactory()
    assert menu(soup_of(client, "/conditions/")) == [
        ("Conditions", "page"),
        ("Treatments", None),
    ]
    assert menu(soup_of(client, article.url)) == [
        ("Conditions", "true"),
        ("Treatments", None),
    ]


def test_the_menu_stands_on_search_and_on_a_missing_page_too(client):
    factories.ConditionIndexPageFactory()
    for path in ("/search/", "/nowhere/", "/conditions/nowhere/"):
        assert menu(soup_of(client, path)) == [("Conditions", None)]


def test_a_clinic_that_has_named_no_way_to_reach_it_shows_no_empty_heading(client):
    def headings():
        footer = soup_of(client, "/").find("footer")
        return [heading.get_text() for heading in footer.find_all("h2")]

    assert headings() == ["This website"]
    site = Site.objects.get()
    ClinicSettings.objects.update_or_create(
        site=site, defaults={"phone": "01632 960100"}
    )
    assert headings() == ["Contact us", "This website"]


def test_the_breadcrumbs_lead_back_to_the_front_page(client):
    article = factories.ConditionPageFactory()
    soup = soup_of(client, article.url)
    links = [(a.get_text(), a["href"]) for a in soup.select(".breadcrumbs a")]
    assert links == [("Home", "/"), ("Conditions", "/conditions/")]
    assert not soup_of(client, "/").select(".breadcrumbs")


def test_a_page_of_the_tree_is_found_at_its_own_address_only(client):
    article = factories.ConditionPageFactory(slug="back-pain")
    assert client.get("/conditions/back-pain/").status_code == 200
    for path in (
        *("/back-pain/", "/treatments/back-pain/", "/conditions/back-pain/x/"),
        *("/conditions/back/", "/home/conditions/back-pain/"),
    ):
        assert client.get(path).status_code == 404, path
    article.unpublish()
    assert client.get("/conditions/back-pain/").status_code == 404


def test_a_missing_page_answers_with_help(client):
    soup = soup_of(client, "/nowhere/")
    assert soup.h1.get_text() == "Page not found"
    assert soup.select_one("main form[action='/search/']")


def test_a_page_below_a_private_one_is_not_shown(client):
    article = factories.ConditionPageFactory()
    index = article.get_parent()
    index.view_restrictions.create(restriction_type="login")
    assert client.get(article.url).status_code == 302


def test_an_alias_of_a_private_page_is_not_shown(client):
    article = factories.ConditionPageFactory()
    alias = article.create_alias(update_slug="alias")
    second = alias.create_alias(update_slug="second")
    assert client.get(alias.url).status_code == 200
    article.view_restrictions.create(restriction_type="login")
    assert client.get(alias.url).status_code == 302
    assert client.get(second.url).status_code == 302


def test_restrictions_are_those_that_wagtail_finds(client):
    article = factories.ConditionPageFactory()
    article.view_restrictions.create(restriction_type="login")
    article.get_parent().view_restrictions.create(restriction_type="login")
    factories.TreatmentPageFactory().view_restrictions.create(restriction_type="login")
    wagtails = Page.get_view_restrictions(article)
    assert set(article.get_view_restrictions()) == set(wagtails)
    assert len(wagtails) == 2
