"""Working days, and when something is due."""

from datetime import UTC, date, datetime

import pytest

from editorial.clinic_time import clinic_time
from submissions.clocks import (
    add_working_days,
    days_late,
    due_moment,
    is_working_day,
    lost_days,
    working_days_between,
)


def moment(day: str, clock: str = "12:00") -> datetime:
    return datetime.fromisoformat(f"{day}T{clock}:00+00:00")


@pytest.mark.parametrize(
    ("day", "country", "works"),
    [
        ("2026-11-23", "ENG", True),  # a Monday
        ("2026-11-21", "ENG", False),  # a Saturday
        ("2026-04-03", "ENG", False),  # Good Friday
        ("2026-04-06", "ENG", False),  # Easter Monday
        ("2026-04-06", "SCT", True),
        ("2026-12-28", "ENG", False),  # for Boxing Day, a Saturday
        ("2027-12-27", "ENG", False),  # for Christmas Day, a Saturday
        ("2027-12-28", "ENG", False),  # for Boxing Day, a Sunday
        ("2026-03-17", "NIR", False),  # Saint Patrick's Day
        ("2026-03-17", "ENG", True),
        ("2026-11-30", "SCT", False),  # Saint Andrew's Day
        ("2026-08-03", "SCT", False),
        ("2026-08-31", "SCT", True),
        ("2026-08-31", "WLS", False),
    ],
)
def test_bank_holidays_and_weekends_are_no_working_days(day, country, works):
    assert is_working_day(date.fromisoformat(day), country) is works


@pytest.mark.parametrize(
    ("received", "days", "due"),
    [
        ("2026-11-20", 3, "2026-11-25"),  # Friday: Monday is day 1
        ("2026-11-21", 3, "2026-11-25"),  # Saturday is as if it came on Friday
        ("2026-12-23", 3, "2026-12-30"),  # 25 and 28 December are holidays
        ("2026-12-23", 20, "2027-01-25"),  # over the new year as well
        ("2026-04-01", 3, "2026-04-08"),  # over Easter
        ("2027-12-24", 1, "2027-12-29"),  # two days that stand in for others
    ],
)
def test_the_day_after_is_day_one_and_holidays_do_not_count(received, days, due):
    day = add_working_days(date.fromisoformat(received), days, "ENG")
    assert day == date.fromisoformat(due)


def test_something_is_due_at_the_end_of_the_clinics_day():
    # 23:30 in London's summer is 22:30 in UTC; ten minutes past midnight is tomorrow.
    late = due_moment(datetime(2026, 7, 6, 22, 30, tzinfo=UTC), 1, "ENG")
    next_day = due_moment(datetime(2026, 7, 6, 23, 10, tzinfo=UTC), 1, "ENG")
    assert clinic_time(late).isoformat() == "2026-07-07T23:59:59+01:00"
    assert clinic_time(next_day).isoformat() == "2026-07-08T23:59:59+01:00"


def test_a_day_of_25_hours_ends_at_its_end():
    due = due_moment(moment("2026-10-23"), 1, "ENG")
    assert clinic_time(due).isoformat() == "2026-10-26T23:59:59+00:00"


def test_a_pause_costs_the_working_days_in_it():
    pauses = [
        (moment("2026-11-19"), moment("2026-11-24")),  # Friday, Monday, Tuesday
        (moment("2026-11-25", "09:00"), moment("2026-11-25", "17:00")),
        (moment("2026-12-24"), moment("2026-12-29")),  # one: the 29th
    ]
    assert lost_days(pauses, moment("2026-11-01"), "ENG") == 4
    assert lost_days(pauses, moment("2026-12-01"), "ENG") == 1


@pytest.mark.parametrize(
    ("now", "late"),
    [
        ("2026-11-18", -2),
        ("2026-11-20", 0),
        ("2026-11-22", 0),  # it was due on Friday, and this is Sunday
        ("2026-11-24", 2),
    ],
)
def test_lateness_is_counted_in_working_days(now, late):
    due = due_moment(moment("2026-11-19"), 1, "ENG")
    assert days_late(due, moment(now), "ENG") == late


def test_no_working_day_lies_between_a_day_and_itself():
    day = date(2026, 11, 23)
    assert working_days_between(day, day, "ENG") == 0
