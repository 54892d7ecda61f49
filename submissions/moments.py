"""Moments as staff read them."""

from datetime import datetime

from django.utils.formats import date_format

from editorial.clinic_time import clinic_time


def moment_text(moment: datetime) -> str:
    """A moment by the clinic's clock: 3 May 2026, 14:05."""
    return date_format(clinic_time(moment), "j E Y, H:i")
