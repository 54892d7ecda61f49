"""The words of the e-mails: the clinic's own, with a reference and a link.

Plain text without pictures or tracked links. Nothing a patient wrote is in them; a
reply is what a member of staff wrote.
"""

from collections import Counter
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.core.mail import EmailMessage
from django.db.models.fields.json import KeyTextTransform
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from wagtail.contrib.settings.context_processors import SettingProxy
from wagtail.models import Page, Site

from editorial.clinic_time import clinic_time
from editorial.mail import sender
from editorial.rich_text import plain_text
from submissions.code_digits import digits
from submissions.models.desk_settings import DeskSettings
from submissions.models.notification import Notification
from submissions.models.reply import Reply
from submissions.models.submission import Submission
from submissions.models.withdrawal_code import WithdrawalCode

from .addresses import patient_address

# Machines must not answer (RFC 3834); Microsoft's do not know that header.
HEADERS = {"Auto-Submitted": "auto-generated", "X-Auto-Response-Suppress": "All"}
# To one address from one form in a day: nobody can use a form to pester somebody.
MOST_THANKS = 3


class UndeliverableError(Exception):
    """There is nobody to send it to, and there will not be."""


def write_message(rows: Sequence[Notification]) -> EmailMessage:
    """The e-mail for one notification, or for those of one daily e-mail.

    Raises UndeliverableError if there is nobody to send it to.
    """
    first = rows[0]
    if first.purpose == Notification.Purpose.ACKNOWLEDGEMENT:
        return acknowledgement(first)
    if first.purpose == Notification.Purpose.REPLY:
        return reply_message(first)
    if first.purpose == Notification.Purpose.CODE:
        return withdrawal_code(first)
    with translation.override(settings.LANGUAGE_CODE):
        if first.purpose == Notification.Purpose.DIGEST:
            return digest(rows)
        return staff_notice(first)


def message(
    notification: Notification, to: str, subject: str, body: str, clinic: Any
) -> EmailMessage:
    """An e-mail that says it comes from a machine, the same at each attempt."""
    host = urlsplit(settings.WAGTAILADMIN_BASE_URL).hostname
    message_id = {"Message-ID": f"<{notification.number}@{host}>"}
    return EmailMessage(
        subject, body, sender(clinic.name), [to], headers=HEADERS | message_id
    )


def staff_notice(notification: Notification) -> EmailMessage:
    """Tells that something came, of which kind, and where it is."""
    submission = notification.submission
    addition = submission.additions.last()
    clinic = clinic_of(submission.page)
    context = {
        "clinic": clinic,
        "kind": submission.get_kind_display(),
        "is_addition": addition is not None,
        "form_title": one_line(submission.form_title),
        "reference": submission.reference,
        "received": clinic_time(
            addition.received_at if addition else submission.submit_time
        ),
        "url": admin_url("desk_modeladmin_inspect", submission.pk),
    }
    subject = _("New at the feedback desk: %(kind)s %(reference)s") % context
    if addition:
        subject = _("Added at the feedback desk: %(kind)s %(reference)s") % context
    if submission.needs_attention:
        subject = _("Please read at once: %(kind)s %(reference)s") % context
    body = render_to_string("submissions/mail/staff_notice.txt", context)
    return message(notification, notification.recipient, subject, body, clinic)


def digest(rows: Sequence[Notification]) -> EmailMessage:
    """Tells how many came by each form since the last one."""
    # One to which something was added is in it twice.
    told_of = {row.submission_id for row in rows}
    titles = Submission.objects.filter(pk__in=told_of).values_list(
        "form_title", flat=True
    )
    counts = sorted(Counter(one_line(title) for title in titles).items())
    clinic = clinic_of(rows[0].submission.page)
    context = {
        "clinic": clinic,
        "counts": counts,
        "count": sum(count for _title, count in counts),
        "url": admin_url("desk_modeladmin_index"),
    }
    subject = _("New at the feedback desk: %(count)d since yesterday") % context
    body = render_to_string("submissions/mail/digest.txt", context)
    return message(rows[0], rows[0].recipient, subject, body, clinic)


