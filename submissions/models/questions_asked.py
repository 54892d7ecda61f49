"""A question as it was asked, and the answer to it."""

from contextlib import suppress
from datetime import date, datetime
from typing import Any, NamedTuple

from django.utils.formats import date_format
from django.utils.translation import gettext

from editorial.clinic_time import clinic_time

from .rating import Rating

# Types of questions whose answers say who somebody is.
IDENTIFYING_TYPES = ("email", "telephone")


class Question(NamedTuple):
    """A question as it stood when it was answered.

    `name` is the key of its answer in `form_data`, the same through all renaming.
    A consent has the notice that stood with it, as plain text, and its version.
    """

    name: str
    label: str
    field_type: str
    notice_version: str = ""
    notice: str = ""

    def as_stored(self) -> list[str]:
        """For `questions_asked`: without what only consents have, if it has none."""
        return list(self if self.field_type == "consent" else self[:3])

    def text_of(self, value: Any) -> str:
        """An answer to it, as stored, as text; empty if there is none."""
        if value is None:
            return ""
        if self.field_type == "rating" and value in Rating.values:
            return str(Rating(value).label)
        if self.field_type == "consent" and value is True:
            return gettext("Yes, to version %(version)s") % {
                "version": self.notice_version
            }
        if isinstance(value, bool):
            return gettext("Yes") if value else gettext("No")
        if isinstance(value, list):
            return "\n".join(str(item) for item in value)
        return plain_text(self.field_type, value)


def plain_text(field_type: str, value: Any) -> str:
    """The answer as text; days and times, stored as ISO 8601, as people write them."""
    with suppress(TypeError, ValueError):
        if field_type == "date":
            return date_format(date.fromisoformat(value), "j F Y")
        if field_type == "datetime":
            answered = clinic_time(datetime.fromisoformat(value))
            return date_format(answered, "j F Y, H:i")
    return str(value)


class Answer(NamedTuple):
    """A question with its answer as text, which is empty if there is none.

    `was_asked` is False if another answer made the question needless.
    """

    question: Question
    text: str
    was_asked: bool
