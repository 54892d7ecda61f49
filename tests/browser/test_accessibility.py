"""Every public page, filled with one of everything, in every look."""

import pytest
from django.conf import settings
from playwright.sync_api import expect

from tests import factories
from tests.browser.barriers import assert_accessible
from tests.browser.rich_pages import (
    rich_article,
    rich_body,
    rich_clinic,
    rich_sections,
)

pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db(transaction=True, serialized_rollback=True),
]


@pytest.fixture(params=[320, 1280])
def page(open_page, request):
    """A page as wide as a small phone's, and as a desk's."""
    return open_page(viewport={"width": request.param, "height": 800})


@pytest.fixture
def form(served_site):
    """The feedback form of a clinic that has filled in everything."""
    return rich_clinic(served_site)


def filled_home_page():
    """The front page with everything on it, and pages of each kind below."""
    home = factories.home_page()
    factories.ConditionPageFactory(alternative_names="Sciatica")
    factories.TreatmentPageFactory()
    factories.LocationPageFactory()
    factories.ClinicianFactory(photograph=factories.ClinicImageFactory())
    home.refresh_from_db()
    home.introduction = "We help people with long-term pain."
    home.hero_image = factories.ClinicImageFactory(description="A walk in the park.")
    home.action_text = "Ask for a consultation"
    home.action_page = home.get_children().first()
    home.body = rich_body()
    home.save()
    return home


def filled_condition():
    """A condition with every section, and a treatment for it."""
    condition = rich_article(factories.ConditionPageFactory, title="Back pain")
    condition.treatment_links.create(treatment=factories.TreatmentPageFactory())
    condition.related_page_links.create(page=factories.StandardPageFactory())
    return condition


def filled_treatment():
    """A treatment with every section, offered for a condition."""
    treatment = rich_article(factories.TreatmentPageFactory, title="Pacing")
    factories.ConditionPageFactory().treatment_links.create(treatment=treatment)
    return treatment


def filled_list():
    """The A to Z with an entry under another name."""
    return factories.ConditionPageFactory(
        alternative_names="Slipped disc\nLumbago"
    ).get_parent()


def filled_topic():
    """A topic with a condition and a treatment."""
    topic = factories.TopicPageFactory(introduction="All about nerves.")
    for factory in (factories.ConditionPageFactory, factories.TreatmentPageFactory):
        page = factory()
        page.topics = [topic]
        page.save()
    return topic


PAGES = {
    "front page": filled_home_page,
    "condition": filled_condition,
    "treatment": filled_treatment,
    "list of conditions": filled_list,
    "list of treatments": lambda: factories.TreatmentPageFactory().get_parent(),
    "plain page": lambda: factories.StandardPageFactory(
        introduction="Who we are.", body=rich_body()
    ),
    "location": lambda: factories.LocationPageFactory(
        introduction="Our building by the river.",
        phone="020 7946 0000",
        directions=rich_body(),
    ),
    "topic": filled_topic,
}


@pytest.mark.parametrize("kind", PAGES)
def test_a_page_has_no_barrier(page, form, kind):
    filled = PAGES[kind]()
    page.goto(filled.url)
    assert_accessible(page)


def test_an_article_has_one_feedback_panel(page, form):
    page.goto(factories.ConditionPageFactory(sections=rich_sections()).url)
    expect(page.locator(".feedback-panel")).to_have_count(1)


def test_a_form_its_errors_and_its_thanks_have_no_barrier(page, form):
    page.goto(form.url)
    assert_accessible(page)
    page.get_by_role("button", name="Send").click()
    expect(page.get_by_role("alert")).to_contain_text("There is a problem")
    assert_accessible(page)
    page.get_by_label("Very good").check()
    page.get_by_role("button", name="Send").click()
    expect(page.locator("h1")).to_have_text("Thank you")
    assert_accessible(page)


@pytest.mark.parametrize("query", ["", "?q=pain", "?q=nothing-like-it"])
def test_the_search_has_no_barrier(page, form, query):
    factories.ConditionPageFactory(title="Back pain")
    page.goto(f"/search/{query}")
    assert_accessible(page)


@pytest.mark.parametrize("path", ["/people/", "/people/ada-wells/", "/site-map/"])
def test_people_and_the_site_map_have_no_barrier(page, form, path):
    author = factories.ClinicianFactory(
        name="Dr Ada Wells",
        biography="Ada listens.",
        photograph=factories.ClinicImageFactory(description="Ada at her desk."),
    )
    factories.ConditionPageFactory(author=author)
    page.goto(path)
    assert_accessible(page)


@pytest.mark.parametrize("path", ["/nothing-here/", "/conditions/bakc-pain/"])
def test_a_page_that_is_not_there_has_no_barrier(page, form, watch, path):
    watch.allow_status(404)
    factories.ConditionPageFactory(title="Back pain")
    page.goto(path)
    assert_accessible(page)


def test_a_closed_site_has_no_barrier(page, form, watch):
    watch.allow_status(503)
    switch = settings.DATA_DIR / "maintenance"
    switch.touch()
    try:
        page.goto("/")
        assert_accessible(page)
    finally:
        switch.unlink()
