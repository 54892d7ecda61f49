"""What a crash left behind, and what is long done."""

from datetime import datetime, timedelta

from django.db import transaction
from django_tasks.base import TaskResultStatus
from django_tasks_db.models import DBTaskResult, DBTaskResultQuerySet

from submissions.models.notification import Notification

from .tasks import NotificationTaskError, enqueue, send_notification
from .timing import LATE, LEASE

# Where a task that failed says why.
KILLED = f"{NotificationTaskError.__module__}.{NotificationTaskError.__qualname__}"
KEPT_TASKS = timedelta(days=1)
KEPT_NOTIFICATIONS = timedelta(days=30)


def sweep(now: datetime) -> None:
    """Give tasks to what has lost its own; forget what is long done."""
    find_lost(now)
    settle_killed(now)
    forget(now)


def find_lost(now: datetime) -> int:
    """Give a new task to each notification that should long have been sent; how many.

    A task whose worker was killed never sends it, and its claim runs out. A task too
    many does no harm: it finds nothing to claim.
    """
    found = 0
    for key in list(Notification.objects.due(now - LATE).values_list("pk", flat=True)):
        with transaction.atomic():
            late = Notification.objects.due(now - LATE).filter(pk=key)
            # Whoever changes it gives the task.
            if late.update(next_attempt_at=now):
                enqueue(Notification.objects.get(pk=key))
                found += 1
    return found


def settle_killed(now: datetime) -> None:
    """Mark as failed the tasks whose worker was killed: they would run for ever.

    No task takes as long as a claim lasts. One that did all the same would note its own
    end later, over this.
    """
    killed = our_tasks().running().filter(started_at__lt=now - LEASE)
    # Nothing is written where there is nothing to mark.
    if killed.exists():
        killed.update(
            status=TaskResultStatus.FAILED,
            finished_at=now,
            exception_class_path=KILLED,
        )


def our_tasks() -> DBTaskResultQuerySet:
    """The tasks that send e-mails."""
    return DBTaskResult.objects.filter(backend_name=send_notification.backend)


def forget(now: datetime) -> None:
    """Delete tasks after a day, and notifications a month after they were settled."""
    day_ago = now - KEPT_TASKS
    tasks = our_tasks().filter(finished_at__lt=day_ago)
    settled = Notification.objects.filter(
        state__in=[Notification.State.SENT, Notification.State.GIVEN_UP],
        next_attempt_at__lt=now - KEPT_NOTIFICATIONS,
    )
    for old in (tasks, settled):
        # Nothing is written where there is nothing to delete.
        if old.exists():
            old.delete()


def try_given_up_again(now: datetime) -> int:
    """Start anew with what was given up; how many."""
    keys = list(Notification.objects.given_up().values_list("pk", flat=True))
    with transaction.atomic():
        for row in Notification.objects.given_up().filter(pk__in=keys):
            row.state = Notification.State.WAITING
            row.attempts = 0
            row.next_attempt_at = now
            row.save(update_fields=["state", "attempts", "next_attempt_at"])
            enqueue(row)
    return len(keys)
