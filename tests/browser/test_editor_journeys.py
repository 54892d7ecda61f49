"""Each page type: created, edited, previewed and published by an editor.

No step may cause a script error, a failed answer or a call to another host: the
`watch` fixture fails the test.
"""

import re

import pytest
from playwright.sync_api import expect
from wagtail.models import Page

from articles.models import ConditionIndexPage, TreatmentIndexPage
from forms.models import FormField, FormPage
from home.models import StandardPage
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


def publish_and_view(editor: PageEditor, text: str) -> None:
    """See `text` in the preview, publish, and see it on the live page."""
    expect(editor.preview()).to_contain_text(text)
    editor.publish()
    editor.view_live()
    expect(editor.page.locator("main")).to_contain_text(text)


def change_title(editor: PageEditor, page) -> None:
    """Edit a published page once more, and see the change."""
    editor.edit(page)
    editor.fill("id_title", "A better title")
    editor.publish()
    editor.view_live()
    expect(editor.page.locator("h1")).to_have_text("A better title")


@pytest.mark.parametrize(
    ("type_name", "parent_factory", "kind", "sections"),
    [
        ("Condition page", factories.ConditionIndexPageFactory, "Benefits", 4),
        ("Treatment page", factories.TreatmentIndexPageFactory, "Causes", 8),
    ],
)
def test_an_article_is_written_section_by_section(
    editor, type_name, parent_factory, kind, sections
):
    parent = parent_factory()
    editor.create(parent, type_name)
    editor.fill("id_title", "Back pain")
    editor.fill("id_summary", "Pain in the lower back.")
    editor.fill("sections-0-value-heading", "What back pain is")
    editor.add_block(editor.stream("sections"), kind)
    expect(editor.page.locator(f"#sections-{sections}-value-heading")).to_be_visible()
    editor.add_block(editor.stream("sections"), "Topic")
    heading = f"sections-{sections + 1}-value-heading"
    editor.fill(heading, "Back pain at work")
    topic = editor.block(heading)
    editor.write(topic, "Stand up now and then.")
    editor.add_block(editor.stream("body", topic), "Quote")
    topic.get_by_label("Quote*").fill("I walk more now.")
    expect(editor.preview()).to_contain_text("Stand up now and then.")
    publish_and_view(editor, "I walk more now.")
    headings = editor.page.locator("main h2")
    expect(headings.filter(has_text="What back pain is")).to_have_count(1)
    expect(headings.filter(has_text="Back pain at work")).to_have_count(1)
    change_title(editor, Page.objects.child_of(parent).get())


@pytest.mark.parametrize(
    ("type_name", "model"),
    [
        ("Condition index page", ConditionIndexPage),
        ("Treatment index page", TreatmentIndexPage),
    ],
)
def test_a_list_is_added_once_and_then_no_more(editor, home_page, type_name, model):
    editor.create(home_page, type_name)
    editor.fill("id_title", "All of them")
    editor.fill("id_introduction", "Everything we know, from A to Z.")
    publish_and_view(editor, "Everything we know, from A to Z.")
    change_title(editor, model.objects.get())
    editor.page.goto(f"/admin/pages/{home_page.pk}/add_subpage/")
    expect(
        editor.page.get_by_role("link", name="Pages using Standard page")
    ).to_be_visible()
    expect(editor.page.get_by_role("link", name=type_name)).to_have_count(0)


def test_a_plain_page_is_written_with_text_and_a_block_from_the_picker(
    editor, home_page
):
    editor.create(home_page, "Standard page")
    editor.fill("id_title", "About us")
    editor.fill("id_introduction", "Who we are.")
    body = editor.stream("body")
    editor.write(body, "We treat pain.")
    editor.add_block(body, "Warning callout")
    editor.fill("body-1-value-heading", "Driving afterwards")
    editor.write(editor.block("body-1-value-heading"), "Do not drive home.")
    expect(editor.preview()).to_contain_text("We treat pain.")
    publish_and_view(editor, "Do not drive home.")
    change_title(editor, StandardPage.objects.get())


PASTED = """
<h1>Doses</h1><p>10<sup>9</sup>, 1<sup>1</sup>/<sub>2</sub>,
<span style="font-size:11pt;vertical-align:sub;">2</span>, 1<sup>st</sup></p>
<h2>Then</h2><p><del>20 mg</del> <ins>2 mg</ins></p>
<table><tr><td>Morning</td><td>5 mg</td></tr></table>
<table><tr><td><p>In a frame</p></td></tr></table>
"""


