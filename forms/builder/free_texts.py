"""What patients write in words of their own."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Protocol

FREE_TEXT_TYPES = {"singleline", "multiline"}


class Asked(Protocol):
    """A question, as far as it says how it is answered."""

    clean_name: str
    field_type: str
    purpose: str


def asks_for_words(question: Asked) -> bool:
    """Whether it is answered in words, and not in a name or address that the browser
    may fill in."""
    return question.field_type in FREE_TEXT_TYPES and not question.purpose


def free_texts(questions: Iterable[Asked], answers: Mapping[str, Any]) -> list[str]:
    """What was written, question by question; nothing for empty answers."""
    return texts_of(filter(asks_for_words, questions), answers)


def written_texts(questions: Sequence[Asked], answers: Mapping[str, Any]) -> list[str]:
    """The same, and after it what was written where a name or an address is asked for:
    people write what they have to say wherever they can."""
    about_person = [
        question
        for question in questions
        if question.field_type in FREE_TEXT_TYPES and question.purpose
    ]
    return [*free_texts(questions, answers), *texts_of(about_person, answers)]


def texts_of(questions: Iterable[Asked], answers: Mapping[str, Any]) -> list[str]:
    """The answers to these that are not empty."""
    texts = [str(answers.get(question.clean_name) or "") for question in questions]
    return [text for text in texts if text.strip()]
