"""How much a text is an advertisement."""

import re
from collections.abc import Iterable
from re import Pattern

from forms.screening.plain_text import plain

from .accounts import ACCOUNTS, SUBJECTS
from .letters import APPROACH
from .topics import TOPICS

SURE, LIKELY, POSSIBLE = 3, 2, 1
# In a text about care, possible words stay possible, however many they are.
MOST_FOR_POSSIBLE = 2
FOR_AN_ACCOUNT, MOST_ACCOUNTS = 4, 2
HELD_FROM = 7
HELD_WITHOUT_CARE_FROM = 3


def compiled(patterns: Iterable[str]) -> list[Pattern[str]]:
    """Each from the beginning of a word; Chinese and Japanese have no spaces."""
    return [
        re.compile(rf"(?:\b|(?<=[\u3040-\uffdc]))(?:{pattern})") for pattern in patterns
    ]


ENTRIES = {
    SURE: compiled(each for topic in [*TOPICS, APPROACH] for each in topic.sure),
    LIKELY: compiled(each for topic in [*TOPICS, APPROACH] for each in topic.likely),
    POSSIBLE: compiled(
        each for topic in [*TOPICS, APPROACH] for each in topic.possible
    ),
}
ACCOUNT_ENTRIES = compiled(ACCOUNTS)
SUBJECT_ENTRIES = compiled(SUBJECTS)


def count(entries: Iterable[Pattern[str]], text: str) -> int:
    """How many entries stand in this text."""
    return sum(bool(entry.search(text)) for entry in entries)


def tells_of_care(text: str) -> bool:
    """Whether it tells of the writer, or of anything that patients write about."""
    text = plain(text)
    return any(entry.search(text) for entry in ACCOUNT_ENTRIES + SUBJECT_ENTRIES)


def sales_signals(text: str) -> list[str]:
    """One word of an advertisement may be a patient's; several with nothing that a
    patient writes about are an advertisement.

    Words that are only possible never hold a text, however many there are.
    """
    about_care = tells_of_care(text)
    text = plain(text)
    sure, likely = count(ENTRIES[SURE], text), count(ENTRIES[LIKELY], text)
    possible = count(ENTRIES[POSSIBLE], text)
    if not sure and not likely:
        return ["sales_words"] if possible else []
    if about_care:
        possible = min(possible, MOST_FOR_POSSIBLE)
    accounts = min(count(ACCOUNT_ENTRIES, text), MOST_ACCOUNTS)
    points = SURE * sure + LIKELY * likely + POSSIBLE * possible
    points -= FOR_AN_ACCOUNT * accounts
    limit = HELD_FROM if about_care else HELD_WITHOUT_CARE_FROM
    return ["many_sales_words"] if points >= limit else ["sales_words"]
