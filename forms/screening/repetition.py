"""Whether the same text, or nearly the same, comes again and again: a flood.

What is counted are digests under a salt that goes after a day; no text is kept. Beside
each stand the numbers of the submissions that it came with, so that the first ones of a
flood can be found when it is known to be one (`floods`).
"""

import hashlib
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from django.core.cache import BaseCache

from .network import DAY, daily_digest, daily_key

# Shorter texts are everybody's: “Thank you very much for your help.”
SHORTEST = 40
# Of few words too many people make the same, but for one.
FEWEST_WORDS = 15
SEVERAL, MANY = 2, 4
SENTENCE_ENDS = re.compile(r"[.!?…\n]+")
NOT_COMPARED = re.compile(r"https?://\S+|[\W\d_]+")
# Min-hashing (A. Broder, 1997): of two texts as many of the SLOTS are alike, on
# average, as they share of their rows of three words. Five of eight: 62%.
ROW, SLOTS, ALIKE = 3, 8, 5


class Seen(NamedTuple):
    """How often something came, and the submissions that it first came with."""

    times: int = 0
    submissions: tuple[int, ...] = ()


class Prints(NamedTuple):
    """The cache's keys for one answer: whole sentences, and slots of its likeness."""

    sentences: tuple[str, ...] = ()
    slots: tuple[str, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether there is too little to compare."""
        return not self.sentences and not self.slots


def prints_of(cache: BaseCache, texts: Sequence[str]) -> Prints:
    """The digests of these texts under today's salt."""
    return Prints(
        tuple(f"sentence:{daily_digest(cache, each)}" for each in sentences(texts)),
        tuple(likeness(daily_key(cache), bare("\n".join(texts)).split())),
    )


def sentences(texts: Sequence[str]) -> list[str]:
    """The two longest sentences, without signs, digits and links; the whole text if
    its sentences are short; none if there is too little to compare."""
    together = "\n".join(texts)
    plain = [bare(sentence) for sentence in SENTENCE_ENDS.split(together)]
    long = sorted({each for each in plain if len(each) >= SHORTEST}, key=len)[-2:]
    whole = bare(together)
    return long or ([whole] if len(whole) >= SHORTEST else [])


def bare(text: str) -> str:
    """The words alone."""
    return NOT_COMPARED.sub(" ", text).strip().casefold()


def likeness(key: bytes, words: Sequence[str]) -> list[str]:
    """The least hash of all rows of three words, in each slot; none of a short text."""
    if len(words) < FEWEST_WORDS or len(" ".join(words)) < SHORTEST:
        return []
    hashes = [
        hashlib.blake2b(
            " ".join(words[start : start + ROW]).encode(), key=key, digest_size=64
        ).digest()
        for start in range(len(words) - ROW + 1)
    ]
    width = 64 // SLOTS
    return [
        f"likeness:{slot}:{min(each[slot * width :][:width] for each in hashes).hex()}"
        for slot in range(SLOTS)
    ]


def repetition_signals(cache: BaseCache, prints: Prints) -> list[str]:
    """Counts these, and says how often nearly the same came before today."""
    seen = cache.get_many([*prints.sentences, *prints.slots])
    before = {key: seen.get(key, Seen()) for key in (*prints.sentences, *prints.slots)}
    for key, (times, submissions) in before.items():
        cache.set(key, Seen(times + 1, submissions), timeout=DAY)
    alike = sorted((before[key].times for key in prints.slots), reverse=True)
    times = max(
        min((before[key].times for key in prints.sentences), default=0),
        alike[ALIKE - 1] if alike else 0,
    )
    if times >= MANY:
        return ["often_repeated"]
    return ["repeated"] if times >= SEVERAL else []


def remember(cache: BaseCache, prints: Prints, submission: int) -> None:
    """Note this submission's number with its digests, if it is among the first."""
    keys = [*prints.sentences, *prints.slots]
    for key, (times, submissions) in cache.get_many(keys).items():
        if len(submissions) < MANY:
            cache.set(key, Seen(times, (*submissions, submission)), timeout=DAY)


def came_before(cache: BaseCache, prints: Prints) -> set[int]:
    """The submissions that came first with nearly the same text."""
    seen = cache.get_many([*prints.sentences, *prints.slots])
    return in_at_least(len(prints.sentences), seen, prints.sentences) | in_at_least(
        ALIKE, seen, prints.slots
    )


def in_at_least(least: int, seen: dict[str, Seen], keys: Iterable[str]) -> set[int]:
    """The submissions that stand with so many of these keys."""
    found = Counter(
        submission for key in keys if key in seen for submission in seen[key][1]
    )
    return {submission for submission, times in found.items() if times >= least}
