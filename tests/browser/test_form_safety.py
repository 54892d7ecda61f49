"""The notice before a form, the help after it, and the desk, in a browser."""

import pytest
from playwright.sync_api import expect

from submissions.models import Submission
from tests import factories
from tests.browser.barriers import assert_accessible
from tests.browser.page_editor import log_in

pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db(transaction=True, serialized_rollback=True),
]

DANGER = "He hits me. I want to kill myself. And I had side effects."


@pytest.fixture
def form(served_site):
    """A form with a rating and a long text."""
    return factories.FormPageFactory(
        thank_you_text="<p>We answer within two days.</p>",
        privacy_notice="<p>Our nurse reads your answers.</p>",
    )


@pytest.mark.parametrize("width", [360, 1280])
def test_notice_and_help_have_no_barrier(open_page, form, width):
    page = open_page(viewport={"width": width, "height": 800})
    page.goto(form.url)
    expect(page.get_by_text("We read messages Monday to Friday")).to_be_visible()
    expect(page.get_by_label("Leave this field empty")).to_be_hidden()
    assert_accessible(page)
    page.get_by_label("Why?").fill(DANGER)
    page.get_by_role("button", name="Send").click()
    expect(
        page.get_by_role("heading", name="Please do not wait for us")
    ).to_be_visible()
    expect(page.get_by_role("link", name="116 123")).to_be_visible()
    assert_accessible(page)


def test_staff_release_what_was_held_with_one_click(page, served_site):
    held = factories.SubmissionFactory(is_held=True, held_because=["links"])
    log_in(page, "Feedback staff")
    page.goto("/admin/desk/")
    page.get_by_role("link", name="Held as spam 1").click()
    page.get_by_role("link", name=held.reference).click()
    expect(page.get_by_text("It has links to websites")).to_be_visible()
    page.get_by_role("button", name="This is no spam: release it").click()
    expect(
        page.locator(".messages").get_by_text("It is in the list now")
    ).to_be_visible()
    assert not Submission.objects.get().is_held
