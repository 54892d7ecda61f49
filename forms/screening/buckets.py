"""Token buckets in the cache: how many answers come, from one network and altogether.

A stored answer takes a token; a form with errors, or the same form sent again, stores
nothing and costs nothing. Tokens come back with time. A bucket goes below empty, so
that a flood can be told from a busy hour. Two processes that write at the same moment
may count two answers as one: nothing is locked for it.
"""

from typing import NamedTuple

from django.core.cache import BaseCache

HOUR = 60 * 60


class Bucket(NamedTuple):
    """`size` tokens when full, as many come back in an hour; `depth` below empty is the
    lowest that it goes, so that the end of a flood is noticed."""

    size: int
    depth: int

    def take(self, cache: BaseCache, key: str, now: float) -> float:
        """Take a token; how many are left, below zero if there was none."""
        left, updated = cache.get(key) or (self.size, now)
        passed = max(0.0, now - updated)
        left = min(self.size, left + passed * self.size / HOUR)
        left = max(left - 1, -self.depth)
        cache.set(key, (left, now), timeout=self.timeout)
        return float(left)

    def give_back(self, cache: BaseCache, key: str) -> None:
        """Return a token for an answer that was stored already."""
        left, updated = cache.get(key) or (self.size - 1, 0.0)
        cache.set(key, (min(self.size, left + 1), updated), timeout=self.timeout)

    @property
    def timeout(self) -> int:
        """After how many seconds the emptiest bucket is full again."""
        return int((self.size + self.depth) / self.size * HOUR) + 1


# A ward or a family may fill in twenty forms in an hour, and a hundred before anything
# but a flood explains it.
NETWORK = Bucket(size=20, depth=120)
NETWORK_FLOOD = -100
SITE = Bucket(size=60, depth=120)
