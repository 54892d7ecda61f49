"""Stopping a submission's clock, and letting it run again."""

from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from submissions.models import ClockPause, Submission
from submissions.models.states import OPEN_STATUSES

from .due_dates import set_due
from .errors import CaseworkError, ChangedMeanwhileError
from .history import record
from .locking import locked


def pause(submission: Submission, reason: str, words: str, user: Any) -> None:
    """Stop the clock. `reason` is a value of `ClockPause.Reason`.

    Raises ChangedMeanwhileError if it stands still already, and CaseworkError if
    nothing is to do any more.
    """
    with locked(submission) as now:
        if now.status not in OPEN_STATUSES:
            raise CaseworkError(_("It is answered: there is no clock to pause."))
        if now.pauses.filter(ended_at=None).exists():
            raise ChangedMeanwhileError(_("Its clock is paused already."))
        ClockPause.objects.create(
            submission=now, reason=reason, words=words, began_by=user
        )
        save_due(now)
        record(now, "paused", user, reason=reason)


def resume(submission: Submission, user: Any) -> None:
    """Let the clock run again; the working days of the pause are added.

    Raises ChangedMeanwhileError if it runs already.
    """
    with locked(submission) as now:
        ended = now.pauses.filter(ended_at=None).update(
            ended_at=timezone.now(), ended_by=user
        )
        if not ended:
            raise ChangedMeanwhileError(_("Its clock runs already."))
        save_due(now)
        record(now, "resumed", user)


def save_due(submission: Submission) -> None:
    """Put its due date right, and save that."""
    set_due(submission)
    submission.save(update_fields=["due_at"])
