"""From what somebody typed to the words of pages that answer it."""

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from .vocabulary import Vocabulary
from .words import STOP_WORDS, without_stop_words

# What a word counts for that is not the one that was typed.
INFLECTION_FACTOR = 0.9
SYNONYM_FACTOR = 0.7
BEGINNING_FACTOR = 0.5
LONGER_NAME_FACTOR = 0.3

# Three letters are a beginning only at the end, where somebody may still be typing.
SHORTEST_LAST_BEGINNING = 3
SHORTEST_BEGINNING = 4
MOST_BEGINNINGS = 40


class Alternative(NamedTuple):
    """Words that a page must all hold, and what they count for."""

    words: tuple[str, ...]
    factor: float


class Term(NamedTuple):
    """A part of the search, and all that answers it; never empty."""

    alternatives: list[Alternative]

    @property
    def words(self) -> set[str]:
        """Every word that may answer."""
        return {word for each in self.alternatives for word in each.words}


def correct_words(words: list[str], vocabulary: Vocabulary) -> list[str]:
    """The words with those put right that no public page holds."""
    corrected: list[str] = []
    place = 0
    while place < len(words):
        word = words[place]
        place += 1
        following = words[place] if place < len(words) else ""
        joined = f"{word}{following}"
        both_known = vocabulary.knows(word) and vocabulary.knows(following)
        if following and not both_known and vocabulary.holds(joined):
            corrected.append(joined)
            place += 1
        elif is_understood(word, vocabulary, is_last=place == len(words)):
            corrected.append(word)
        else:
            corrected += correct_word(word, vocabulary)
    return corrected


def is_understood(word: str, vocabulary: Vocabulary, is_last: bool) -> bool:
    """Whether the word can be looked for as it is."""
    if word in STOP_WORDS or vocabulary.knows(word):
        return True
    return can_be_beginning(word, is_last) and bool(vocabulary.beginning_with(word))


def can_be_beginning(word: str, is_last: bool) -> bool:
    """Whether longer words that begin so may be meant."""
    return len(word) >= (SHORTEST_LAST_BEGINNING if is_last else SHORTEST_BEGINNING)


def correct_word(word: str, vocabulary: Vocabulary) -> list[str]:
    """What was most likely meant; the word itself if nothing is near enough."""
    parts = vocabulary.speller.split(word)
    if parts:
        return list(parts)
    return [vocabulary.speller.correct(word) or word]


def make_terms(words: list[str], vocabulary: Vocabulary) -> list[Term]:
    """What to look for, in the order of the words; unknown words are left out."""
    words = without_stop_words(words)
    alternatives = [
        list(word_alternatives(word, vocabulary, is_last=place == len(words) - 1))
        for place, word in enumerate(words)
    ]
    for place, (first, second) in enumerate(pairwise(words)):
        if (joined := first + second) in vocabulary.counts:
            for each in alternatives[place : place + 2]:
                each.append(Alternative((joined,), 1))
    for match in vocabulary.synonyms.find(words):
        if match.end - match.start > 1:
            phrase = tuple(words[match.start : match.end])
            alternatives[match.start] = list(phrase_alternatives(phrase, vocabulary, 1))
            for place in range(match.start + 1, match.end):
                alternatives[place] = []
        for other in match.others:
            alternatives[match.start] += phrase_alternatives(
                other, vocabulary, SYNONYM_FACTOR
            )
    return [Term(each) for each in alternatives if each]


def word_alternatives(
    word: str, vocabulary: Vocabulary, is_last: bool
) -> Iterator[Alternative]:
    """The word, its inflections, and longer words that it may be the beginning of.

    A known word is only taken for a beginning of names, and only at the end, where
    somebody may still be typing.
    """
    inflections = vocabulary.inflections(word)
    for inflection in inflections:
        yield Alternative((inflection,), 1 if inflection == word else INFLECTION_FACTOR)
    if not can_be_beginning(word, is_last) or (inflections and not is_last):
        return
    longer = vocabulary.beginning_with(word)
    names = vocabulary.name_words
    if inflections:
        longer = [each for each in longer if each in names and each not in inflections]
    longer.sort(key=lambda each: (each not in names, -vocabulary.counts[each]))
    factor = LONGER_NAME_FACTOR if inflections else BEGINNING_FACTOR
    for each in longer[:MOST_BEGINNINGS]:
        yield Alternative((each,), factor)


def phrase_alternatives(
    phrase: tuple[str, ...], vocabulary: Vocabulary, factor: float
) -> Iterator[Alternative]:
    """The phrase in the forms that are in use: every inflection if it is one word."""
    forms = [vocabulary.inflections(word) for word in phrase]
    if len(phrase) == 1:
        for form in forms[0]:
            yield Alternative((form,), factor)
    elif all(forms):
        yield Alternative(
            tuple(
                word if word in found else found[0]
                for word, found in zip(phrase, forms, strict=True)
            ),
            factor,
        )
