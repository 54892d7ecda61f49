"""Lists name what everybody may see, and nothing else."""

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth import get_user_model

from articles.models import ConditionPage, ConditionTreatment
from articles.models.article import RelatedPage
from editorial.models import public_pages
from tests import factories

pytestmark = pytest.mark.django_db


def restrict(page):
    """Put the page behind a login."""
    page.view_restrictions.create(restriction_type="login")


def text_of(client, path):
    """The page at `path` as a patient gets it."""
    return client.get(path).content.decode()


@pytest.fixture
def private():
    """A condition, a treatment and a building behind a login."""
    pages = [
        factories.ConditionPageFactory(title="Hidden condition"),
        factories.TreatmentPageFactory(title="Hidden treatment"),
        factories.LocationPageFactory(title="Hidden building"),
    ]
    for page in pages:
        restrict(page)
    return pages


@pytest.mark.parametrize("path", ["/", "/conditions/", "/treatments/"])
def test_lists_leave_out_what_is_behind_a_login(client, private, path):
    factories.ConditionPageFactory(title="Open condition")
    factories.TreatmentPageFactory(title="Open treatment")
    text = text_of(client, path)
    assert "Open" in text
    assert "Hidden" not in text


def test_articles_lead_to_nothing_behind_a_login(client, private):
    condition, treatment, building = private
    reader = factories.ConditionPageFactory()
    ConditionTreatment.objects.create(condition=reader, treatment=treatment)
    RelatedPage.objects.create(article=reader, page=building)
    assert "Hidden" not in text_of(client, reader.url)
    open_treatment = factories.TreatmentPageFactory()
    ConditionTreatment.objects.create(condition=condition, treatment=open_treatment)
    assert "Hidden" not in text_of(client, open_treatment.url)


def test_what_stands_below_a_private_page_is_not_listed(client):
    article = factories.ConditionPageFactory(title="Below a private list")
    restrict(article.get_parent())
    assert article.title not in text_of(client, "/")
    assert not public_pages(ConditionPage.objects.all())


def test_a_private_list_names_its_articles_to_those_who_may_see_it(client):
    article = factories.ConditionPageFactory(title="For members")
    hidden = factories.ConditionPageFactory(title="For fewer still")
    restrict(article.get_parent())
    restrict(hidden)
    client.force_login(get_user_model().objects.create_user("member"))
    text = text_of(client, "/conditions/")
    assert article.title in text
    assert hidden.title not in text


def test_an_alias_of_a_private_page_is_not_listed(client):
    article = factories.ConditionPageFactory(title="Private")
    alias = article.create_alias(update_slug="alias")
    alias.create_alias(update_slug="alias-of-the-alias")
    assert text_of(client, "/conditions/").count("Private") == 3
    restrict(article)
    assert "Private" not in text_of(client, "/conditions/")


def test_a_page_whose_path_only_looks_alike_stays_listed():
    first, second = factories.ConditionPageFactory.create_batch(2)
    restrict(first)
    assert list(public_pages(ConditionPage.objects.all())) == [second]
    assert list(public_pages(factories.home_page().get_children())) == [
        first.get_parent().page_ptr
    ]


def test_lists_say_what_wagtail_says_of_pages_that_are_no_aliases():
    for _ in range(3):
        restrict(factories.ConditionPageFactory())
        factories.ConditionPageFactory()
    wagtails = ConditionPage.objects.live().public()
    assert set(public_pages(ConditionPage.objects.all())) == set(wagtails)


def test_a_list_costs_one_query_and_reads_no_article(django_assert_num_queries):
    article = factories.ConditionPageFactory()
    front_page = factories.home_page()
    with django_assert_num_queries(1):
        (listed,) = ConditionPage.objects.listed_below(front_page)
    assert listed == article
    assert {"sections", "references"} <= listed.get_deferred_fields()


def test_a_page_for_everybody_costs_no_query_for_restrictions(
    client, django_assert_max_num_queries
):
    page = factories.StandardPageFactory()
    client.get(page.url)
    with django_assert_max_num_queries(4):
        client.get(page.url)
    restrict(page)
    assert client.get(page.url).status_code == 302


def test_the_front_page_names_eight_of_many_and_leads_to_all(client):
    factories.ConditionPageFactory.create_batch(9)
    soup = BeautifulSoup(client.get("/").content, "html.parser")
    section = soup.select_one("section[aria-labelledby=conditions]")
    assert len(section.select(".page-list li")) == 8
    assert section.select_one(".more")["href"] == "/conditions/"
