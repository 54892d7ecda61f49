"""Stretches of time, in days and months of the clinic."""

from datetime import date, datetime, timedelta
from typing import NamedTuple

from editorial.clinic_time import day_begins, day_ends

MONTHS_IN_YEAR = 12
LONGEST_MONTHS = 60


def first_of_month(day: date, months_later: int = 0) -> date:
    """The first day of this day's month, or of one so many months later (or earlier,
    if negative)."""
    number = day.year * MONTHS_IN_YEAR + day.month - 1 + months_later
    return date(number // MONTHS_IN_YEAR, number % MONTHS_IN_YEAR + 1, 1)


class Span(NamedTuple):
    """The days from `first` to `last`, both included."""

    first: date
    last: date

    @property
    def begins(self) -> datetime:
        """Its first moment."""
        return day_begins(self.first)

    @property
    def ends(self) -> datetime:
        """The first moment after it."""
        return day_ends(self.last)

    @property
    def months(self) -> list[date]:
        """The first day of each month that it touches."""
        count = (self.last.year - self.first.year) * MONTHS_IN_YEAR
        count += self.last.month - self.first.month + 1
        return [first_of_month(self.first, number) for number in range(count)]

    @property
    def has_partial_month(self) -> bool:
        """Whether it holds a part of a month only."""
        return self.first.day != 1 or self.last != month_of(self.last).last


def month_of(day: date) -> Span:
    """The month of this day, whole."""
    following = first_of_month(day, 1)
    return Span(first_of_month(day), following - timedelta(days=1))


def month_before(day: date) -> Span:
    """The month before that of this day, whole."""
    return month_of(first_of_month(day, -1))


def twelve_months_to(day: date) -> Span:
    """The month of this day up to it, and the eleven before, whole."""
    return Span(first_of_month(day, 1 - MONTHS_IN_YEAR), day)
