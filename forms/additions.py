"""A patient adds to what staff may have dealt with already."""

from collections.abc import Mapping
from typing import Any

from django.utils import timezone

from forms.safety.flags import Flag
from forms.screening.floods import hold_untouched
from submissions.casework.history import record
from submissions.casework.transitions import change_status
from submissions.models.states import OPEN_STATUSES, Status
from submissions.models.submission import Submission


def take_up(submission: Submission, judged: Mapping[str, Any]) -> bool:
    """Bring it, which is locked, back to staff; whether to tell them by e-mail.

    `judged` are the fields that flags and screening would give a submission of its own.
    What looks like spam holds what nobody has touched; it hides no case that staff have
    worked on, but tells nobody.
    """
    record(submission, "added", None)
    if judged["is_held"]:
        hold_untouched([submission.pk], judged["held_because"])
    if judged["flags"]:
        raised = {*submission.flags, *judged["flags"]}
        submission.flags = [flag.value for flag in Flag if flag.value in raised]
        submission.needs_attention = True
    # It says more now than the one that it was like.
    submission.duplicate_of = None
    submission.save(update_fields=["flags", "needs_attention", "duplicate_of"])
    submission.refresh_from_db()
    if submission.status not in OPEN_STATUSES and not submission.is_put_aside:
        change_status(submission, Status.IN_PROGRESS, None, at=timezone.now())
    is_heard = bool(judged["flags"]) or not submission.is_held
    return is_heard and not judged["is_held"]
