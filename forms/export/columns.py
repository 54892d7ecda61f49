"""Which columns an export has: the fixed ones, then one for each question."""

import json
from typing import NamedTuple
from uuid import UUID

from django.db.models import Max, QuerySet, TextField
from django.db.models.functions import Cast
from django.utils.translation import gettext_lazy as _

FIXED_COLUMNS = [
    _("Reference"),
    _("Received"),
    _("Form"),
    _("About page"),
    _("About address"),
    _("Kind"),
    _("Status"),
    _("Rating"),
    _("Notice version"),
    _("Verified visit"),
    _("Duplicate of"),
    _("Withdrawn"),
    _("Added later"),
]


class Column(NamedTuple):
    """A question of a form."""

    form_key: UUID | None
    name: str


def question_columns(submissions: QuerySet) -> dict[Column, str]:
    """Every question ever asked in these submissions, with its newest label.

    In the order in which the newest submissions were asked; questions since removed
    come after. A question keeps its one column through all renaming; the same
    question in a copy of the form has another.
    """
    # A form asks the same questions over and over: the database tells the few
    # different lists apart, as text, so that not every row need be read.
    lists_asked = (
        submissions.order_by()
        .annotate(asked_as_text=Cast("questions_asked", TextField()))
        .values("form_key", "asked_as_text")
        .annotate(newest=Max("pk"))
        .order_by("-newest")
        .values_list("form_key", "asked_as_text")
    )
    columns: dict[Column, str] = {}
    for form_key, asked in lists_asked.iterator():
        for name, label, *_others in json.loads(asked):
            columns.setdefault(Column(form_key, name), label)
    return columns


def distinct_headings(headings: list[str]) -> list[str]:
    """The same headings, with a number after those that stood there before."""
    taken: set[str] = set()
    distinct = []
    for heading in headings:
        candidate, number = heading, 1
        while candidate in taken:
            number += 1
            candidate = f"{heading} ({number})"
        taken.add(candidate)
        distinct.append(candidate)
    return distinct
