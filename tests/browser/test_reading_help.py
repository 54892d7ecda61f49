"""Reading help in the checks panel of the real editor, on text that is not saved."""

import pytest
from playwright.sync_api import expect

from tests import factories
from tests.browser.page_editor import PageEditor, log_in

pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db(transaction=True, serialized_rollback=True),
]

# Wagtail notes changes only from two seconds after the form is ready. It says twice
# that it is, and what is typed between the beginnings of its watches is not noted.
NOTE_WATCHING = """
let beginning = 0;
const note = step => () => {
  beginning += step;
  document.documentElement.toggleAttribute("data-watched", beginning === 0);
};
addEventListener("w-unsaved:ready", note(1));
addEventListener("w-unsaved:watch-edits", note(-1));
"""


@pytest.fixture
def editor(page):
    """The page editor, opened by a user of the group "Editors"."""
    log_in(page, "Editors")
    page.add_init_script(NOTE_WATCHING)
    return PageEditor(page)


def open_checks(editor: PageEditor):
    """Open the checks panel; the toggle, and where the advice stands."""
    toggle = editor.page.get_by_role("button", name="Toggle checks")
    toggle.click()
    expect(editor.page.locator("html[data-watched]")).to_be_attached()
    return toggle, editor.page.locator("[data-reading-help]")


def test_the_checks_show_advice_on_unsaved_text_and_count_it(editor):
    article = factories.ConditionPageFactory(summary="Short and plain.")
    editor.edit(article)
    toggle, help_panel = open_checks(editor)
    expect(help_panel).to_contain_text("No long sentences")

    editor.fill("id_summary", "We utilise color for the pain.")
    expect(help_panel).to_contain_text("utilise → use")
    expect(help_panel).to_contain_text("color → colour")
    expect(toggle).to_contain_text("2")

    editor.fill("id_summary", "We use colour for the pain.")
    expect(help_panel).to_contain_text("No long sentences")
    expect(toggle).not_to_contain_text("2")
    article.refresh_from_db()
    assert article.summary == "Short and plain."


def test_a_new_page_has_advice_before_it_is_saved(editor, home_page):
    editor.create(home_page, "Location page")
    _, help_panel = open_checks(editor)
    editor.fill("id_title", "Our building")
    editor.fill("id_introduction", "Please commence at the center.")
    expect(help_panel).to_contain_text("commence → start, begin")
    expect(help_panel).to_contain_text("center → centre")


def test_a_failure_is_told_and_stops_nobody(editor, watch):
    watch.allow_status(500)
    editor.page.route("**/reading-help/", lambda route: route.fulfill(status=500))
    editor.edit(factories.ConditionPageFactory())
    _, help_panel = open_checks(editor)
    expect(help_panel).to_have_text(
        "The text could not be checked just now. You can go on writing."
    )
    editor.fill("id_title", "A better title")
    editor.save_draft()
