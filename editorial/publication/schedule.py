"""Publishes what is due, and tells the editors of what could not be published."""

import logging

from django.core.exceptions import ValidationError
from django.core.mail import EmailMessage
from django.db import transaction
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.admin.utils import get_admin_base_url
from wagtail.log_actions import log
from wagtail.models import Page, Revision

from .problem import PublicationStoppedError

logger = logging.getLogger(__name__)

# What a page's history calls it.
NOT_PUBLISHED = "editorial.not_published_on_schedule"


def publish_due_revisions() -> None:
    """Publish all that is due. One that may not be published does not stop the rest."""
    due = Revision.objects.filter(approved_go_live_at__lt=timezone.now())
    for revision in due.order_by("approved_go_live_at"):
        try:
            with transaction.atomic():
                revision.publish(log_action="wagtail.publish.scheduled")
        except ValidationError as error:
            hold_back(revision, reasons(error))


def reasons(error: ValidationError) -> list[str]:
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
