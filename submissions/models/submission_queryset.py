"""Which submissions count, and which are put aside."""

from typing import Self

from django.db import models
from django.db.models.functions import Cast
from django.utils import timezone

from .search_text import matching
from .states import PUT_ASIDE_STATES, State


class SubmissionQuerySet(models.QuerySet):
    """Submissions, and which of them count."""

    def from_patients(self) -> Self:
        """Those that patients sent: without what editors sent to try a form, and what
        is held as probably from a program."""
        return self.exclude(state__in=[State.TEST, State.HELD])

    def held(self) -> Self:
        """Those that are probably from a program."""
        return self.filter(state=State.HELD)

    def with_flag(self, flag: str) -> Self:
        """Those that raise this flag (a value of `Flag`)."""
        # As text: SQLite cannot look into JSON lists.
        flags = self.filter(is_flagged=True).alias(
            flags_as_text=Cast("flags", models.TextField())
        )
        return flags.filter(flags_as_text__contains=f'"{flag}"')

    def that_count(self) -> Self:
        """Those that count: from patients, neither put aside as duplicates nor
        withdrawn. What must be looked into in any case always counts."""
        return self.exclude(state__in=PUT_ASIDE_STATES)

    def to_do(self) -> Self:
        """Those with which staff still have something to do."""
        return self.filter(is_open=True)

    def overdue(self) -> Self:
        """Those that should have been answered by now."""
        return self.to_do().filter(due_at__lt=timezone.now())

    def matching(self, typed: str) -> Self:
        """Those that hold each word typed."""
        return self.filter(matching(typed))

    def tests(self) -> Self:
        """What editors sent to try a form."""
        return self.filter(state=State.TEST)
