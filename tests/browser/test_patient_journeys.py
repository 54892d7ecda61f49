"""What patients do: read, answer, be thanked, without scripts and without a mouse."""

import pytest
from playwright.sync_api import Page, expect

from home.models import ClinicSettings
from submissions.models import Submission
from tests import factories

pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db(transaction=True, serialized_rollback=True),
]


@pytest.fixture
def form(served_site):
    """The clinic's feedback form: a rating, and a reason that must be given."""
    form = factories.FormPageFactory()
    form.form_fields.filter(label="Why?").update(required=True)
    clinic = ClinicSettings.for_site(served_site)
    clinic.feedback_form = form
    clinic.save()
    return form


@pytest.fixture
def article(form):
    """An article that ends with the feedback panel."""
    return factories.ConditionPageFactory(title="Back pain")


@pytest.fixture
def plain_page(open_page):
    """A page in a browser that runs no scripts."""
    return open_page(java_script_enabled=False)


def send(page: Page) -> None:
    """Press the form's button."""
    page.get_by_role("button", name="Send").click()


def answer(page: Page, article) -> str:
    """Go from the article through the form to the thanks; gives the reference."""
    page.goto(article.url)
    page.get_by_role("link", name="Very good").click()
    page.get_by_label("Why?").fill("The nurse was kind.")
    send(page)
    expect(page.locator("h1")).to_have_text("Thank you")
    return page.locator(".reference").inner_text()


def press_tab_until_focused(page: Page, goal) -> None:
    """Go on by keyboard until `goal` has the focus."""
    for _ in range(60):
        page.keyboard.press("Tab")
        if goal.evaluate("element => element === document.activeElement"):
            return
    pytest.fail("The keyboard does not get there.")


def test_a_patient_answers_without_scripts_and_corrects_a_mistake(plain_page, article):
    plain_page.goto(article.url)
    plain_page.get_by_role("link", name="Very good").click()
    expect(plain_page.get_by_text("About the page: Back pain")).to_be_visible()
    expect(plain_page.get_by_label("Very good")).to_be_checked()
    send(plain_page)
    expect(plain_page).to_have_title("Error: Feedback – Our clinic")
    problem = plain_page.get_by_role("alert").get_by_role("link")
    expect(problem).to_contain_text("Why?")
    assert not Submission.objects.exists()
    plain_page.get_by_label("Why?").fill("The nurse was kind.")
    send(plain_page)
    submission = Submission.objects.get()
    expect(plain_page.locator("h1")).to_have_text("Thank you")
    expect(plain_page.locator(".reference")).to_have_text(submission.reference)
    assert submission.rating == 5
    assert submission.about_page.specific == article
    plain_page.get_by_role("link", name="Back to Back pain").click()
    expect(plain_page.locator("h1")).to_have_text("Back pain")


def test_reloading_the_thanks_stores_nothing_new(plain_page, article):
    reference = answer(plain_page, article)
    plain_page.reload()
    expect(plain_page.locator(".reference")).to_have_text(reference)
    assert Submission.objects.get().reference == reference


def test_a_double_click_stores_one_answer(plain_page, article):
    plain_page.goto(article.url)
    plain_page.get_by_role("link", name="Very good").click()
    plain_page.get_by_label("Why?").fill("The nurse was kind.")
    plain_page.get_by_role("button", name="Send").dblclick()
    expect(plain_page.locator("h1")).to_have_text("Thank you")
    assert Submission.objects.count() == 1


def test_going_back_shows_what_was_sent(plain_page, article):
    reference = answer(plain_page, article)
    plain_page.go_back()
    expect(plain_page.locator(".received")).to_contain_text(reference)
    assert Submission.objects.get().reference == reference


def test_the_keyboard_alone_leads_from_the_article_to_the_thanks(page, article):
    page.goto(article.url)
    page.keyboard.press("Tab")
    skip_link = page.get_by_role("link", name="Skip to main content")
    expect(skip_link).to_be_focused()
    expect(skip_link).to_be_in_viewport()
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()
    press_tab_until_focused(page, page.get_by_role("link", name="Very good"))
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_have_text("Feedback")
    press_tab_until_focused(page, page.get_by_label("Very good"))
    page.keyboard.press("ArrowDown")
    expect(page.get_by_label("Good", exact=True)).to_be_checked()
    press_tab_until_focused(page, page.get_by_label("Why?"))
    page.keyboard.type("I waited a little.")
    press_tab_until_focused(page, page.get_by_role("button", name="Send"))
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_have_text("Thank you")
    assert Submission.objects.get().rating == 4


def test_every_step_by_keyboard_can_be_seen(page, article):
    page.goto(article.url)
    for _ in range(15):
        page.keyboard.press("Tab")
        outline = page.evaluate(
            "(() => { const style = getComputedStyle(document.activeElement);"
            " return [style.outlineStyle, style.boxShadow]; })()"
        )
        assert outline != ["none", "none"]


def test_reading_and_opening_the_form_set_no_cookie(page, article):
    page.goto(article.url)
    assert page.context.cookies() == []
    page.get_by_role("link", name="Very good").click()
    expect(page.locator("h1")).to_have_text("Feedback")
    assert page.context.cookies() == []
