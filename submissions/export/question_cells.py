"""The cells of the questions: each in its column, or each choice in one of its own."""

import json
from collections.abc import Callable, Mapping
from typing import Any, NamedTuple
from uuid import UUID

from django.db.models import TextField
from django.db.models.functions import Cast
from django.utils.translation import gettext

from submissions.models.questions_asked import Question

from .cells import Cell, cell_maker
from .choice import ExportChoice
from .columns import QuestionColumn
from .language import in_the_websites_language

# By form and question, what it offers to choose several of.
Offered = Mapping[tuple[UUID | None, str], list[str]]
# Lists of questions whose plans are kept.
MOST_PLANS = 500


class Place(NamedTuple):
    """Where a question's answer goes: one column, or the first of several, which has
    one column for each choice and one for all else."""

    first: int
    choices: list[str]


Step = tuple[str, Place, Callable[[Any], Cell]]


class QuestionCells:
    """These questions' columns."""

    # As text: forms and lists of questions are the same over and over, and read once.
    AS_TEXT = {
        "form_key_text": Cast("form_key", TextField()),
        "asked_text": Cast("questions_asked", TextField()),
        "answers_text": Cast("form_data", TextField()),
    }
    FIELDS = ("form_key_text", "asked_text", "answers_text")

    def __init__(
        self, columns: list[QuestionColumn], choice: ExportChoice, offered: Offered
    ):
        self.choice = choice
        self.yes = gettext("Yes")
        self.headings: list[str] = []
        self.places: dict[tuple[UUID | None, str], Place] = {}
        self.plans: dict[tuple[str | None, str], list[Step]] = {}
        known = offered if choice.separate_choices else {}
        for column in columns:
            question = (column.form_key, column.name)
            choices = known.get(question, [])
            self.places[question] = Place(len(self.headings), choices)
            self.headings += [f"{column.heading}: {each}" for each in choices]
            self.headings.append(
                gettext("%(question)s: other") % {"question": column.heading}
                if choices
                else column.heading
            )

    def cells(self, form_key: str | None, asked: str, answers: str) -> list[Cell]:
        """The cells of one submission: its form, questions and answers as stored."""
        cells: list[Cell] = [""] * len(self.headings)
        given = json.loads(answers)
        for name, place, make in self.plan(form_key, asked):
            value = given.get(name)
            if value is None:
                continue
            cell = make(value)
            if place.choices and isinstance(cell, list):
                self.spread(cell, place, cells)
            else:
                cells[place.first + len(place.choices)] = cell
        return cells

    def plan(self, form_key: str | None, asked: str) -> list[Step]:
        """For each question of this list that has a column: its name, where its
        answer goes, and what makes a cell of it."""
        if (form_key, asked) in self.plans:
            return self.plans[form_key, asked]
        steps = []
        form = UUID(form_key) if form_key else None
        for stored in json.loads(asked):
            question = Question(*stored)
            if place := self.places.get((form, question.name)):
                with in_the_websites_language():
                    make = cell_maker(question, self.choice.ratings_as_numbers)
                steps.append((question.name, place, make))
        if len(self.plans) >= MOST_PLANS:
            self.plans.clear()
        self.plans[form_key, asked] = steps
        return steps

    def spread(self, chosen: list[str], place: Place, cells: list[Cell]) -> None:
        """“Yes” below each choice; what is offered no longer, below “other”."""
        for number, choice in enumerate(place.choices):
            if choice in chosen:
                cells[place.first + number] = self.yes
        others = [each for each in chosen if each not in place.choices]
        cells[place.first + len(place.choices)] = others or ""
