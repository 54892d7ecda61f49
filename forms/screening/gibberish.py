"""Letters that make no words: random ones follow one another as in no language.

`letter_pairs.json` says for languages with Latin letters how usual each pair of letters
is; `benchmarks/make_letter_pairs.py` makes it. Texts are measured in the language that
suits them best, so that a language is no evidence.
"""

import json
import re
import unicodedata
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

LETTERS = "abcdefghijklmnopqrstuvwxyz"
TABLE_FILE = Path(__file__).parent / "letter_pairs.json"
LANGUAGES: list[list[int]] = [
    [int(digit) for digit in digits]
    for digits in json.loads(TABLE_FILE.read_text()).values()
]
# Letters that Unicode does not take apart into a Latin one and an accent.
BARE = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ı": "i", "ß": "ss", "æ": "ae"})
LATIN_WORD = re.compile(r"[a-z]+")
DRAWN_OUT = re.compile(r"(.)\1{2,}")
ADDRESS = re.compile(r"\S*(?:://|www\.|@)\S*|\S*\d\S*")
# Shorter words are abbreviations as often as not.
SHORTEST_WORD = 6
# Mean digits of `letter_pairs.json`. Of 46,000 words of 49 languages about 1 in 2,000
# is below ODD_WORD, of random words of ten letters 8 in 10; two random words together
# are nearly always below ODD_TEXT, two of one language never were.
ODD_WORD, ODD_TEXT = 4.4, 4.6
LONG_WORD = 8
LEAST_SHARE = 0.6


def latin_words(text: str) -> list[str]:
    """The words, in small letters without accents."""
    text = unicodedata.normalize("NFKD", text.casefold().translate(BARE))
    return LATIN_WORD.findall(
        "".join(sign for sign in text if not unicodedata.combining(sign))
    )


def usualness(words: Sequence[str]) -> float:
    """How usual the pairs of letters are in the language that suits best, from 0 to 9.

    Raises ZeroDivisionError if no word has two letters.
    """
    pairs = [
        LETTERS.index(one) * len(LETTERS) + LETTERS.index(other)
        for word in words
        for one, other in pairwise(word)
    ]
    return max(sum(row[pair] for pair in pairs) for row in LANGUAGES) / len(pairs)


def gibberish_signals(text: str) -> list[str]:
    """Whether most of what was written makes no words.

    A single odd word among others may be a name; as the whole answer it is suspicious.
    """
    words = latin_words(DRAWN_OUT.sub(r"\1", ADDRESS.sub(" ", text)))
    longer = [word for word in words if len(word) >= SHORTEST_WORD]
    if not longer or sum(map(len, longer)) < LEAST_SHARE * sum(map(len, words)):
        return []
    if usualness(longer) >= (ODD_TEXT if len(longer) > 1 else ODD_WORD):
        return []
    is_enough = len(longer) > 1 or len(longer[0]) >= LONG_WORD
    return ["gibberish" if is_enough else "some_gibberish"]
