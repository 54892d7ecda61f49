"""The cells that every submission has, of its values as they lie in the database."""

import json
from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from typing import Any

from django.contrib.auth import get_user_model
from django.db.models import IntegerField, TextField
from django.db.models.functions import Cast
from django.utils.translation import gettext
from wagtail.admin.utils import get_user_display_name

from editorial.clinic_time import clinic_time
from submissions.models import Rating
from submissions.models.flags import Flag
from submissions.models.states import Kind, Status

from .cells import Cell, rating_cell
from .choice import ExportChoice


def moment(text: str | None) -> Cell:
    """By the clinic's clock; empty if it has not come."""
    if text is None:
        return ""
    stored = datetime.fromisoformat(text)
    # SQLite keeps no time zone, as all is UTC.
    return clinic_time(stored if stored.tzinfo else stored.replace(tzinfo=UTC))


def flags_in_words(stored: str) -> Cell:
    """The labels of the flags, stored as a JSON list."""
    return ", ".join(str(Flag(each).label) for each in json.loads(stored))


def same(value: str | None) -> Cell:
    """As it is; empty if there is none."""
    return value or ""


PLAIN: dict[str, tuple[str, Callable[[Any], Cell]]] = {
    "reference": ("reference", same),
    "received": ("submit_time_text", moment),
    "form": ("form_title", same),
    "flags": ("flags_text", flags_in_words),
    "about_page": ("about_title", same),
    "about_address": ("about_url", same),
    "notice": ("notice_version", same),
    "duplicate": ("duplicate_of__reference", same),
    "withdrawn": ("withdrawn_at_text", moment),
    "due": ("due_at_text", moment),
    "acknowledged": ("acknowledged_at_text", moment),
    "responded": ("responded_at_text", moment),
    "closed": ("closed_at_text", moment),
}
# The fields whose values are put into words.
IN_WORDS = {
    "kind": "kind",
    "status": "status",
    "owner": "owner_id",
    "verified": "is_verified_number",
    "rating": "rating",
}
# As texts and numbers: if a row has anything else, Django goes through it once more.
AS_TEXT = {
    f"{name}_text": Cast(name, TextField())
    for name in (
        *("submit_time", "withdrawn_at"),
        *("due_at", "acknowledged_at", "responded_at", "closed_at", "flags"),
    )
} | {"is_verified_number": Cast("is_verified", IntegerField())}


def database_fields(keys: Iterable[str]) -> tuple[str, ...]:
    """What must be read for these columns, the number first. Reading all would take a
    third longer."""
    fields = [
        PLAIN[key][0] if key in PLAIN else IN_WORDS.get(key, "pk") for key in keys
    ]
    return tuple(dict.fromkeys(["pk", *fields]))


class Words(dict[Any, Cell]):
    """The word for each value; empty if there is none."""

    def __missing__(self, value: Any) -> Cell:
        return ""


class FixedCells:
    """What makes the cells of these columns, in the language that is on when it is
    made: looking words up for each row would take most of the time."""

    def __init__(self, keys: list[str], choice: ExportChoice):
        ratings = {value: rating(value, choice) for value in Rating.values}
        words = {
            "kind": Words((name, str(label)) for name, label in Kind.choices),
            "status": Words((name, str(label)) for name, label in Status.choices),
            "owner": owners() if "owner" in keys else Words(),
            "verified": Words({1: gettext("Yes")}),
            "rating": Words(ratings),
        }
        fields = database_fields(keys)
        self.steps: list[tuple[int, Callable[[Any], Cell]]] = []
        make: Callable[[Any], Cell]
        for key in keys:
            if key in IN_WORDS:
                field, make = IN_WORDS[key], words[key].__getitem__
            elif key in PLAIN:
                field, make = PLAIN[key]
            else:
                field, make = "pk", self.addition
            self.steps.append((fields.index(field), make))
        self.additions: dict[int, str] = {}

    def cells(self, values: tuple[Any, ...]) -> list[Cell]:
        """The cells of one submission, of its `database_fields`; `additions` must hold
        what was added to it."""
        return [make(values[place]) for place, make in self.steps]

    def addition(self, key: int) -> Cell:
        """What was added to the submission with this key."""
        return self.additions.get(key, "")


def owners() -> Words:
    """The name of each member of staff, by id."""
    return Words(
        (user.pk, get_user_display_name(user))
        for user in get_user_model().objects.all()
    )


def rating(value: int, choice: ExportChoice) -> Cell:
    """In words, or as a number if that is wanted."""
    return rating_cell(value) if choice.ratings_as_numbers else str(Rating(value).label)
