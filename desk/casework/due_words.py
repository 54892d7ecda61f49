"""A submission's clock, in words."""

from typing import NamedTuple

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from editorial.clinic_time import clinic_time
from submissions.casework.due_dates import Step, next_due
from submissions.clocks import days_late
from submissions.models import ClockPause, DeskSettings, Submission
from submissions.models.states import OPEN_STATUSES


class ClockWords(NamedTuple):
    """What is due and until when, how much time is left, and whether none is."""

    due: str
    left: str
    is_late: bool


def clock_words(
    submission: Submission, pauses: list[ClockPause], settings: DeskSettings
) -> ClockWords:
    """The clock as staff read it."""
    due = next_due(submission, settings, pauses)
    if due is None:
        return ClockWords(stands_still(submission, pauses), "", False)
    words = {"day": date_format(clinic_time(due.moment), "l j F Y")}
    if due.step == Step.ACKNOWLEDGE:
        text = _("Acknowledge by %(day)s") % words
    else:
        text = _("Answer by %(day)s") % words
    now = timezone.now()
    late = days_late(due.moment, now, settings.country)
    return ClockWords(text, time_left(late, due.moment < now), due.moment < now)


def stands_still(submission: Submission, pauses: list[ClockPause]) -> str:
    """Why nothing is due."""
    running = [pause for pause in pauses if pause.ended_at is None]
    if running:
        return _("Paused since %(day)s: %(reason)s") % {
            "day": date_format(clinic_time(running[0].began_at), "j F Y"),
            "reason": running[0].words or running[0].get_reason_display(),
        }
    if submission.status not in OPEN_STATUSES:
        return _("Nothing is due")
    return _("No time limit")


def time_left(late: int, is_late: bool) -> str:
    """How many working days are left, or were lost."""
    if is_late and not late:
        return _("overdue since the weekend or bank holiday began")
    if is_late:
        words = ngettext(
            "overdue by %(count)d working day",
            "overdue by %(count)d working days",
            late,
        )
        return words % {"count": late}
    if late == 0:
        return _("today")
    words = ngettext("in %(count)d working day", "in %(count)d working days", abs(late))
    return words % {"count": abs(late)}
