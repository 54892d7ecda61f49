"""A row of the list, ready to be drawn."""

from collections.abc import Iterable
from typing import NamedTuple

from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from editorial.clinic_time import clinic_time
from submissions.models import Rating, Submission
from submissions.moments import moment_text

from .choices import staff_name

# Django's `get_…_display` reads all of a field's choices for one, and so costs more
# than the rest of a row.
RATINGS = dict(Rating.choices)
KINDS = dict(Submission.Kind.choices)


class Row(NamedTuple):
    """What the list says of one submission. Nothing of what the patient wrote."""

    pk: int
    reference: str
    address: str
    flags: str
    is_urgent: bool
    received: str
    form: str
    about: str
    rating: str
    kind: str
    state: str
    due: str
    is_overdue: bool
    owner: str


def make_rows(submissions: Iterable[Submission]) -> list[Row]:
    """The rows of these submissions, in their order."""
    return [make_row(submission) for submission in submissions]


def make_row(submission: Submission) -> Row:
    """The row of this submission."""
    rating = submission.rating
    due, is_overdue = due_text(submission)
    return Row(
        pk=submission.pk,
        reference=submission.reference,
        address=reverse("desk_modeladmin_inspect", args=[submission.pk]),
        flags=", ".join(submission.flag_labels),
        is_urgent=submission.needs_attention,
        received=moment_text(submission.submit_time),
        form=submission.form_title,
        about=submission.about_title or _("The clinic as a whole"),
        # 0 is one of them.
        rating="–" if rating is None else str(RATINGS.get(rating, rating)),
        kind=str(KINDS.get(submission.kind, submission.kind)),
        state=submission.status_text,
        due=due,
        is_overdue=is_overdue,
        owner=staff_name(submission.owner) if submission.owner else "–",
    )


def due_text(submission: Submission) -> tuple[str, bool]:
    """By when an answer is due, and whether that day is over; of what is open only."""
    if not (submission.due_at and submission.is_open):
        return "", False
    is_overdue = submission.due_at < timezone.now()
    words = _("Was due %(day)s") if is_overdue else _("Due %(day)s")
    return words % {"day": date_format(clinic_time(submission.due_at), "j M Y")}, (
        is_overdue
    )
