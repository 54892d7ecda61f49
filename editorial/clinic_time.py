"""The clinic's own time, whatever time zone a member of staff has chosen."""

from datetime import date, datetime, time, timedelta

from django.utils import timezone


def clinic_time(moment: datetime) -> datetime:
    """This moment on the clinic's clock, with its time zone."""
    return timezone.localtime(moment, timezone.get_default_timezone())


def clinic_day(moment: datetime) -> date:
    """The day of this moment at the clinic."""
    return clinic_time(moment).date()


def clinic_today() -> date:
    """The day it is at the clinic."""
    return clinic_day(timezone.now())


def day_begins(day: date) -> datetime:
    """The first moment of this day at the clinic."""
    return datetime.combine(day, time.min, tzinfo=timezone.get_default_timezone())


def day_ends(day: date) -> datetime:
    """The first moment of the day after."""
    return day_begins(day + timedelta(days=1))
