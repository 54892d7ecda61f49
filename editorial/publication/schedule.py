"""Publishes what is due, takes down what has expired, and tells the editors of what
could not be published."""

import logging
from contextlib import suppress
from datetime import UTC, datetime

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.mail import EmailMessage
from django.db import DatabaseError, transaction
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.admin.utils import get_admin_base_url
from wagtail.log_actions import log
from wagtail.models import Page, Revision

from .problem import Problem, PublicationStoppedError

logger = logging.getLogger(__name__)

# What a page's history calls it.
NOT_PUBLISHED = "editorial.not_published_on_schedule"


# Its time of change says when the schedule last ran. In the database it would have
# every kept page made anew each minute.
RAN = settings.DATA_DIR / "schedule-ran"


def run_schedule() -> None:
    """Publish first: what is published now need not be taken down before."""
    publish_due_revisions()
    take_down_expired_pages()
    with suppress(OSError):  # The dashboard then says that it does not run.
        RAN.touch()


def last_run() -> datetime | None:
    """When the schedule ran last; None if it never did."""
    try:
        return datetime.fromtimestamp(RAN.stat().st_mtime, UTC)
    except FileNotFoundError:
        return None


def publish_due_revisions() -> None:
    """Publish all that is due. One that may not be published does not stop the rest."""
    now = timezone.now()
    due = Revision.objects.filter(approved_go_live_at__lt=now)
    for revision in due.order_by("approved_go_live_at"):
        try:
            with transaction.atomic():
                # Another worker may have it in hand: this waits, and finds it done.
                if due.filter(pk=revision.pk).update(approved_go_live_at=None):
                    stop_if_expired(revision, now)
                    revision.publish(log_action="wagtail.publish.scheduled")
        except DatabaseError as error:
            logger.warning(
                "Revision %s has to wait: %s", revision.pk, type(error).__name__
            )
        except ValidationError as error:
            hold_back(revision, reasons(error))
        except Exception as error:
            # Whatever it is, it must stop neither the rest nor the worker.
            logger.warning(
                "Revision %s was not published: %s", revision.pk, type(error).__name__
            )
            hold_back(revision, reasons(error))


def stop_if_expired(revision: Revision, now: datetime) -> None:
    """Raise PublicationStoppedError if it was to be taken down again by now."""
    page = revision.as_object()
    if page.expire_at and page.expire_at <= now:
        message = _(
            "The time at which the page was to be taken down has passed. Choose "
            "another under “Set schedule”, or none."
        )
        raise PublicationStoppedError(page, [Problem(message)])


def take_down_expired_pages() -> None:
    """Unpublish all that has expired. One that cannot be does not stop the rest."""
    expired = Page.objects.filter(live=True, expire_at__lt=timezone.now())
    for page in expired.order_by("expire_at"):
        try:
            with transaction.atomic():
                page.unpublish(
                    set_expired=True, log_action="wagtail.unpublish.scheduled"
                )
        except Exception as error:
            # It is tried again with the next run.
            logger.warning(
                "Page %s was not taken down: %s", page.pk, type(error).__name__
            )


def reasons(error: Exception) -> list[str]:
    """Why a page was not published, without a word of the page's own text."""
    if isinstance(error, PublicationStoppedError):
        return error.messages
    return [_("Wagtail could not publish it. Press “Publish” to see the reason.")]


def hold_back(revision: Revision, messages: list[str]) -> None:
    """Take the revision off the schedule; its page stays as it is. Tell its editors."""
    Revision.objects.filter(pk=revision.pk).update(approved_go_live_at=None)
    page = revision.content_object
    log(
        instance=page,
        action=NOT_PUBLISHED,
        revision=revision,
        data={"reasons": messages},
    )
    if isinstance(page, Page):
        tell_editors(page, revision, messages)


def tell_editors(page: Page, revision: Revision, messages: list[str]) -> None:
    """Write to the page's owner and to who wrote the revision, with a link."""
    address = reverse("wagtailadmin_pages:edit", args=[page.pk])
    words = render_to_string(
        "editorial/not_published.txt",
        {"address": f"{get_admin_base_url()}{address}", "reasons": messages},
    )
    for user in {page.owner, revision.user} - {None}:
        if not (user.is_active and user.email):
            continue
        message = EmailMessage(
            _("A page was not published on its day"), words, to=[user.email]
        )
        try:
            message.send()
        except OSError:  # Of which all errors of a mail server are a kind.
            logger.warning("No mail of page %s: the mail server fails.", page.pk)
