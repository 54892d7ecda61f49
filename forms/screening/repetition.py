"""Whether the same sentences come again and again: a flood of one message.

What is counted are digests under a salt that goes after a day; no text is kept.
"""

import re
from collections.abc import Sequence

from django.core.cache import BaseCache

from .network import DAY, daily_digest

# Shorter sentences are everybody's: “Thank you very much for your help.”
SHORTEST = 40
SEVERAL, MANY = 2, 4
SENTENCE_ENDS = re.compile(r"[.!?…\n]+")
NOT_COMPARED = re.compile(r"https?://\S+|[\W\d_]+")


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


def repetition_signals(cache: BaseCache, texts: Sequence[str]) -> list[str]:
    """Counts these sentences, and says how often all of them came before today."""
    times = [
        count_before(cache, f"sentence:{daily_digest(cache, sentence)}")
        for sentence in sentences(texts)
    ]
    before = min(times, default=0)
    if before >= MANY:
        return ["often_repeated"]
    return ["repeated"] if before >= SEVERAL else []


def count_before(cache: BaseCache, key: str) -> int:
    """How often this was counted before now."""
    before = int(cache.get(key, 0))
    cache.set(key, before + 1, timeout=DAY)
    return before
