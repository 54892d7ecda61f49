"""What stands in a field where nobody writes it."""

from collections.abc import Iterable, Mapping
from typing import Any

from forms.builder.free_texts import Asked, free_texts

from .advertising.judgement import sales_signals
from .content import LINK, LINK_MARKUP
from .trap import TRAP_FIELD

# Password managers fill in an address or a name, and no message.
SHORTEST_COPY = 20


def field_signals(
    questions: Iterable[Asked], answers: Mapping[str, Any], posted: Mapping[str, str]
) -> list[str]:
    """A message in the hidden field, and links or advertisements where a name, address
    or postcode is asked for."""
    questions = list(questions)
    found = []
    hidden = posted.get(TRAP_FIELD, "").strip()
    if len(hidden) >= SHORTEST_COPY and any(
        hidden == text.strip() for text in free_texts(questions, answers)
    ):
        found.append("trap_copied")
    about_person = [
        str(answers.get(question.clean_name) or "")
        for question in questions
        if question.purpose
    ]
    if any(is_no_name(text) for text in about_person):
        found.append("link_as_name")
    return found


def is_no_name(text: str) -> bool:
    """Whether a link or an advertisement stands in for somebody's name."""
    has_link = LINK.search(text) or LINK_MARKUP.search(text)
    return bool(has_link) or "many_sales_words" in sales_signals(text)
