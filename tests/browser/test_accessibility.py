"""Every public page, filled with one of everything, in every look."""

import pytest
from django.conf import settings
from playwright.sync_api import expect

from tests import factories
from tests.browser.barriers import assert_accessible
from tests.browser.page_kinds import PAGES
from tests.browser.rich_pages import rich_clinic, rich_sections

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


@pytest.mark.parametrize("kind", PAGES)
def test_a_page_has_no_barrier(page, form, kind):
    page.goto(PAGES[kind]())
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


def test_withdrawing_by_e_mail_has_no_barrier(page, form):
    page.goto("/withdraw/")
    assert_accessible(page)
    page.get_by_role("button", name="Send me the code").click()
    expect(page.get_by_role("alert")).to_contain_text("There is a problem")
    assert_accessible(page)
    page.get_by_label("Your reference").fill("K7QM-4ZD2")
    page.get_by_label("Your e-mail address").fill("pat@example.org")
    page.get_by_role("button", name="Send me the code").click()
    expect(page.locator("h1")).to_have_text("Type the code")
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
