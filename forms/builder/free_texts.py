"""What patients write in words of their own."""

from collections.abc import Iterable, Mapping
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
    texts = [
        str(answers.get(question.clean_name) or "")
        for question in questions
        if asks_for_words(question)
    ]
    return [text for text in texts if text.strip()]
