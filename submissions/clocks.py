"""Working days, and the moments at which something is due. Pure functions.

`country` is a part of the United Kingdom as the `holidays` library calls it: ENG, WLS,
SCT or NIR. The day on which something comes in is not counted.
"""

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from functools import cache
from typing import NamedTuple

import holidays

from editorial.clinic_time import clinic_day, day_ends

SATURDAY = 5


class Clock(NamedTuple):
    """How many working days there are to acknowledge, and to respond; None is no
    clock."""

    acknowledge: int | None
    respond: int | None


@cache
def bank_holidays(country: str, year: int) -> frozenset[date]:
    """The bank holidays of a year, with what stands in for those at weekends."""
    return frozenset(holidays.country_holidays("GB", subdiv=country, years=year))


def is_working_day(day: date, country: str) -> bool:
    """Whether the clinic's office works on this day."""
    return day.weekday() < SATURDAY and day not in bank_holidays(country, day.year)


def add_working_days(day: date, count: int, country: str) -> date:
    """The working day that is `count` (1 or more) working days after `day`."""
    while count:
        day += timedelta(days=1)
        count -= is_working_day(day, country)
    return day


def working_days_between(first: date, last: date, country: str) -> int:
    """How many working days there are after `first`, up to and with `last`."""
    days = (last - first).days
    return sum(
        is_working_day(first + timedelta(days=number), country)
        for number in range(1, days + 1)
    )


def due_moment(began: datetime, working_days: int, country: str) -> datetime:
    """The last second of the clinic's day on which it is due."""
    day = add_working_days(clinic_day(began), working_days, country)
    return day_ends(day) - timedelta(seconds=1)


def lost_days(
    pauses: Iterable[tuple[datetime, datetime]], since: datetime, country: str
) -> int:
    """The working days that ended pauses took, of those that began at `since` or
    later."""
    return sum(
        working_days_between(clinic_day(began), clinic_day(ended), country)
        for began, ended in pauses
        if began >= since
    )


def days_late(due_at: datetime, now: datetime, country: str) -> int:
    """Working days since it was due; negative while there is time: -3 is in three
    working days, 0 is today, or, when it was due before a weekend, since then."""
    due, today = clinic_day(due_at), clinic_day(now)
    if today >= due:
        return working_days_between(due, today, country)
    return -working_days_between(today, due, country)
