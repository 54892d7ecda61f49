"""The regulator's summary: every complaint received in a span of time, and when it
was acknowledged, answered and closed; nothing that a patient wrote, nor who it was.

The Care Quality Commission may ask for it, and must have it within 28 days (Health and
Social Care Act 2008 (Regulated Activities) Regulations 2014, regulation 16(3)).
"""

from collections.abc import Iterator
from datetime import datetime
from functools import cached_property

from django.conf import settings
from django.db.models import QuerySet
from django.utils import translation
from django.utils.translation import gettext_lazy as _

from editorial.clinic_time import clinic_day, clinic_time
from submissions.models import Submission
from submissions.models.states import Kind, State

from .cells import Cell

HEADINGS = [
    _("Reference"),
    _("Received"),
    _("Form"),
    _("About page"),
    _("Acknowledged"),
    _("Days until acknowledged"),
    _("Answered"),
    _("Days until answered"),
    _("Closed"),
    _("Days until closed"),
    _("Stands"),
    _("Withdrawn by the patient"),
]
CHUNK_SIZE = 2_000


class ComplaintsTable:
    """The complaints among these submissions, the oldest first."""

    def __init__(self, submissions: QuerySet):
        # Nothing puts a complaint aside but that it was a test, or from a program.
        complaints = submissions.filter(kind=Kind.COMPLAINT).from_patients()
        self.submissions = complaints.order_by("submit_time", "pk")

    @cached_property
    def headings(self) -> list[str]:
        """The heading of each column."""
        with translation.override(settings.LANGUAGE_CODE):
            return [str(heading) for heading in HEADINGS]

    def rows(self) -> Iterator[list[Cell]]:
        """One row a complaint, read from the database as they are asked for."""
        wanted = self.submissions.select_related(None).only(
            "reference",
            "submit_time",
            "form_title",
            "about_title",
            "acknowledged_at",
            "responded_at",
            "closed_at",
            "withdrawn_at",
            "state",
        )
        for complaint in wanted.iterator(chunk_size=CHUNK_SIZE):
            with translation.override(settings.LANGUAGE_CODE):
                row = complaint_row(complaint)
            yield row


def complaint_row(complaint: Submission) -> list[Cell]:
    """The cells of one complaint. Days are counted by the calendar."""
    received = complaint.submit_time
    return [
        complaint.reference,
        clinic_time(received),
        complaint.form_title,
        complaint.about_title,
        *moment_and_days(received, complaint.acknowledged_at),
        *moment_and_days(received, complaint.responded_at),
        *moment_and_days(received, complaint.closed_at),
        str(State(complaint.state).label),
        clinic_time(complaint.withdrawn_at) if complaint.withdrawn_at else "",
    ]


def moment_and_days(received: datetime, moment: datetime | None) -> list[Cell]:
    """When, and how many days after it came; both empty if it has not been."""
    if moment is None:
        return ["", ""]
    return [clinic_time(moment), (clinic_day(moment) - clinic_day(received)).days]
