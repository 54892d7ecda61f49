"""When invented patients write: more each year, on weekdays, in the evening."""

from datetime import UTC, date, datetime, timedelta
from itertools import accumulate
from random import Random

YEARS = 5
# Monday to Sunday, and the hours of a day from midnight.
WEEKDAYS = (1.2, 1.15, 1.1, 1.05, 1.0, 0.5, 0.45)
HOURS = (1, 1, 1, 1, 1, 1, 2, 4, 6, 9, 10, 9, 9, 8, 8, 8, 9, 9, 10, 12, 12, 9, 5, 2)
# How much busier the last day is than the first.
GROWTH = 2.5


def moments(count: int, until: date, random: Random) -> list[datetime]:
    """So many moments in the years before `until`, the oldest first."""
    length = YEARS * 365
    first = until - timedelta(days=length)
    weights = accumulate(
        (1 + (GROWTH - 1) * day / length)
        * WEEKDAYS[(first + timedelta(days=day)).weekday()]
        for day in range(length)
    )
    days = random.choices(range(length), cum_weights=list(weights), k=count)
    hours = random.choices(range(24), weights=HOURS, k=count)
    start = datetime(first.year, first.month, first.day, tzinfo=UTC)
    seconds = sorted(
        day * 86_400 + hour * 3_600 + random.randrange(3_600)
        for day, hour in zip(days, hours, strict=True)
    )
    return [start + timedelta(seconds=second) for second in seconds]
