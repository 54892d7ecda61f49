"""When an e-mail is tried, and tried again."""

import random
from datetime import datetime, time, timedelta

from editorial.clinic_time import clinic_day, clinic_time

# Longer than a mail takes with every answer of the mail server as late as it may be
# (EMAIL_TIMEOUT, at each of about ten steps): nobody else sends it meanwhile.
LEASE = timedelta(minutes=10)
FIRST_PAUSE = timedelta(minutes=1)
LONGEST_PAUSE = timedelta(hours=4)
# With these pauses four days: a mail server may be down over a long weekend.
MOST_ATTEMPTS = 30
# What is this late was lost by its task, or nothing runs that sends it.
LATE = timedelta(minutes=2)


def pause_after(attempts: int) -> timedelta:
    """How long to wait after this many failed attempts: twice as long each time.

    Up to a tenth more, so that all that waits does not come back at once.
    """
    doublings = min(max(attempts - 1, 0), 16)
    pause: timedelta = min(FIRST_PAUSE * 2**doublings, LONGEST_PAUSE)
    return pause * (1 + random.random() / 10)  # noqa: S311 - no secret


def next_digest(now: datetime, hour: int) -> datetime:
    """The first moment after `now` at which the clinic's clock shows this hour."""
    day = clinic_day(now)
    zone = clinic_time(now).tzinfo
    today = datetime.combine(day, time(hour), tzinfo=zone)
    if today > now:
        return today
    return datetime.combine(day + timedelta(days=1), time(hour), tzinfo=zone)
