"""One member of staff answers one submission, in a browser."""

import pytest
from playwright.sync_api import expect

from submissions.models import Reply, ReplyTemplate, Submission
from tests import factories
from tests.browser.barriers import assert_accessible
from tests.browser.page_editor import log_in
from tests.mailing import PATIENT

pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db(transaction=True, serialized_rollback=True),
]


@pytest.fixture
def case(served_site):
    """A complaint with an address to write to."""
    ReplyTemplate.objects.create(
        name="Received", subject="Your complaint {reference}", body="We look into it."
    )
    return factories.SubmissionFactory(
        kind="complaint",
        questions_asked=[["q_mail", "E-mail", "email"], ["q_why", "Why?", "multiline"]],
        form_data={"q_mail": PATIENT, "q_why": "I waited long."},
    )


def press(page, button, says):
    """Press a button and wait until the page says so."""
    page.get_by_role("button", name=button, exact=True).click()
    expect(page.locator(".messages").get_by_text(says)).to_be_visible()


def test_from_new_to_closed(page, case):
    log_in(page, "Feedback staff")
    page.goto(f"/admin/desk/inspect/{case.pk}/")
    press(page, "Triaged", "The status is “Triaged” now.")
    press(page, "I take it", "It is yours now.")
    page.get_by_label("Add a note").fill("I call her on Monday.")
    press(page, "Keep the note", "The note was kept.")
    page.get_by_text("Pause the clock").first.click()
    page.get_by_label("In your own words").fill("Letter from the GP")
    press(page, "Pause the clock", "The clock stands still.")
    expect(page.get_by_text("Letter from the GP")).to_be_visible()
    press(page, "Resume the clock", "The clock runs again.")
    page.get_by_role("link", name="Reply by e-mail").click()
    page.get_by_role("button", name="Use this template").click()
    expect(page.get_by_label("Text")).to_have_value("We look into it.")
    page.get_by_label("This answers it").check()
    page.get_by_role("button", name="Look at it before sending").click()
    expect(page.get_by_text(f"Your complaint {case.reference}")).to_be_visible()
    assert_accessible(page)
    press(page, "Send it", "The reply is on its way.")
    press(page, "Closed", "The status is “Closed” now.")
    case.refresh_from_db()
    assert case.status == Submission.Status.CLOSED
    assert Reply.objects.count() == 1


@pytest.mark.parametrize("look", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
def test_the_screens_have_no_barrier(open_page, case, width, look):
    page = open_page(color_scheme=look, reduced_motion="reduce")
    log_in(page, "Feedback staff")
    page.set_viewport_size({"width": width, "height": 800})
    for address in (f"/admin/desk/inspect/{case.pk}/", f"/admin/desk-reply/{case.pk}/"):
        page.goto(address)
        expect(page.get_by_role("heading", level=1)).to_be_visible()
        for folded in page.locator("details.desk-case__folded").all():
            folded.locator("summary").click()
        assert_accessible(page)
        widths = "[document.documentElement.scrollWidth, innerWidth]"
        needed, there = page.evaluate(widths)
        assert needed <= there


def test_a_note_outlives_a_login_that_ran_out(page, watch, case):
    watch.allow_status(403)
    log_in(page, "Feedback staff")
    page.goto(f"/admin/desk/inspect/{case.pk}/")
    page.get_by_label("Add a note").fill("I call her on Monday.")
    page.context.clear_cookies()
    page.get_by_role("button", name="Keep the note").click()
    expect(page.get_by_text("You have been signed out")).to_be_visible()
    expect(page.get_by_label("Add a note")).to_have_value("I call her on Monday.")
