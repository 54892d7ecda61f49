"""An editor publishes an article that lacks something, and is shown what, and where."""

import pytest
from playwright.sync_api import expect

from tests import factories
from tests.browser.page_editor import PageEditor, log_in

pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db(transaction=True, serialized_rollback=True),
]


@pytest.fixture
def editor(page):
    """The page editor, opened by a user of the group "Editors"."""
    log_in(page, "Editors")
    return PageEditor(page)


def test_what_is_missing_is_shown_beside_its_section_and_the_text_stays(editor):
    editor.create(factories.TreatmentIndexPageFactory(), "Treatment page")
    editor.fill("id_title", "Acupuncture")
    benefits = editor.block("sections-3-value-heading")
    editor.add_block(editor.stream("body", benefits), "Text")
    editor.write(benefits, "It may ease pain.")
    editor.press_publish()
    expect(editor.stream("summary")).to_contain_text("The summary is missing")
    # Its section is opened to show it.
    message = editor.page.get_by_text("tells of benefits but not of risks")
    expect(message.filter(visible=True)).to_have_count(1)
    risks = editor.block("sections-4-value-heading")
    expect(risks).to_contain_text("tells of benefits but not of risks")
    benefits = editor.block("sections-3-value-heading")
    expect(benefits).to_contain_text("It may ease pain.")
    editor.fill("id_summary", "Thin needles, put into the skin.")
    editor.add_block(editor.stream("body", risks), "Text")
    editor.write(risks, "It may bleed a little.")
    editor.publish()
    warning = editor.page.locator(".messages .warning")
    expect(warning).to_contain_text("The other options are missing")
    editor.page.locator(".messages").get_by_role("link", name="Edit").click()
    panel = editor.page.get_by_text("The page can be published, but this is missing:")
    expect(panel).to_be_visible()
