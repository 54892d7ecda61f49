"""The menu: in sight on a desk, behind a button on a phone, without scripts."""

import pytest
from playwright.sync_api import Page, expect

from tests import factories
from tests.browser.barriers import assert_accessible

pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db(transaction=True, serialized_rollback=True),
]

PHONE = {"width": 320, "height": 640}
DESK = {"width": 1280, "height": 800}


@pytest.fixture(autouse=True)
def article(served_site):
    """An article below a page that stands in the menu."""
    return factories.ConditionPageFactory(title="Back pain")


def menu_button(page: Page):
    """The button that opens the menu."""
    return page.get_by_role("button", name="Menu", exact=True)


def menu_link(page: Page):
    """A link of the menu, as those find it who listen to the page."""
    return page.get_by_role("navigation", name="Main").get_by_role("link")


def test_on_a_phone_the_menu_opens_and_closes_without_scripts(open_page, article):
    page = open_page(viewport=PHONE, java_script_enabled=False)
    page.goto(article.url)
    expect(menu_link(page)).to_have_count(0)
    menu_button(page).click()
    expect(menu_link(page)).to_have_text("Conditions")
    expect(page.get_by_role("searchbox")).to_be_visible()
    page.get_by_role("button", name="Close menu").click()
    expect(menu_link(page)).to_have_count(0)
    menu_button(page).click()
    menu_link(page).click()
    expect(page.locator("h1")).to_have_text("Conditions")


def test_the_keyboard_opens_the_menu_and_comes_back_from_it(open_page, article):
    page = open_page(viewport=PHONE)
    page.goto(article.url)
    menu_button(page).focus()
    page.keyboard.press("Enter")
    expect(menu_link(page)).to_be_visible()
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Close menu")).to_be_focused()
    page.keyboard.press("Tab")
    expect(menu_link(page)).to_be_focused()
    page.keyboard.press("Escape")
    expect(menu_link(page)).to_have_count(0)
    expect(menu_button(page)).to_be_focused()


def test_the_open_menu_has_no_barrier(open_page, article):
    page = open_page(viewport=PHONE)
    page.goto(article.url)
    menu_button(page).click()
    assert_accessible(page)


def test_on_a_desk_the_menu_is_in_sight_and_says_where_one_is(open_page, article):
    page = open_page(viewport=DESK)
    page.goto(article.url)
    expect(menu_link(page)).to_be_visible()
    expect(menu_link(page)).to_have_attribute("aria-current", "true")
    expect(menu_button(page)).to_have_count(0)


def test_an_old_phone_without_popovers_shows_the_menu_in_place(open_page, article):
    page = open_page(viewport=PHONE)
    # Takes away what such a browser does not know: the attribute, and the styles
    # behind the question whether it knows it.
    page.route("**/site.css", without_popover_styles)
    page.goto(article.url)
    page.evaluate("document.querySelector('[popover]').removeAttribute('popover')")
    expect(menu_link(page)).to_be_visible()
    expect(page.get_by_role("button", name="Menu", exact=True)).to_be_hidden()


def without_popover_styles(route) -> None:
    """The style sheet as a browser without popovers reads it."""
    response = route.fetch()
    body = response.text().replace(
        "@supports selector(:popover-open)", "@supports selector(:unknown-to-all)"
    )
    route.fulfill(response=response, body=body)