def acknowledgement(notification: Notification) -> EmailMessage:
    """Thanks the patient, in the language of the form."""
    submission = notification.submission
    address = patient_address(submission)
    if not address or was_thanked_enough(notification, address, timezone.now()):
        raise UndeliverableError
    page = submission.page.specific if submission.page else None
    clinic = clinic_of(page)
    with translation.override(language_of(page)):
        context = {
            "clinic": clinic,
            "reference": submission.reference,
            "what_happens_next": plain_text(page.thank_you_text) if page else "",
        }
        subject = _("Thank you. Your reference is %(reference)s") % context
        body = render_to_string("submissions/mail/acknowledgement.txt", context)
    return message(notification, address, subject, body, clinic)


def reply_message(notification: Notification) -> EmailMessage:
    """What staff wrote to the patient, with what the patient needs to write back.

    A person wrote it, so nothing marks it as a machine's.
    """
    reply = Reply.objects.filter(notification=notification).first()
    address = patient_address(notification.submission)
    if reply is None or not address:
        raise UndeliverableError
    clinic = clinic_of(reply.submission.page)
    subject = one_line(reply.subject)
    mail = message(notification, address, subject, reply_text(reply), clinic)
    if answers_to := DeskSettings.load().reply_to:
        mail.reply_to = [answers_to]
        mail.extra_headers = {
            name: value
            for name, value in mail.extra_headers.items()
            if name not in HEADERS
        }
    return mail


def reply_text(reply: Reply) -> str:
    """A reply as the patient gets it, in the language of the form."""
    page = reply.submission.page
    with translation.override(language_of(page)):
        context = {
            "clinic": clinic_of(page),
            "reference": reply.submission.reference,
            "body": reply.body.strip(),
            "takes_answers": bool(DeskSettings.load().reply_to),
        }
        return render_to_string("submissions/mail/reply.txt", context)


def withdrawal_code(notification: Notification) -> EmailMessage:
    """Gives the patient the code to withdraw with, while it is good."""
    submission = notification.submission
    address = patient_address(submission)
    code = WithdrawalCode.objects.usable().filter(notification=notification).first()
    if not (address and code):
        raise UndeliverableError
    page = submission.page
    clinic = clinic_of(page)
    with translation.override(language_of(page)):
        context = {"clinic": clinic, "code": digits(code.number)}
        subject = _("Your code to withdraw what you sent us")
        body = render_to_string("submissions/mail/withdrawal_code.txt", context)
    return message(notification, address, subject, body, clinic)


def language_of(page: Page | None) -> str:
    """The language of a form; of the website, if the form is gone."""
    return page.locale.language_code if page else settings.LANGUAGE_CODE


def clinic_of(page: Page | None) -> Any:
    """The clinic whose form it is."""
    site = (page and page.get_site()) or Site.objects.get(is_default_site=True)
    return SettingProxy(site)["home"]["ClinicSettings"]


def was_thanked_enough(notification: Notification, address: str, now: datetime) -> bool:
    """Whether this address was thanked for this form often enough in the last day."""
    submission = notification.submission
    names = [each.name for each in submission.questions if each.field_type == "email"]
    sent = Notification.objects.filter(
        purpose=Notification.Purpose.ACKNOWLEDGEMENT,
        sent_at__gt=now - timedelta(days=1),
        submission__form_slug=submission.form_slug,
    )
    return any(
        sent.alias(address=KeyTextTransform(name, "submission__form_data"))
        .filter(address__iexact=address)
        .count()
        >= MOST_THANKS
        for name in names
    )


def admin_url(name: str, *args) -> str:
    """A whole address in the admin, whatever host a request named."""
    return settings.WAGTAILADMIN_BASE_URL + reverse(name, args=args)


def one_line(text: str) -> str:
    """The text without line breaks of any kind."""
    return " ".join(text.split())
