"""An article's sections in the real editor: what opens, and what the picker offers."""

import pytest
from playwright.sync_api import expect

from tests import factories
from tests.browser.page_editor import PageEditor, log_in
from tests.browser.rich_pages import rich_sections
from tests.publication import section

pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db(transaction=True, serialized_rollback=True),
]

ALREADY = ": already on this page"


@pytest.fixture
def editor(page):
    """The page editor, opened by a user of the group "Editors"."""
    log_in(page, "Editors")
    return PageEditor(page)


def toggles(editor: PageEditor):
    """The buttons that open and close the sections."""
    container = editor.stream("sections").locator("[data-streamfield-stream-container]")
    return container.first.locator(
        "> [data-streamfield-child] > section > .w-panel__header > [data-panel-toggle]"
    )


def states(editor: PageEditor) -> list[str]:
    return [toggle.get_attribute("aria-expanded") for toggle in toggles(editor).all()]


def open_picker(editor: PageEditor):
    """Open the picker below the last section; its options."""
    button = editor.stream("sections").locator("button.c-sf-add-button").last
    button.focus()
    editor.page.keyboard.press("Enter")
    options = editor.page.get_by_role("option")
    expect(options.first).to_be_visible()
    expect(editor.page.get_by_role("combobox")).to_be_focused()
    return options


def test_a_written_article_opens_as_a_list_of_its_headings(editor):
    article = factories.TreatmentPageFactory(sections=rich_sections())
    editor.edit(article)
    expect(toggles(editor)).to_have_count(12)
    assert states(editor) == ["false"] * 12
    expect(editor.stream("sections")).to_contain_text("How it may help")
    expect(editor.page.locator("#sections-0-value-heading")).to_be_hidden()


def test_a_new_article_opens_at_its_first_section(editor):
    editor.create(factories.TreatmentIndexPageFactory(), "Treatment page")
    expect(toggles(editor)).to_have_count(8)
    assert states(editor) == ["true"] + ["false"] * 7


def test_a_kind_that_stands_on_the_page_cannot_be_chosen_again(editor):
    editor.edit(factories.ConditionPageFactory(sections=[section("causes")]))
    options = open_picker(editor)
    used_up = options.filter(has_text=ALREADY)
    expect(used_up).to_have_text([f"Causes{ALREADY}"])
    expect(used_up).to_have_attribute("aria-disabled", "true")
    editor.page.keyboard.type("causes")
    expect(options).to_have_count(1)
    editor.page.keyboard.press("Enter")
    used_up.click(force=True)
    expect(toggles(editor)).to_have_count(1)
    editor.page.keyboard.press("Escape")
    expect(options).to_have_count(0)
    options = open_picker(editor)
    editor.page.keyboard.type("topic")
    expect(options).to_have_text(["Topic"])
    editor.page.keyboard.press("Enter")
    expect(toggles(editor)).to_have_count(2)


def test_a_kind_can_be_chosen_again_once_its_section_is_deleted(editor):
    editor.edit(factories.ConditionPageFactory(sections=[section("causes")]))
    duplicate = editor.page.get_by_role("button", name="Duplicate").first
    expect(duplicate).to_be_disabled()
    editor.page.get_by_role("button", name="Delete").first.click()
    expect(toggles(editor).filter(visible=True)).to_have_count(0)
    options = open_picker(editor)
    expect(options.filter(has_text=ALREADY)).to_have_count(0)
    editor.page.get_by_role("option", name="Causes", exact=True).click()
    expect(toggles(editor).filter(visible=True)).to_have_count(1)


def test_an_error_in_a_collapsed_section_opens_it(editor):
    call = {"type": "call_to_action", "value": {"text": "", "page": None, "url": ""}}
    broken = {"type": "topic", "value": {"heading": "At work", "body": [call]}}
    article = factories.ConditionPageFactory(sections=[section("causes"), broken])
    editor.edit(article)
    editor.press_publish()
    message = editor.page.get_by_text("Fill this in. It cannot be empty.")
    expect(message).to_be_visible()
    expect(editor.page.get_by_role("tab", name="Write")).to_contain_text("3 errors")
    expect(toggles(editor)).to_have_count(2)
    assert states(editor) == ["false", "true"]


def test_collapse_all_lies_over_no_tab(editor):
    editor.page.set_viewport_size({"width": 1280, "height": 800})
    editor.edit(factories.ConditionPageFactory(sections=rich_sections()))
    button = editor.page.get_by_role("button", name="Collapse all")
    top = button.bounding_box()["y"]
    tabs = [tab.bounding_box() for tab in editor.page.get_by_role("tab").all()]
    assert max(tab["y"] + tab["height"] for tab in tabs if tab) <= top
