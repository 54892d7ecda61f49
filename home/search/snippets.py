"""The piece of a page's text that shows why it was found."""

import re

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from .words import Word, fold

LENGTH = 220
BEFORE = 70
# The start of a long text is enough to find a place to show in it.
LONGEST_SEARCHED = 20_000


def excerpt(text: str, words: set[str]) -> SafeString:
    """The part of `text` with most of `words`, each marked; empty if none is in it."""
    text = text[:LONGEST_SEARCHED]
    hits = find_hits(text, words)
    if not hits:
        return SafeString("")
    first = best_place(hits)
    start = start_of_excerpt(text, first.start)
    end = len(text)
    if end - start > LENGTH:
        end = max(text.rfind(" ", start, start + LENGTH), first.end)
    shown = [hit for hit in hits if start <= hit.start and hit.end <= end]
    marked = mark_hits(text, shown, start, end)
    opening = "" if start == 0 or text[start - 2] in ".!?" else "… "
    closing = "" if end == len(text) else " …"
    return mark_safe(f"{opening}{marked}{closing}")  # noqa: S308 - made of escaped text


def highlight(text: str, words: set[str]) -> SafeString:
    """All of `text`, with `words` marked."""
    return mark_hits(text, find_hits(text, words), 0, len(text))


def find_hits(text: str, words: set[str]) -> list[Word]:
    """Where the words stand in the text, in order."""
    folded = fold(text).replace("’", "'")
    spellings = {word: word for word in words if word in folded}
    # A possessive is one word without its apostrophe: "bells".
    possessives = {f"{word[:-1]}'s": word for word in words if word[-1:] == "s"}
    spellings |= {each: possessives[each] for each in possessives if each in folded}
    if not spellings:
        return []
    longest_first = sorted(spellings, key=len, reverse=True)
    pattern = rf"\b(?:{'|'.join(map(re.escape, longest_first))})\b"
    return [
        Word(spellings[match.group()], match.start(), match.end())
        for match in re.finditer(pattern, folded)
    ]


def best_place(hits: list[Word]) -> Word:
    """The first hit of the stretch with most different words."""

    def variety(place: int) -> int:
        reach = hits[place].start + LENGTH - BEFORE
        return len({hit.word for hit in hits[place : place + 20] if hit.end <= reach})

    return hits[max(range(len(hits)), key=lambda place: (variety(place), -place))]


def start_of_excerpt(text: str, hit: int) -> int:
    """Where to begin: at the sentence of the hit if it is near, else at a word."""
    if hit <= BEFORE:
        return 0
    earliest = hit - BEFORE
    sentence = max(text.rfind(f"{end} ", earliest, hit) for end in ".!?")
    if sentence >= 0:
        return sentence + 2
    return text.find(" ", earliest, hit) + 1 or hit


def mark_hits(text: str, hits: list[Word], start: int, end: int) -> SafeString:
    """The text from `start` to `end`, safe to show, with the hits marked."""
    parts = []
    place = start
    for hit in hits:
        parts += [
            escape(text[place : hit.start]),
            "<mark>",
            escape(text[hit.start : hit.end]),
            "</mark>",
        ]
        place = hit.end
    parts.append(escape(text[place:end]))
    return mark_safe("".join(parts))  # noqa: S308 - each part is escaped or ours
