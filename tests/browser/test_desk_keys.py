"""The desk's list by keys and by Tab, with many ticked at once."""

from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from submissions.models import Submission
from tests import factories
from tests.browser.page_editor import log_in

pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db(transaction=True, serialized_rollback=True),
]


@pytest.fixture
def page(open_page, served_site):
    """The list with two submissions: the newest first."""
    form = factories.FormPageFactory()
    day = timedelta(days=1)
    factories.SubmissionFactory(page=form, reference="NEWR-2222")
    factories.SubmissionFactory(
        page=form, reference="DLDR-3333", submit_time=timezone.now() - day
    )
    page = open_page()
    log_in(page, "Feedback staff")
    page.goto("/admin/desk/")
    expect(page.get_by_role("button", name="Keys")).to_be_visible()
    return page


def link(page, reference):
    return page.get_by_role("link", name=reference)


def test_keys_move_tick_search_and_open(page):
    page.keyboard.press("j")
    expect(link(page, "NEWR-2222")).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(link(page, "DLDR-3333")).to_be_focused()
    page.keyboard.press("x")
    expect(page.get_by_label("Select DLDR-3333")).to_be_checked()
    page.keyboard.press("/")
    expect(page.get_by_label("Search", exact=True)).to_be_focused()
    page.keyboard.type("jx?")
    expect(page.get_by_label("Search", exact=True)).to_have_value("jx?")
    link(page, "DLDR-3333").focus()
    page.keyboard.press("k")
    expect(link(page, "NEWR-2222")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_text("About this submission")).to_be_visible()


def test_single_keys_can_be_switched_off_for_good(page):
    page.keyboard.press("?")
    switch = page.get_by_role("checkbox", name="Single keys work")
    expect(switch).to_be_checked()
    switch.uncheck()
    page.get_by_role("dialog").get_by_role("button", name="Close").click()
    expect(page.get_by_role("dialog")).to_be_hidden()
    page.reload()
    expect(page.get_by_role("button", name="Keys")).to_be_visible()
    page.keyboard.press("j")
    expect(link(page, "NEWR-2222")).not_to_be_focused()
    page.get_by_role("button", name="Keys").click()
    expect(page.get_by_role("checkbox", name="Single keys work")).not_to_be_checked()


def test_all_on_the_page_are_closed_at_once(page):
    page.get_by_label("Select all on this page").check()
    expect(page.get_by_label("Select DLDR-3333")).to_be_checked()
    page.get_by_role("button", name="Close", exact=True).click()
    expect(page.get_by_text("Close: 2 submissions.")).to_be_visible()
    assert set(Submission.objects.values_list("status", flat=True)) == {"closed"}
