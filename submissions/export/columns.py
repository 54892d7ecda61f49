"""Which columns an export can have: the fixed ones, then one for each question."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple
from uuid import UUID

from django.db.models import Max, QuerySet, TextField
from django.db.models.functions import Cast
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from submissions.models import IdentifyingQuestion, QuestionList
from submissions.models.questions_asked import IDENTIFYING_TYPES

# With more submissions than this, their questions are looked up in the list of all
# that was ever asked; and the worker makes the file.
MANY = 50_000


class FixedColumn(NamedTuple):
    """What every submission has."""

    key: str
    heading: str | Promise
    is_usual: bool = True
    identifies: bool = False


FIXED_COLUMNS = [
    FixedColumn("reference", _("Reference")),
    FixedColumn("received", _("Received")),
    FixedColumn("form", _("Form")),
    FixedColumn("about_page", _("About page")),
    FixedColumn("about_address", _("About address")),
    FixedColumn("kind", _("Kind")),
    FixedColumn("status", _("Status")),
    FixedColumn("flags", _("Flag")),
    FixedColumn("owner", _("Owner"), is_usual=False),
    FixedColumn("rating", _("Rating")),
    FixedColumn("notice", _("Notice version")),
    FixedColumn("verified", _("Verified visit")),
    FixedColumn("duplicate", _("Duplicate of")),
    FixedColumn("withdrawn", _("Withdrawn")),
    FixedColumn("added", _("Added later")),
    FixedColumn("due", _("Due"), is_usual=False),
    FixedColumn("acknowledged", _("Acknowledged"), is_usual=False),
    FixedColumn("responded", _("Responded"), is_usual=False),
    FixedColumn("closed", _("Closed"), is_usual=False),
]


@dataclass(frozen=True)
class QuestionColumn:
    """A question of a form, under its newest label."""

    form_key: UUID | None
    name: str
    heading: str
    identifies: bool
    is_usual: bool = True

    @property
    def key(self) -> str:
        """What it is called when columns are chosen."""
        return f"{self.form_key or ''}:{self.name}"


Column = FixedColumn | QuestionColumn


def question_columns(submissions: QuerySet) -> list[QuestionColumn]:
    """Every question ever asked in these submissions, with its newest label.

    In the order in which the newest submissions were asked; questions since removed
    come after. A question keeps its one column through all renaming; the same
    question in a copy of the form has another.
    """
    marked = set(IdentifyingQuestion.objects.values_list("form_key", "name"))
    marked_names = {name for _form_key, name in marked}
    labels: dict[tuple[UUID | None, str], str] = {}
    identifying = set()
    for form_key, asked in lists_asked(submissions):
        for name, label, field_type, *_others in asked:
            question = (form_key, name)
            labels.setdefault(question, label)
            # Of older submissions, the form is not known.
            is_marked = question in marked if form_key else name in marked_names
            if is_marked or field_type in IDENTIFYING_TYPES:
                identifying.add(question)
    return [
        QuestionColumn(*question, label, question in identifying)
        for question, label in labels.items()
    ]


def lists_asked(submissions: QuerySet) -> Iterator[tuple[UUID | None, list[list[str]]]]:
    """Form and questions, each list once, the newest first."""
    submissions = submissions.order_by()
    if is_long(submissions):
        lists = QuestionList.objects.order_by("-pk").values_list(
            "form_key", "questions"
        )
        forms = {form_key for form_key, _questions in lists}
        present = {each for each in forms if has_form(submissions, each)}
        yield from (pair for pair in lists if pair[0] in present)
        return
    # The database tells the few different lists apart, as text.
    texts = (
        submissions.annotate(asked_as_text=Cast("questions_asked", TextField()))
        .values("form_key", "asked_as_text")
        .annotate(newest=Max("pk"))
        .order_by("-newest")
        .values_list("form_key", "asked_as_text")
    )
    for form_key, text in texts.iterator():
        yield form_key, json.loads(text)


def has_form(submissions: QuerySet, form_key: UUID | None) -> bool:
    """Whether any of them came by this form."""
    of_form = {"form_key": form_key} if form_key else {"form_key__isnull": True}
    return bool(submissions.filter(**of_form).exists())


def is_long(submissions: QuerySet) -> bool:
    """Whether there are more than MANY; no more of them are looked at."""
    return bool(submissions.order_by()[MANY : MANY + 1].exists())


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
