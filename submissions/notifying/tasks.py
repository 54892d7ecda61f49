"""The task that sends a notification. Its only argument is the notification's id."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django_tasks import task

from submissions.models.notification import Notification

from .sending import claim, deliver, settle


class NotificationTaskError(Exception):
    """What went wrong beside the mail server; its one word is the error's class.

    The database keeps the words and the trace of what a task raises.
    """


@task(backend="mail")
def send_notification(notification_id: int) -> None:
    """Send it, if it is due and nobody else does. Raises NotificationTaskError."""
    try:
        send(notification_id)
    except Exception as error:
        raise NotificationTaskError(type(error).__name__) from None


def send(notification_id: int) -> None:
    """Claim it, mail it, and keep how that went; later again if it failed."""
    rows = claim(notification_id, timezone.now())
    if not rows:
        return
    error = deliver(rows)
    with transaction.atomic():
        for row in settle(rows, error, timezone.now()):
            enqueue(row)


def enqueue(notification: Notification) -> None:
    """Put the task that sends it into the database, for when its time comes."""
    send_notification.using(run_after=run_after(notification)).enqueue(notification.pk)


def run_after(notification: Notification) -> datetime | None:
    """When to run its task; None is at once."""
    moment = notification.next_attempt_at
    return moment if moment > timezone.now() else None