def test_what_is_pasted_keeps_headings_and_figures_and_says_what_it_lost(editor):
    editor.edit(factories.ConditionPageFactory(sections=[]))
    editor.add_block(editor.stream("sections"), "Topic")
    body = editor.stream("body")
    area = body.locator(".public-DraftEditor-content")
    area.click()
    area.evaluate(
        """(area, html) => {
            const clipboardData = new DataTransfer();
            clipboardData.setData("text/html", html);
            clipboardData.setData("text/plain", "As text");
            const paste = { clipboardData, bubbles: true, cancelable: true };
            area.dispatchEvent(new ClipboardEvent("paste", paste));
        }""",
        PASTED,
    )
    expect(area.locator("h3")).to_have_text(["Doses", "Then"])
    expect(area).to_contain_text("10⁹, 1¹/₂,")
    expect(area).to_contain_text("₂, 1st")
    expect(area).to_contain_text("In a frame")
    expect(area).not_to_contain_text(re.compile("20 mg|Morning"))
    expect(body.get_by_role("status")).to_contain_text("table")
    expect(body.get_by_role("status")).to_contain_text("crossed out")


def test_a_location_is_written_with_address_and_directions(editor, home_page):
    editor.create(home_page, "Location page")
    editor.fill("id_title", "Riverside building")
    editor.fill("id_address", "1 River Street")
    editor.fill("id_opening_hours", "Monday to Friday, 9am to 5pm")
    directions = editor.stream("directions")
    editor.write(directions, "Take the number 5 bus.")
    editor.add_block(directions, "Inset text")
    editor.write(directions, "There is a ramp.")
    publish_and_view(editor, "There is a ramp.")
    change_title(editor, Page.objects.child_of(home_page).get())


def test_the_front_page_is_edited(editor, home_page):
    editor.edit(home_page)
    editor.fill("id_hero_title", "Living well with pain")
    body = editor.stream("body")
    editor.add_block(body, "Text")
    editor.write(body, "Come as you are.")
    expect(editor.preview()).to_contain_text("Living well with pain")
    publish_and_view(editor, "Come as you are.")


def test_a_table_is_filled_in(editor, home_page):
    editor.create(home_page, "Standard page")
    editor.fill("id_title", "Prices")
    body = editor.stream("body")
    editor.write(body, "What it costs.")
    editor.add_block(body, "Table")
    editor.fill("body-1-value-caption", "Prices of visits")
    table = editor.block("body-1-value-caption")
    expect(table.get_by_label("Caption").filter(visible=True)).to_have_count(1)
    headings = table.locator("thead input.column-heading")
    expect(headings).to_have_count(2)
    headings.first.fill("Visit")
    headings.last.fill("Price")
    for cell, text in zip(
        table.locator("tbody textarea").all(), ["First", "£50"], strict=True
    ):
        cell.fill(text)
    publish_and_view(editor, "£50")
    expect(editor.page.get_by_role("rowheader", name="First")).to_be_visible()


def test_a_question_keeps_its_name_from_draft_to_renaming(editor, home_page):
    editor.create(home_page, "Form page")
    editor.fill("id_title", "Tell us")
    editor.add_question("How was it?", "Single line text")
    editor.promise("We answer in two days.")
    editor.save_draft()
    page = FormPage.objects.get()
    drafted = page.get_latest_revision_as_object().form_fields.get().clean_name
    assert drafted.startswith("q_")
    publish_and_view(editor, "How was it?")
    assert FormField.objects.get().clean_name == drafted
    editor.edit(page)
    editor.fill("id_form_fields-0-label", "How did it go?")
    editor.publish()
    editor.view_live()
    expect(editor.page.get_by_label("How did it go?")).to_be_visible()
    assert FormField.objects.get().clean_name == drafted
    change_title(editor, page)
    assert FormField.objects.get().clean_name == drafted


def test_the_editor_of_a_question_shows_no_technical_name(editor, home_page):
    editor.create(home_page, "Form page")
    editor.add_question("How was it?", "Single line text")
    question = editor.page.locator("#inline_child_form_fields-0")
    expect(question.get_by_label("Question or heading*")).to_be_visible()
    name_label = question.get_by_text(re.compile("^Name"))
    expect(name_label.filter(visible=True)).to_have_count(0)
    shown = question.locator("input, select, textarea").filter(visible=True)
    names = {field.get_attribute("name") for field in shown.all()}
    assert names == {
        f"form_fields-0-{name}"
        for name in (
            "label",
            "help_text",
            "required",
            "field_type",
            "purpose",
            "identifies",
            "default_value",
        )
    }


def test_two_questions_added_at_once_have_names_of_their_own(editor, home_page):
    editor.create(home_page, "Form page")
    editor.fill("id_title", "Tell us")
    editor.add_question("How was it?", "Single line text")
    editor.add_question("Why?", "Single line text")
    expect(editor.page.get_by_role("heading", name="Question 2 – Why?")).to_be_visible()
    editor.promise("We answer in two days.")
    editor.publish()
    first, second = FormField.objects.values_list("clean_name", flat=True)
    assert first.startswith("q_")
    assert second.startswith("q_")
    assert first != second
