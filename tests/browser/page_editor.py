"""Somebody of the clinic at Wagtail's page editor."""

from django.contrib.auth.models import Group
from playwright.sync_api import Page, expect

from tests import factories
from tests.browser.editing_screen import PageEditor

__all__ = ["PageEditor", "log_in"]


def log_in(page: Page, group: str):
    """Log in at the admin as a new user of this group, who is returned."""
    user = factories.UserFactory(groups=[Group.objects.get(name=group)])
    page.goto("/admin/login/")
    page.get_by_label("Username").fill(user.username)
    page.get_by_label("Password").fill("a-long-password")
    page.get_by_role("button", name="Sign in").click()
    expect(page.get_by_role("button", name=user.username)).to_be_visible()
    return user
