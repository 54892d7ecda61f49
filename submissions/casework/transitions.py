"""Which status may follow which, and what follows from it."""

from datetime import datetime
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from submissions.models.states import Status
from submissions.models.submission import Submission

from .due_dates import set_due
from .errors import CaseworkError, ChangedMeanwhileError
from .history import record
from .locking import locked

# Steps may be left out, but not gone back; what is done may be taken up again. Work on
# it acknowledges nothing, so that may still follow: see `may_follow`.
FOLLOWS: dict[Status, tuple[Status, ...]] = {
    Status.NEW: (
        Status.TRIAGED,
        Status.ACKNOWLEDGED,
        Status.IN_PROGRESS,
        Status.RESPONDED,
        Status.CLOSED,
    ),
    Status.TRIAGED: (
        Status.ACKNOWLEDGED,
        Status.IN_PROGRESS,
        Status.RESPONDED,
        Status.CLOSED,
    ),
    Status.ACKNOWLEDGED: (Status.IN_PROGRESS, Status.RESPONDED, Status.CLOSED),
    Status.IN_PROGRESS: (Status.ACKNOWLEDGED, Status.RESPONDED, Status.CLOSED),
    Status.RESPONDED: (Status.CLOSED, Status.IN_PROGRESS),
    Status.CLOSED: (Status.IN_PROGRESS,),
}
FIELDS = [
    "status",
    "acknowledged_at",
    "responded_at",
    "closed_at",
    "reopened_at",
    "due_at",
]


def may_follow(submission: Submission) -> list[Status]:
    """The statuses to which it can be brought now. It is acknowledged once."""
    return [
        status
        for status in FOLLOWS[Status(submission.status)]
        if not (status == Status.ACKNOWLEDGED and submission.acknowledged_at)
    ]


def require_no_open_flag(submission: Submission) -> None:
    """Raises CaseworkError while nobody has dealt with its flag: what tells of danger
    is not put away unread."""
    if submission.needs_attention and not submission.is_test:
        raise CaseworkError(
            _("Its flag is still open (%(flags)s). Mark it as dealt with first.")
            % {"flags": ", ".join(submission.flag_labels)}
        )


def change_status(
    submission: Submission,
    status: str,
    user: Any,
    *,
    seen: str = "",
    at: datetime | None = None,
) -> Submission:
    """Bring it to this status, with the times and the log entry that belong to it.

    `seen` is the status that the member of staff had before their eyes. Returns the
    submission as it is then. Raises ChangedMeanwhileError if it was another by now,
    and CaseworkError for a status that may not follow.
    """
    at = at or timezone.now()
    with locked(submission) as now:
        before = Status(now.status)
        if seen and seen != before:
            raise ChangedMeanwhileError(
                _(
                    "Somebody has changed it meanwhile: its status is “%(status)s” "
                    "now. Nothing was changed."
                )
                % {"status": before.label}
            )
        if status not in may_follow(now):
            raise CaseworkError(
                _("“%(after)s” cannot follow “%(before)s”. Nothing was changed.")
                % {"after": status_label(status), "before": before.label}
            )
        if status == Status.CLOSED:
            require_no_open_flag(now)
        now.status = status
        note_times(now, before, at)
        set_due(now)
        now.save(update_fields=FIELDS)
        end_pause_of_done(now, user, at)
        record(now, "status", user, before=before.value, after=status)
    return now


def note_times(submission: Submission, before: Status, at: datetime) -> None:
    """The moments that its status stands for. An answer acknowledges as well."""
    status = submission.status
    if status in (Status.ACKNOWLEDGED, Status.RESPONDED):
        submission.acknowledged_at = submission.acknowledged_at or at
    if status == Status.RESPONDED:
        submission.responded_at = at
    if status == Status.CLOSED:
        submission.closed_at = at
    if before in (Status.RESPONDED, Status.CLOSED) and status == Status.IN_PROGRESS:
        submission.reopened_at = at
        submission.responded_at = submission.closed_at = None


def end_pause_of_done(submission: Submission, user: Any, at: datetime) -> None:
    """A pause ends with the work: taken up again, the clock must run."""
    if submission.status in (Status.RESPONDED, Status.CLOSED):
        submission.pauses.filter(ended_at=None).update(ended_at=at, ended_by=user)


def status_label(status: str) -> str:
    """A status in words, also one that there is not."""
    return str(Status(status).label) if status in Status.values else status
