"""A month in figures, beside the month before."""

from typing import NamedTuple

from django.utils.translation import gettext as _

from submissions.models import Submission

from .counts import POSITIVE, Received, Waits, totals
from .rates import count_text, hours_text, median, share_and_count, together


class Headline(NamedTuple):
    """One figure of the month, and of the month before."""

    name: str
    now: str
    before: str


class Month(NamedTuple):
    """What came in one month, and how soon it was answered."""

    received: list[Received]
    waits: Waits


def headlines(now: Month, before: Month) -> list[Headline]:
    """The figures that stand at the head of the summary."""
    return [
        Headline(*each)
        for each in zip(
            [
                _("Received"),
                _("Complaints"),
                _("Safety concerns"),
                _("Rated"),
                _("Good or very good"),
                _("Answered or closed by now"),
                _("Median time to answer"),
            ],
            figures(now),
            figures(before),
            strict=True,
        )
    ]


def figures(month: Month) -> list[str]:
    """The figures of one month, in the order of the headlines."""
    kinds = totals(month.received, "kind")
    ratings = totals(month.received, "rating")
    rated = ratings.total() - ratings[None]
    waits = together(month.waits.by_kind.values())
    return [
        count_text(kinds.total()),
        count_text(kinds[Submission.Kind.COMPLAINT]),
        count_text(kinds[Submission.Kind.SAFETY]),
        count_text(rated),
        share_and_count(sum(ratings[rating] for rating in POSITIVE), rated),
        share_and_count(waits.total(), kinds.total()),
        hours_text(median(waits)),
    ]
