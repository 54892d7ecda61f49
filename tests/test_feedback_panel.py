"""The panel: once on every article that asks, nowhere else."""

import pytest
from bs4 import BeautifulSoup
from django.template import Context, Template
from django.test import RequestFactory

from articles.models import ConditionPage
from home.models import ClinicSettings
from submissions.models import Rating
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def feedback_form(site):
    """The clinic's feedback form, live and chosen in the settings."""
    form_page = factories.FormPageFactory(slug="feedback")
    clinic = ClinicSettings.for_site(site)
    clinic.feedback_form = form_page
    clinic.save()
    return form_page


def panels(client, page):
    """The feedback panels on a page as a patient gets it."""
    soup = BeautifulSoup(client.get(page.url).content, "html.parser")
    return soup.select(".feedback-panel")


@pytest.mark.parametrize(
    "factory",
    [
        factories.ConditionPageFactory,
        factories.TreatmentPageFactory,
        factories.LocationPageFactory,
    ],
)
def test_articles_and_buildings_end_with_one_panel(client, feedback_form, factory):
    assert len(panels(client, factory())) == 1


def test_the_answers_are_links_to_the_form_about_the_page(client, feedback_form):
    article = factories.ConditionPageFactory()
    (panel,) = panels(client, article)
    links = [link["href"] for link in panel.select("a")]
    assert links == [
        f"/feedback/?about={article.pk}&rating={value}" for value in Rating.values
    ]


def test_each_answer_leads_to_the_form_with_that_answer_chosen(client, feedback_form):
    article = factories.ConditionPageFactory()
    (panel,) = panels(client, article)
    for link in panel.select("a"):
        soup = BeautifulSoup(client.get(link["href"]).content, "html.parser")
        chosen = soup.select_one("input[type=radio][checked]")
        assert chosen.find_next("label").get_text(strip=True) == link.get_text()
        assert article.title in soup.select_one(".about-page").get_text()


def test_the_preview_of_a_page_that_was_never_saved_shows_the_panel(feedback_form):
    response = ConditionPage(title="New", slug="new").make_preview_request()
    soup = BeautifulSoup(response.render().content, "html.parser")
    assert soup.select_one(".feedback-panel a")["href"].endswith("?rating=5")


def test_an_article_that_does_not_ask_has_no_panel(client, feedback_form):
    assert panels(client, factories.ConditionPageFactory(feedback_enabled=False)) == []


def test_other_pages_have_no_panel(client, feedback_form):
    for page in (factories.StandardPageFactory(), feedback_form):
        assert panels(client, page) == []


def test_without_a_live_form_there_is_no_panel(client, feedback_form):
    feedback_form.unpublish()
    assert panels(client, factories.ConditionPageFactory()) == []


def test_a_second_panel_draws_nothing_and_is_logged(feedback_form, caplog):
    request = RequestFactory().get("/")
    context = Context(
        {
            "request": request,
            "page": factories.ConditionPageFactory(),
            "form_page": feedback_form,
        }
    )
    tag = "{% load feedback_tags %}{% feedback_panel form_page %}"
    html = Template(tag * 2).render(context)
    assert len(BeautifulSoup(html, "html.parser").select("section")) == 1
    assert "asked for twice" in caplog.text
    caplog.clear()


def test_reading_an_article_sets_no_cookie_and_varies_by_nobody(client, feedback_form):
    response = client.get(factories.ConditionPageFactory().url)
    assert not response.cookies
    assert "Cookie" not in response.headers.get("Vary", "")
