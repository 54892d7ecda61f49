"""When each submission is due."""

from collections.abc import Iterable
from datetime import datetime
from enum import Enum
from typing import NamedTuple

from submissions.clocks import due_moment, lost_days
from submissions.models.casework import ClockPause
from submissions.models.desk_settings import DeskSettings
from submissions.models.states import OPEN_STATUSES
from submissions.models.submission import Submission

AT_ONCE = 500


class Step(Enum):
    """What is due next."""

    ACKNOWLEDGE = "acknowledge"
    RESPOND = "respond"


class Due(NamedTuple):
    """What is due next, and the last second in which it is in time."""

    moment: datetime
    step: Step


def next_due(
    submission: Submission, settings: DeskSettings, pauses: Iterable[ClockPause]
) -> Due | None:
    """The nearest clock that runs; None if there is none, or while it stands still.

    Something that was taken up again has to be answered again, from that day on.
    """
    pauses = list(pauses)
    is_paused = any(pause.ended_at is None for pause in pauses)
    if is_paused or submission.status not in OPEN_STATUSES:
        return None
    began = submission.reopened_at or submission.submit_time
    clock = settings.clock(submission.kind)
    lost = lost_days(
        [(pause.began_at, pause.ended_at) for pause in pauses], began, settings.country
    )
    running = []
    if clock.acknowledge and not (submission.acknowledged_at or submission.reopened_at):
        running.append((clock.acknowledge, Step.ACKNOWLEDGE))
    if clock.respond and not submission.responded_at:
        running.append((clock.respond, Step.RESPOND))
    if not running:
        return None
    days, step = min(running, key=lambda each: each[0])
    return Due(due_moment(began, days + lost, settings.country), step)


def set_due(submission: Submission) -> None:
    """Put its `due_at` right. Does not save."""
    pauses = submission.pauses.all() if submission.pk else []
    due = next_due(submission, DeskSettings.load(), pauses)
    submission.due_at = due and due.moment


def set_all_due(settings: DeskSettings) -> int:
    """Put the due dates of all that is open right; how many changed."""
    open_ones = Submission.objects.filter(
        status__in=[status.value for status in OPEN_STATUSES]
    ).order_by("pk")
    changed = 0
    keys = list(open_ones.values_list("pk", flat=True))
    for start in range(0, len(keys), AT_ONCE):
        some = keys[start : start + AT_ONCE]
        rows = []
        found = open_ones.filter(pk__in=some).prefetch_related("pauses")
        # What decides, without the words of patients.
        for submission in found.only(
            "kind",
            "status",
            "submit_time",
            "due_at",
            "acknowledged_at",
            "responded_at",
            "reopened_at",
        ):
            due = next_due(submission, settings, submission.pauses.all())
            moment = due and due.moment
            if moment != submission.due_at:
                submission.due_at = moment
                rows.append(submission)
        changed += Submission.objects.bulk_update(rows, ["due_at"]) if rows else 0
    return changed
