"""A page is written and published without a mouse."""

import pytest
from playwright.sync_api import Locator, Page, expect

from tests import factories
from tests.browser.page_editor import log_in

pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db(transaction=True, serialized_rollback=True),
]

# More stops than any screen has between two things to do.
MOST_STOPS = 120


def tab_to(page: Page, goal: Locator, key: str = "Tab") -> None:
    """Press Tab, or what else goes on, until this has the focus."""
    expect(goal).to_be_visible()
    for _ in range(MOST_STOPS):
        if goal.evaluate("element => element === document.activeElement"):
            return
        page.keyboard.press(key)
    raise AssertionError(f"{goal} cannot be reached by keyboard")


def test_a_treatment_is_written_and_published_by_keyboard(page):
    index = factories.TreatmentIndexPageFactory()
    log_in(page, "Editors")
    page.goto(f"/admin/pages/add/articles/treatmentpage/{index.pk}/")
    tab_to(page, page.locator("#id_title"))
    page.keyboard.type("Acupuncture")
    tab_to(page, page.locator("#id_summary"))
    page.keyboard.type("Thin needles, put into the skin.")
    heading = page.locator("#sections-0-value-heading")
    tab_to(page, heading)
    section = heading.locator("xpath=ancestor::*[@data-streamfield-child][1]")
    tab_to(page, section.get_by_role("button", name="Insert a block").last)
    page.keyboard.press("Enter")
    tab_to(page, page.get_by_role("combobox"))
    page.keyboard.type("inset")
    options = page.locator("[role=option]").filter(visible=True)
    expect(options).to_have_text(["Inset text"])
    page.keyboard.press("Enter")
    # The first is the empty text with which a section begins.
    text = section.locator(".public-DraftEditor-content").last
    tab_to(page, text)
    page.keyboard.type("You can bring somebody with you.")
    expect(section.locator('input[value*="bring somebody"]')).to_be_attached()
    footer = page.locator("footer")
    tab_to(page, footer.get_by_role("button", name="More actions"), "Shift+Tab")
    page.keyboard.press("Enter")
    publish = page.locator("button[name=action-publish]")
    tab_to(page, publish)
    page.keyboard.press("Enter")
    message = page.locator(".messages .success")
    expect(message).to_contain_text("published")
    tab_to(page, message.get_by_role("link", name="View live"))
    page.keyboard.press("Enter")
    expect(page.locator(".skip-link")).to_be_attached()
    expect(page.locator("main")).to_contain_text("You can bring somebody with you.")
