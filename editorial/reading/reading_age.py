"""The reading age of a text: Flesch–Kincaid grade and five years."""

from collections.abc import Iterable
from typing import NamedTuple

from .sentences import find_words
from .syllables import count_syllables

# The formula was made for passages of 100 words; of fewer it tells little.
FEWEST_WORDS = 100
# Shorter ones are labels: a telephone number, "Every day".
SHORTEST_SENTENCE = 3
# Patients' information in the UK is written for readers of this age, in years.
YOUNGEST, OLDEST = 9, 11
# American children are five when they enter the grade before the first.
AGE_AT_GRADE_0 = 5


class Counts(NamedTuple):
    """How many sentences, words and syllables a text has."""

    sentences: int
    words: int
    syllables: int


def count(sentences: Iterable[str]) -> Counts:
    """The counts of these sentences, without those that are labels."""
    number = words = syllables = 0
    for sentence in sentences:
        found = find_words(sentence)
        if len(found) >= SHORTEST_SENTENCE:
            number += 1
            words += len(found)
            syllables += sum(count_syllables(word) for word in found)
    return Counts(number, words, syllables)


def grade(counts: Counts) -> float:
    """The US school grade (Kincaid and others, 1975). Needs at least one sentence."""
    return (
        0.39 * counts.words / counts.sentences
        + 11.8 * counts.syllables / counts.words
        - 15.59
    )


def reading_age(counts: Counts) -> float | None:
    """The age in years, never under 5; None if the text is too short to say."""
    if counts.words < FEWEST_WORDS:
        return None
    return max(float(AGE_AT_GRADE_0), grade(counts) + AGE_AT_GRADE_0)
