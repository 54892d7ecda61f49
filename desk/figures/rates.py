"""Shares and percentiles. Plain functions."""

from collections import Counter
from collections.abc import Iterable, Mapping

from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

# A percentage of fewer answers says more than is known, and may point to a person.
FEWEST_FOR_PERCENTAGE = 5
HOURS_IN_DAY = 24


def percentage(part: int, whole: int) -> int | None:
    """The share as a whole percentage, a half rounded up; None if `whole` is too
    small for one. All and none are 100 and 0, and nothing else is."""
    if whole < FEWEST_FOR_PERCENTAGE:
        return None
    rounded = (200 * part + whole) // (2 * whole)
    if 0 < part < whole:
        return min(max(rounded, 1), 99)
    return rounded


def share_text(part: int, whole: int) -> str:
    """The share as a percentage, or the count if there are too few for one."""
    percent = percentage(part, whole)
    return count_text(part) if percent is None else f"{percent}%"


def share_and_count(part: int, whole: int) -> str:
    """The count, with its share if there are enough for one."""
    percent = percentage(part, whole)
    return count_text(part) + ("" if percent is None else f" ({percent}%)")


def count_text(count: int) -> str:
    """A count as it is read: 12,345."""
    return str(number_format(count, force_grouping=True))


def value_at(histogram: Mapping[int, int], rank: int) -> int:
    """The value of this rank (1 is the smallest) among those that the histogram
    counts. Raises ValueError if there are not so many."""
    seen = 0
    for value, count in sorted(histogram.items()):
        seen += count
        if seen >= rank:
            return value
    raise ValueError(rank)


def median(histogram: Mapping[int, int]) -> float | None:
    """The value in the middle, or between the two in the middle; None of too few."""
    count = sum(histogram.values())
    if count < FEWEST_FOR_PERCENTAGE:
        return None
    low = value_at(histogram, (count + 1) // 2)
    return (low + value_at(histogram, count // 2 + 1)) / 2


def ninetieth_percentile(histogram: Mapping[int, int]) -> int | None:
    """The smallest value that nine in ten do not exceed (the nearest rank); None of
    too few."""
    count = sum(histogram.values())
    if count < FEWEST_FOR_PERCENTAGE:
        return None
    return value_at(histogram, -(-9 * count // 10))


def together(histograms: Iterable[Mapping[int, int]]) -> Counter[int]:
    """One histogram of several."""
    total: Counter[int] = Counter()
    for histogram in histograms:
        total.update(histogram)
    return total


def hours_text(hours: float | None) -> str:
    """A length of time as it is read: hours up to two days, then days."""
    if hours is None:
        return "–"
    if hours < 1:
        return str(_("under 1 hour"))
    if hours < 2 * HOURS_IN_DAY:
        whole = int(hours + 0.5)
        words = ngettext("%(count)d hour", "%(count)d hours", whole)
        return str(words % {"count": whole})
    days = hours / HOURS_IN_DAY
    text = number_format(round(days, 1) if days < 10 else int(days + 0.5))
    return str(_("%(days)s days") % {"days": text.removesuffix(".0")})
