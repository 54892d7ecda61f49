"""One panel or one form on paper and without scripts, too, and no barrier there."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from tests.browser.barriers import RULES
from tests.browser.page_kinds import filled_condition
from tests.browser.rich_pages import rich_clinic

pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db(transaction=True, serialized_rollback=True),
]


@pytest.fixture
def form(served_site):
    """The feedback form of a clinic that has filled in everything."""
    return rich_clinic(served_site)


def go_through(page, form, look):
    """An article, then the form in each of its states; `look` is told what to find."""
    page.goto(filled_condition().url)
    look(panels=1, forms=0)
    page.goto(form.url)
    look(panels=0, forms=1)
    page.get_by_role("button", name="Send").click()
    expect(page.get_by_role("alert")).to_contain_text("There is a problem")
    look(panels=0, forms=1)
    page.get_by_label("Very good").check()
    page.get_by_role("button", name="Send").click()
    expect(page.locator("h1")).to_have_text("Thank you")
    look(panels=0, forms=0)


def test_without_scripts_there_is_one_of_either(open_page, form):
    page = open_page(java_script_enabled=False)

    def look(panels, forms):
        expect(page.locator(".feedback-panel")).to_have_count(panels)
        expect(page.locator("main form.form")).to_have_count(forms)

    go_through(page, form, look)


def test_on_paper_there_is_one_of_either_and_no_barrier(page, form):
    def look(panels, forms):
        page.emulate_media(media="print")
        expect(page.locator(".feedback-panel")).to_have_count(panels)
        expect(page.locator("main form.form")).to_have_count(forms)
        results = Axe().run(page, options=RULES)
        assert not results.violations_count, results.generate_report()
        page.emulate_media(media="screen")

    go_through(page, form, look)
