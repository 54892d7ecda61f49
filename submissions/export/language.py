"""The language of exports."""

from django.conf import settings
from django.utils import translation


def in_the_websites_language() -> translation.override:
    """The website's own, whoever exports: spreadsheets that staff have built on these
    files look for the same words each time."""
    return translation.override(settings.LANGUAGE_CODE)
