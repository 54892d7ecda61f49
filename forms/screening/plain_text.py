"""A text as it is read, without what hides words from a table of words."""

import re
import unicodedata

INVISIBLE = re.compile(r"[\u00ad\u200b-\u200f\u2060-\u2064\ufeff]")
QUOTES = str.maketrans("‘’ʼ`´–—‑", "'''''---")
# Letters that look alike.
LATIN_ALIKE, CYRILLIC_ALIKE = "aceopxyijskmtbh", "асеорхуіјѕкмтвн"
TO_LATIN = str.maketrans(CYRILLIC_ALIKE, LATIN_ALIKE)
TO_CYRILLIC = str.maketrans(LATIN_ALIKE, CYRILLIC_ALIKE)
WORD = re.compile(r"[^\W\d_]+")
LATIN, CYRILLIC = re.compile(r"[a-z]"), re.compile(r"[\u0400-\u04ff]")
# Shorter ones are units and abbreviations.
SHORTEST_DISGUISED = 4


def plain(text: str) -> str:
    """Small letters, one space between words, straight quotes, nothing invisible, and
    words that mix Latin and Cyrillic letters in the alphabet that most of them have."""
    text = unicodedata.normalize("NFKC", INVISIBLE.sub("", text)).casefold()
    text = WORD.sub(lambda found: in_one_alphabet(found.group()), text)
    return " ".join(text.translate(QUOTES).split())


def in_one_alphabet(word: str) -> str:
    """This word in the alphabet that most of its letters have."""
    latin, cyrillic = len(LATIN.findall(word)), len(CYRILLIC.findall(word))
    if not latin or not cyrillic:
        return word
    return word.translate(TO_LATIN if latin >= cyrillic else TO_CYRILLIC)


def has_disguised_words(text: str) -> bool:
    """Whether Cyrillic letters stand in for some of a Latin word's. The other way round
    is a habit of old keyboards."""
    return any(
        CYRILLIC.search(word) and 2 * len(LATIN.findall(word)) > len(word)
        for word in WORD.findall(text.casefold())
        if len(word) >= SHORTEST_DISGUISED
    )
