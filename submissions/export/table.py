"""Submissions as a table: headings and rows, whatever the file will be."""

from collections.abc import Iterator, Sequence
from contextlib import closing
from functools import cached_property
from typing import Any, Protocol
from uuid import UUID

from django.db.models import QuerySet

from submissions.models import SubmissionAddition

from .cells import Cell
from .choice import ExportChoice
from .chunks import in_chunks
from .columns import (
    FIXED_COLUMNS,
    Column,
    FixedColumn,
    QuestionColumn,
    distinct_headings,
    question_columns,
)
from .fixed_cells import AS_TEXT, FixedCells, database_fields
from .language import in_the_websites_language
from .question_cells import Offered, QuestionCells

# More than there are.
ALL = 2**62


class Table(Protocol):
    """What a file is made of."""

    @property
    def headings(self) -> list[str]:
        """The heading of each column, no two the same."""

    def rows(self) -> Iterator[Sequence[Cell]]:
        """The rows, made as they are asked for. The first cell names the row."""


class SubmissionTable:
    """These submissions, in their order, as they stand when the table is made.

    What arrives while the file is being written is left out: it could bring a
    question that has no column. Without `choice.identity` no column says who somebody
    is, whatever columns are chosen.
    """

    def __init__(
        self,
        submissions: QuerySet,
        choice: ExportChoice | None = None,
        offered: Offered | None = None,
    ):
        self.choice = choice or ExportChoice()
        self.offered = offered or {}
        newest = submissions.order_by("-pk").values_list("pk", flat=True).first()
        self.submissions = submissions.filter(pk__lte=newest or 0)
        self.form_key_texts: set[str | None] = set()

    @property
    def form_keys(self) -> set[UUID | None]:
        """The forms whose answers are in the rows made so far."""
        return {UUID(each) if each else None for each in self.form_key_texts}

    @cached_property
    def row_count(self) -> int:
        """How many rows it has."""
        # In the order of an index that holds all filters: no row is read.
        newest = self.submissions.order_by("-submit_time", "-pk").values("pk")
        return int(newest[:ALL].count())

    @cached_property
    def columns(self) -> list[Column]:
        """The chosen columns; the reference is always the first."""
        offered: list[Column] = [*FIXED_COLUMNS, *question_columns(self.submissions)]
        chosen = set(self.choice.columns)
        return [
            column
            for column in offered
            if (column.key in chosen if chosen else column.is_usual)
            or column.key == "reference"
            if self.choice.identity or not column.identifies
        ]

    @cached_property
    def fixed(self) -> list[FixedColumn]:
        """Those that every submission has."""
        return [each for each in self.columns if isinstance(each, FixedColumn)]

    @cached_property
    def fixed_keys(self) -> list[str]:
        """What they are called in our code."""
        return [column.key for column in self.fixed]

    @cached_property
    def questions(self) -> QuestionCells:
        """Those of questions."""
        asked = [each for each in self.columns if isinstance(each, QuestionColumn)]
        with in_the_websites_language():
            return QuestionCells(asked, self.choice, self.offered)

    @cached_property
    def headings(self) -> list[str]:
        """The heading of each column, no two the same."""
        with in_the_websites_language():
            fixed = [str(column.heading) for column in self.fixed]
            return distinct_headings([*fixed, *self.questions.headings])

    def rows(self) -> Iterator[list[Cell]]:
        """One row a submission, read from the database as they are asked for."""
        values = (
            self.submissions.select_related(None)
            .annotate(**AS_TEXT, **QuestionCells.AS_TEXT)
            .values_list(*database_fields(self.fixed_keys), *QuestionCells.FIELDS)
        )
        with in_the_websites_language():
            fixed = FixedCells(self.fixed_keys, self.choice)
        split = len(database_fields(self.fixed_keys))
        # Closed first, also if nobody reads on.
        with closing(in_chunks(values)) as chunks:
            for chunk in chunks:
                if "added" in self.fixed_keys:
                    fixed.additions = additions_to(chunk)
                # One at a time: the fewer there are at once, the seldomer Python
                # looks through all it holds for what can go.
                for each in chunk:
                    self.form_key_texts.add(each[split])
                    yield fixed.cells(each) + self.questions.cells(*each[split:])


def additions_to(chunk: list[tuple[Any, ...]]) -> dict[int, str]:
    """What was added later to these submissions, by their keys."""
    first, last = min(row[0] for row in chunk), max(row[0] for row in chunk)
    found = SubmissionAddition.objects.order_by("received_at", "pk")
    if last - first < 10 * len(chunk):
        found = found.filter(submission__gte=first, submission__lte=last)
    else:
        found = found.filter(submission__in=[row[0] for row in chunk])
    texts: dict[int, list[str]] = {}
    for key, text in found.values_list("submission_id", "text"):
        texts.setdefault(key, []).append(text)
    return {key: "\n\n".join(each) for key, each in texts.items()}
