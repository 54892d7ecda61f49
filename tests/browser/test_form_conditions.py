"""Questions that depend on an answer, consents and trials, in a browser."""

import pytest
from playwright.sync_api import expect

from forms.models import FormPage
from submissions.models import Submission
from tests import factories
from tests.browser.barriers import assert_accessible
from tests.browser.page_editor import PageEditor, log_in

pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db(transaction=True, serialized_rollback=True),
]


@pytest.fixture
def form(served_site):
    """A form with a question and a section that depend on an answer."""
    form = factories.FormPageFactory(
        questions=[
            ("Have you been here before?", "radio"),
            ("Since when?", "singleline"),
            ("Your last visit", "section"),
            ("What did you think of it?", "multiline"),
            ("You and us", "section"),
            ("You may write to my doctor", "consent"),
            ("Your telephone number", "telephone"),
        ],
        privacy_notice="<p>Our nurse reads your answers.</p>",
        thank_you_text="<p>We answer within two days.</p>",
    )
    fields = form.form_fields
    fields.filter(field_type="radio").update(choices="Yes\nNo", required=True)
    fields.filter(field_type="consent").update(text="<p>About your pain only.</p>")
    fields.filter(label__in=["Since when?", "Your last visit"]).update(
        shown_if_question=fields.get(field_type="radio").clean_name,
        shown_if_answers="Yes",
        required=True,
    )
    return form


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("scripts", [True, False])
def test_a_form_that_depends_on_answers_has_no_barrier(open_page, form, width, scripts):
    page = open_page(viewport={"width": width, "height": 800})
    if not scripts:
        # axe itself is a script: only the form's own does not arrive.
        page.route("**/conditions.js", lambda route: route.abort())
    page.goto(form.url)
    assert_accessible(page)
    page.get_by_label("Yes").check()
    page.get_by_role("button", name="Send").click()
    summary = page.get_by_role("alert")
    expect(summary).to_contain_text("Since when?")
    expect(summary).to_be_focused()
    assert_accessible(page)
    page.get_by_label("Since when?").fill("2020")
    page.get_by_role("button", name="Send").click()
    expect(page.locator("h1")).to_have_text("Thank you")
    assert_accessible(page)


def test_what_may_still_be_written_is_counted_as_it_is_typed(page, served_site):
    page.goto(factories.FormPageFactory(questions=[("Why?", "singleline")]).url)
    field = page.get_by_label("Why?")
    told = page.locator("[data-limit]")
    shown, spoken = told.locator("+ p"), page.get_by_role("status")
    expect(shown).to_be_hidden()
    field.fill("🙂" * 250)
    expect(shown).to_contain_text("5")
    expect(spoken).to_have_text(shown.inner_text())
    field.fill("x" * 262)
    expect(shown).to_have_text(f"{told.get_attribute('data-over')} 7")
    assert_accessible(page)
    field.fill("")
    expect(shown).to_be_hidden()
    expect(told).to_have_text("You can write up to 255 characters.")


def test_with_scripts_only_what_is_asked_is_shown_and_sent(page, form):
    page.goto(form.url)
    since, section = (
        page.get_by_label("Since when?"),
        page.get_by_text("Your last visit"),
    )
    expect(since).to_be_hidden()
    expect(section).to_be_hidden()
    page.get_by_label("Yes").check()
    expect(section).to_be_visible()
    since.fill("2020")
    page.get_by_label("No", exact=True).check()
    expect(since).to_be_hidden()
    page.get_by_role("button", name="Send").click()
    expect(page.locator("h1")).to_have_text("Thank you")
    assert ("Since when?", "") in Submission.objects.get().answers
    page.context.clear_cookies()
    page.goto(form.url)
    page.get_by_label("Yes").check()
    expect(since).to_be_visible()


def test_without_scripts_all_is_shown_and_what_was_typed_is_kept(open_page, form):
    page = open_page(java_script_enabled=False)
    page.goto(form.url)
    expect(page.get_by_text("Only if you answer “Yes”").first).to_be_visible()
    page.get_by_label("Since when?").fill("2020")
    page.get_by_label("No", exact=True).check()
    page.get_by_role("button", name="Send").click()
    expect(page.locator("h1")).to_have_text("Thank you")
    assert ("Since when?", "2020") in Submission.objects.get().answers


def test_an_editor_makes_a_question_depend_on_another_and_tries_the_form(
    page, home_page, served_site
):
    log_in(page, "Editors")
    editor = PageEditor(page)
    editor.create(home_page, "Form page")
    editor.fill("id_title", "Tell us")
    editor.add_question("Do you smoke?", "Radio buttons")
    expect(page.locator("#id_form_fields-0-shown_if_question")).to_be_hidden()
    editor.fill("id_form_fields-0-choices", "Yes\nNo")
    editor.add_question("How many a day?", "Single line text")
    expect(page.locator("#id_form_fields-1-choices")).to_be_hidden()
    depends = page.locator("#id_form_fields-1-shown_if_question")
    depends.select_option(label="Do you smoke?")
    page.locator("#inline_child_form_fields-1").get_by_label("Yes", exact=True).check()
    expect(page.locator("#id_form_fields-1-shown_if_answers")).to_have_value("Yes")
    editor.save_draft()
    question, dependent = (
        FormPage.objects.get().get_latest_revision_as_object().form_fields.all()
    )
    assert dependent.shown_if_question == question.clean_name
    assert dependent.shown_if_answers == "Yes"
    page.goto(f"/admin/try-form/{FormPage.objects.get().pk}/")
    expect(page.get_by_text("You are trying this form as an editor")).to_be_visible()
    expect(page.get_by_label("How many a day?")).to_be_hidden()
    page.get_by_label("No", exact=True).check()
    page.get_by_role("button", name="Send").click()
    expect(page.locator("h1")).to_have_text("Thank you")
    assert Submission.objects.get().is_test
