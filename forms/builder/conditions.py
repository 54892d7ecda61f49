"""What must have been answered for a question or a section to be asked."""

import json
from collections.abc import Mapping
from typing import Any, NamedTuple, Protocol

from django.utils.translation import gettext as _

from .answers import NOT_TICKED, TICK_TYPES, TICKED, known_answers, values_given


class Condition(NamedTuple):
    """Shown if the question `name` was answered with one of `answers` (values)."""

    name: str
    answers: tuple[str, ...]
    hint: str

    def is_met(self, answers: Mapping[str, Any]) -> bool:
        """Whether the cleaned answers of the questions asked so far say so."""
        return not values_given(answers.get(self.name)).isdisjoint(self.answers)

    @property
    def answers_in_form(self) -> str:
        """The answers as a browser sends them, as JSON: an empty one for no tick."""
        sent = {TICKED: "on", NOT_TICKED: ""}
        return json.dumps([sent.get(answer, answer) for answer in self.answers])


class Depending(Protocol):
    """A question that may depend on another."""

    shown_if_question: str
    shown_if_answers: str


def find_condition(question: Depending, earlier: Mapping[str, Any]) -> Condition | None:
    """The question's condition, among the earlier questions by name.

    None if it has none, or one that cannot hold (a question that is gone or stands
    below, answers that are not known): rather one question too many than one lost.
    """
    deciding = earlier.get(question.shown_if_question)
    if deciding is None:
        return None
    wanted = question.shown_if_answers.splitlines()
    labels = {
        value: label for value, label in known_answers(deciding) if value in wanted
    }
    if not labels:
        return None
    return Condition(
        question.shown_if_question, tuple(labels), hint_text(deciding, labels)
    )


def hint_text(deciding: Any, labels: Mapping[str, str]) -> str:
    """In words, for patients whose browser hides nothing."""
    words = {"question": deciding.label}
    if deciding.field_type in TICK_TYPES:
        if TICKED in labels:
            return _("Only if you tick “%(question)s”.") % words
        return _("Only if you do not tick “%(question)s”.") % words
    words["answers"] = _("” or “").join(labels.values())
    return _("Only if you answer “%(answers)s” to “%(question)s”.") % words
