"""Sending one e-mail: claimed before, settled after, with no lock held meanwhile.

SMTP cannot promise “once”. A sender that vanishes after the mail server took the mail,
and before that is noted, sends it again when its claim has run out, under the same
Message-ID: mail programs can tell, and nothing is lost.
"""

from collections.abc import Sequence
from datetime import datetime
from smtplib import SMTPRecipientsRefused

from django.db import transaction

from submissions.models.notification import Notification
from submissions.models.reply import Reply

from .messages import UndeliverableError, write_message
from .timing import LEASE, MOST_ATTEMPTS, pause_after

State = Notification.State
Purpose = Notification.Purpose
TO_PATIENTS = (Purpose.ACKNOWLEDGEMENT, Purpose.CODE, Purpose.REPLY)


def claim(notification_id: int, now: datetime) -> list[Notification]:
    """The notification, marked as being sent until the lease runs out; for a daily
    e-mail all that go into it. Empty if it is sent, not due, or claimed by another."""
    with transaction.atomic():
        found = Notification.objects.due(now).filter(pk=notification_id).first()
        if found is None:
            return []
        together = Notification.objects.filter(pk=found.pk)
        if found.purpose == Purpose.DIGEST:
            together = Notification.objects.filter(
                purpose=Purpose.DIGEST, recipient=found.recipient, due_at=found.due_at
            )
        # Locked in one order, so that two senders never wait for each other.
        rows = list(together.due(now).order_by("pk").select_for_update())
        for row in rows:
            row.state = State.SENDING
            row.attempts += 1
            row.next_attempt_at = now + LEASE
            row.save(update_fields=["state", "attempts", "next_attempt_at"])
    return rows


def deliver(rows: Sequence[Notification]) -> Exception | None:
    """Mail it. What went wrong is returned: it may hold addresses."""
    try:
        if not write_message(rows).send():
            raise UndeliverableError
    except Exception as error:  # Whatever it is, the row stays.
        return error
    return None


def settle(
    rows: Sequence[Notification], error: Exception | None, now: datetime
) -> list[Notification]:
    """Keep how it went; those that are to be tried again, at `next_attempt_at`."""
    keys = [row.pk for row in rows]
    if error is None:
        Notification.objects.filter(pk__in=keys).update(
            state=State.SENT, sent_at=now, last_error=""
        )
        Reply.objects.filter(notification__in=keys).update(sent_at=now)
        return []
    attempts = max(row.attempts for row in rows)
    gives_up = attempts >= MOST_ATTEMPTS or is_hopeless(rows, error)
    again_at = now + pause_after(attempts)
    waiting = []
    for row in rows:
        # Another may have it by now, if this took longer than the lease.
        ours = Notification.objects.filter(
            pk=row.pk, state=State.SENDING, attempts=row.attempts
        )
        row.state = State.GIVEN_UP if gives_up else State.WAITING
        row.next_attempt_at = again_at
        changed = ours.update(
            state=row.state, next_attempt_at=again_at, last_error=type(error).__name__
        )
        if changed and not gives_up:
            waiting.append(row)
    return waiting


def is_hopeless(rows: Sequence[Notification], error: Exception) -> bool:
    """Whether trying again is of no use: an address that a patient mistyped.

    Staff's are tried on: a full mailbox is put right, and the dashboard says so.
    """
    if isinstance(error, UndeliverableError):
        return True
    if rows[0].purpose not in TO_PATIENTS:
        return False
    if isinstance(error, SMTPRecipientsRefused):
        return all(code >= 500 for code, _ in error.recipients.values())
    # An address that cannot be written in a mail's head.
    return isinstance(error, ValueError)
