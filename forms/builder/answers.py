"""Which answers a question knows, and which of them an answer is."""

from typing import Any, Protocol

from django.utils.translation import gettext as _

from submissions.models.rating import Rating

TICKED, NOT_TICKED = "yes", "no"
TICK_TYPES = {"checkbox", "consent"}
CHOICE_TYPES = {"checkboxes", "dropdown", "multiselect", "radio"}
# Questions on whose answers another may depend.
DECIDING_TYPES = {"rating", *TICK_TYPES, *CHOICE_TYPES}


class HasAnswers(Protocol):
    """A question as the page has it, or as an editor is writing it."""

    field_type: str
    choices: str


def split_choices(text: str) -> list[str]:
    """The choices in an editor's text, each once: one on each line, or with commas
    between them if there is one line only."""
    lines = text.strip().splitlines()
    parts = [line.strip().rstrip(",") for line in lines]
    if len(lines) < 2:
        parts = text.split(",")
    return list(dict.fromkeys(part.strip() for part in parts if part.strip()))


def known_answers(question: HasAnswers) -> list[tuple[str, str]]:
    """Value and label of each answer; none if patients answer in their own words."""
    if question.field_type == "rating":
        return [(str(value), str(label)) for value, label in Rating.choices]
    if question.field_type in TICK_TYPES:
        return [(TICKED, _("Ticked")), (NOT_TICKED, _("Not ticked"))]
    if question.field_type in CHOICE_TYPES:
        return [(choice, choice) for choice in split_choices(question.choices)]
    return []


def values_given(answer: Any) -> set[str]:
    """The known answers that a cleaned answer stands for."""
    if answer is None or answer == "":
        return set()
    if isinstance(answer, bool):
        return {TICKED if answer else NOT_TICKED}
    if isinstance(answer, Rating):
        return {str(answer.value)}
    if isinstance(answer, list):
        return {str(each) for each in answer}
    return {str(answer)}
