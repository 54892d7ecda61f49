"""Somebody of the clinic at Wagtail's page editor."""

from django.conf import settings
from django.contrib.auth.models import Group
from django.test import Client
from playwright.sync_api import Page, expect

from tests import factories
from tests.browser.editing_screen import PageEditor

__all__ = ["PageEditor", "log_in", "log_in_by_form"]


def new_member(group: str):
    """A new user of this group."""
    return factories.UserFactory(groups=[Group.objects.get(name=group)])


def log_in(page: Page, group: str):
    """Log in as a new user of this group, who is returned. No page is opened: the form
    and the dashboard behind it would take longer than many a test."""
    user = new_member(group)
    client = Client()
    client.force_login(user)
    cookie = client.cookies[settings.SESSION_COOKIE_NAME]
    page.context.add_cookies(
        [
            {
                "name": cookie.key,
                "value": cookie.value,
                "domain": "localhost",
                "path": cookie["path"],
                "httpOnly": True,
                "sameSite": "Lax",
            }
        ]
    )
    return user


def log_in_by_form(page: Page, group: str):
    """Log in at the admin as a new user of this group, who is returned."""
    user = new_member(group)
    page.goto("/admin/login/")
    page.get_by_label("Username").fill(user.username)
    page.get_by_label("Password").fill("a-long-password")
    page.get_by_role("button", name="Sign in").click()
    expect(page.get_by_role("button", name=user.username)).to_be_visible()
    return user
