"""The admin is for everybody who works here, and asks no other host for anything."""

import pytest
from django.contrib.auth import get_user_model
from playwright.sync_api import expect

from tests.browser.admin_screens import OUR_SCREENS, WAGTAILS_SCREENS, busy_clinic
from tests.browser.barriers import find_barriers
from tests.browser.page_editor import log_in, log_in_by_form

pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db(transaction=True, serialized_rollback=True),
]

ROLES = ["Editors", "Clinical reviewers", "Feedback staff", "Site managers"]


@pytest.fixture
def page(open_page):
    """A page that asks for no movement: what moves has no fixed colours."""
    return open_page(reduced_motion="reduce")


def make_administrator(page):
    """The one who logged in may do everything from now on."""
    user = get_user_model().objects.get()
    user.is_superuser = True
    user.save()
    return user


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("is_busy", [True, False], ids=["busy", "first day"])
def test_the_dashboard_has_no_barrier(page, role, is_busy):
    log_in_by_form(page, role)
    if is_busy:
        busy_clinic(get_user_model().objects.get())
        page.reload()
    expect(page.locator(".w-panel--dashboard").first).to_be_visible()
    assert find_barriers(page) == []


# The `watch` of every page here fails a test that asks another host.
def test_our_own_screens_have_no_barrier_and_ask_no_other_host(page):
    log_in(page, "Editors")
    busy_clinic(make_administrator(page))
    barriers = {}
    for screen, address in OUR_SCREENS.items():
        page.goto(address())
        expect(page.locator("main").first).to_be_visible()
        if found := find_barriers(page):
            barriers[screen] = found
    assert not barriers, "\n".join(f"{k}: {v}" for k, v in barriers.items())


def test_wagtails_screens_ask_no_other_host(page, watch):
    log_in(page, "Editors")
    busy_clinic(make_administrator(page))
    for address in WAGTAILS_SCREENS.values():
        page.goto(address(), wait_until="networkidle")
    page.goto("/admin/", wait_until="networkidle")
    page.get_by_role("button", name="Help").click()
    guide = page.locator("[data-w-dismissible-id-value=editors-guide]")
    expect(guide).to_be_visible()
    assert not watch.faults
