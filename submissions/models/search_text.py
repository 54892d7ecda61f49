"""What patients wrote, as the desk's search compares it."""

import unicodedata
from collections.abc import Iterable
from typing import Any

from django.db.models import Q

from submissions import typed_text as plain_signs


def fold(text: str) -> str:
    """The text without capitals and accents, in plain signs."""
    decomposed = unicodedata.normalize("NFKD", plain_signs.fold(text).casefold())
    return "".join(each for each in decomposed if not unicodedata.combining(each))


def fold_answers(answers: dict[str, Any], additions: Iterable[str] = ()) -> str:
    """The texts of all answers and additions, folded, one on each line."""
    return fold("\n".join([*texts_in(answers), *additions]))


def texts_in(value: Any) -> list[str]:
    """All texts of a JSON value, but not the names of its keys."""
    if isinstance(value, str):
        return [value]
    values = value.values() if isinstance(value, dict) else value
    if isinstance(values, Iterable):
        return [text for each in values for text in texts_in(each)]
    return []


def matching(typed: str) -> Q:
    """The submissions that hold each word typed: in what the patient wrote, in the
    title of the page it is about, or in the reference."""
    condition = Q()
    for word in typed.split():
        condition &= (
            Q(search_text__contains=fold(word))
            | Q(about_title__icontains=word)
            | Q(reference__icontains=word)
        )
    return condition
