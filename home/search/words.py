"""What a word is: how text is cut, folded and brought to its stem."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from typing import NamedTuple

LONGEST_WORD = 40

# Letters with marks lose them, one for one, so that places in the text stay the same.
PLAIN_LETTERS = {
    code: plain.lower()
    for code in (*range(0xC0, 0x250), *range(0x1E00, 0x1F00))
    if len(plain := unicodedata.normalize("NFKD", chr(code))[0]) == 1
    and plain != chr(code)
}
WORD = re.compile(r"\w+(?:['’]\w+)*")
# Words that stand in every question and say nothing about what is sought.
STOP_WORDS = frozenset(
    WORD.findall(
        "a about am an and are as at be been but by can could did do does for from get "
        "got had has have having how i if im in into is it its ive me my of on or our "
        "out should so some that the their them then there these they this to too was "
        "we were what whats when where which who why will with without would you your"
    )
)
VOWEL = re.compile("[aeiouy]")


class Word(NamedTuple):
    """A folded word and where it stands in the text."""

    word: str
    start: int
    end: int


def fold(text: str) -> str:
    """The text in small letters without marks, of the same length."""
    return text.translate(PLAIN_LETTERS).lower()


def locate_words(text: str) -> Iterator[Word]:
    """The words of the text, in order. An apostrophe joins: "Bell's" is "bells"."""
    for match in WORD.finditer(fold(text)):
        word = match.group().replace("'", "").replace("’", "")
        yield Word(word, match.start(), match.end())


def find_words(text: str) -> list[str]:
    """The words of the text that can be looked for."""
    return [
        found.word for found in locate_words(text) if len(found.word) <= LONGEST_WORD
    ]


def stem(word: str) -> str:
    """What "aches", "ached" and "aching" have in common.

    Takes off the English endings of plural and verb, no more: "injection" and
    "inject" stay two words, as do all that are short.
    """
    if len(word) <= 3 or not word.isascii():
        return word
    if word.endswith("ies") and len(word) > 4:
        word = f"{word[:-3]}y"
    elif word.endswith("s") and not word.endswith(("ss", "us", "is")):
        word = word[:-1]
    for ending in ("ing", "ed"):
        rest = word.removesuffix(ending)
        if rest != word and len(rest) > 2 and VOWEL.search(rest):
            doubled = rest[-1] == rest[-2] and rest[-1] not in "lsz"
            word = rest[:-1] if doubled else rest
            break
    if word.endswith("e") and len(word) > 3:
        word = word[:-1]
    if word.endswith(("xe", "she", "che")):
        word = word[:-1]
    return word


def name_key(text: str) -> tuple[str, ...]:
    """The stems of the words that count: equal for names that are the same."""
    return stems(without_stop_words(find_words(text)))


def stems(words: Iterable[str]) -> tuple[str, ...]:
    """The stems of the words."""
    return tuple(stem(word) for word in words)


def without_stop_words(words: list[str]) -> list[str]:
    """The words that say something; all of them if none does."""
    return [word for word in words if word not in STOP_WORDS] or words
