"""How long a clinical review counts, by the type of the page."""

from calendar import monthrange
from datetime import date
from typing import Any

from editorial.publication.settings import PublicationSettings


def months_after(day: date, months: int) -> date:
    """The same day so many months later; the month's last day if it has no such day."""
    years, month = divmod(day.month - 1 + months, 12)
    year, month = day.year + years, month + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def next_review_due(page: Any, read_on: date) -> date:
    """When a review of `page` that was made on this day is due again.

    The type of the page names the setting that says so.
    """
    setting = getattr(page.specific_class, "review_interval_setting", "review_months")
    return months_after(read_on, getattr(PublicationSettings.load(), setting))
