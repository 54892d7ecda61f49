"""Reminders that the next clinical review of a page is due, by e-mail."""

import logging
from collections.abc import Iterable
from smtplib import SMTPException

from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.mail import EmailMessage
from django.db.models import Exists, F, OuterRef
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.models import Page
from wagtail.query import PageQuerySet

from editorial.clinic_time import clinic_today
from editorial.models import ReviewReminder
from editorial.review_state import due_soon, overdue

logger = logging.getLogger(__name__)
State = ReviewReminder.State


class NobodyToTellError(Exception):
    """Neither the page's owner nor a reviewer can get mail."""


def send_reminders(group_name: str) -> tuple[int, list[str]]:
    """Remind of every page whose review is due or overdue, once for each state.

    Goes to the page's owner and the members of the group. Returns how many were sent,
    and the titles of the pages of which none could be: they are tried again next time.
    """
    reviewers = addresses(get_user_model().objects.filter(groups__name=group_name))
    sent, failed = 0, []
    for state in State:
        for page in pages_to_remind_of(state):
            try:
                remind(page, state, reviewers)
            except (NobodyToTellError, SMTPException, OSError, ValueError) as error:
                # What the mail server says may hold addresses of staff.
                logger.warning(
                    "No reminder of page %s: %s", page.pk, type(error).__name__
                )
                failed.append(page.title)
            else:
                sent += 1
    return sent, failed


def pages_to_remind_of(state: str) -> PageQuerySet:
    """The live pages in this state of which nobody was reminded in it."""
    today = clinic_today()
    in_state = overdue(today) if state == State.OVERDUE else due_soon(today)
    reminded = ReviewReminder.objects.filter(
        review=OuterRef("newest_review"),
        state=state,
        next_due=OuterRef("newest_review__next_due"),
    )
    pages = Page.objects.live().filter(in_state).exclude(Exists(reminded))
    return pages.select_related("newest_review", "owner").order_by(
        F("newest_review__next_due"), "pk"
    )


def addresses(users: Iterable) -> set[str]:
    """The e-mail addresses of those users who may still log in."""
    return {user.email for user in users if user.is_active and user.email}


def remind(page: Page, state: str, reviewers: set[str]) -> None:
    """Send one mail, then keep that it was sent.

    In this order: if the process stops in between, somebody is told twice, not never.
    Raises NobodyToTellError, and what the mail server's refusal raises.
    """
    recipients = reviewers | addresses([page.owner] if page.owner else [])
    if not recipients:
        raise NobodyToTellError
    edit_url = reverse("wagtailadmin_pages:edit", args=[page.pk])
    EmailMessage(
        subject=subject(page, state),
        body=f"{settings.WAGTAILADMIN_BASE_URL}{edit_url}\n",
        to=sorted(recipients),
    ).send()
    ReviewReminder.objects.get_or_create(
        review=page.newest_review, state=state, next_due=page.newest_review.next_due
    )


def subject(page: Page, state: str) -> str:
    """What is due, in one line. A subject cannot hold a line break."""
    if state == State.OVERDUE:
        text = _("Clinical review overdue: %(page)s")
    else:
        text = _("Clinical review due soon: %(page)s")
    return " ".join((text % {"page": page.title}).split())
