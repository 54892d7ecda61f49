"""The site map names every public page, each below the one it belongs to."""

import pytest
from bs4 import BeautifulSoup

from tests import factories

pytestmark = pytest.mark.django_db


def tree(client):
    """The site map as nested lists of (address, what is below it)."""
    soup = BeautifulSoup(client.get("/site-map/").content, "html.parser")
    lists = soup.select_one(".site-map").find_all("ul", recursive=False)
    return [entry for each in lists for entry in entries(each)]


def entries(element):
    """A list's entries as (address, entries below it)."""
    return [
        (item.a["href"], entries(item.ul) if item.ul else [])
        for item in element.find_all("li", recursive=False)
    ]


def test_articles_stand_below_their_lists_and_people_at_the_end(client):
    first = factories.ConditionPageFactory()
    second = factories.ConditionPageFactory()
    about = factories.StandardPageFactory(slug="about")
    factories.ClinicianFactory(name="Ada Wells")
    assert tree(client) == [
        ("/conditions/", [(first.url, []), (second.url, [])]),
        (about.url, []),
        ("/people/", [("/people/ada-wells/", [])]),
    ]


def test_drafts_and_private_pages_are_not_named(client):
    factories.StandardPageFactory(live=False)
    article = factories.ConditionPageFactory()
    article.get_parent().view_restrictions.create(restriction_type="login")
    assert tree(client) == []


def test_a_page_below_a_draft_is_named_all_the_same(client):
    article = factories.ConditionPageFactory()
    about = factories.StandardPageFactory()
    article.get_parent().unpublish()
    assert tree(client) == [(article.url, []), (about.url, [])]


def test_the_site_map_costs_the_same_however_many_pages_there_are(
    client, django_assert_num_queries
):
    for _ in range(2):
        factories.ConditionPageFactory.create_batch(3)
        factories.ClinicianFactory.create_batch(3)
        client.get("/site-map/")
        with django_assert_num_queries(5):
            client.get("/site-map/")
