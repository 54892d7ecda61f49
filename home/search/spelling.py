"""Finding the word that somebody meant from the one they typed."""

import re
from collections.abc import Iterable, Mapping
from functools import cached_property
from math import log2

from rapidfuzz.distance import OSA
from rapidfuzz.process import extract

# Letters that sound the same, or that British and American spelling tell apart.
SOUNDS = [
    (re.compile(pattern), sound)
    for pattern, sound in (
        ("^(?:ps|pn)", "s"),
        ("^kn", "n"),
        ("^wr", "r"),
        ("ph", "f"),
        ("gh", "g"),
        ("rh", "r"),
        ("sc(?=[eiy])", "s"),
        ("ch|ck|q|k|c(?![eiy])", "k"),
        ("c", "s"),
        ("z", "s"),
        ("ae|oe|ea|ee|ei|ie", "e"),
        ("eu|ew|oo|ou", "u"),
        ("y", "i"),
        (r"(.)\1+", r"\1"),
        ("mb$", "m"),
        ("(?<=.)e$", ""),
    )
]
CLOSEST = 25


def sound_of(word: str) -> str:
    """The word as it sounds, roughly: "physio" and "fisio" are the same."""
    for pattern, sound in SOUNDS:
        word = pattern.sub(sound, word)
    return word


def tolerance(word: str) -> int:
    """How many letters may be wrong, missing, too many or swapped."""
    if len(word) <= 5:
        return 1
    return 2 if len(word) <= 8 else 3


class Speller:
    """Corrects words to those that are in use.

    `counts` says in how many pages each word stands; `names` are the words of titles,
    other names and synonyms, which are sooner meant than others.
    """

    def __init__(self, counts: Mapping[str, int], names: Iterable[str]):
        self.counts = counts
        self.names = frozenset(names)

    @cached_property
    def by_beginning(self) -> dict[str, dict[str, str]]:
        """How each word sounds that may be meant, by its first letter and sound."""
        grouped: dict[str, dict[str, str]] = {}
        for word in self.counts.keys() | self.names:
            if len(word) >= 3 and not word.isdigit():
                sound = sound_of(word)
                for beginning in {word[0], sound[0]}:
                    grouped.setdefault(beginning, {})[word] = sound
        return grouped

    def correct(self, word: str) -> str | None:
        """The word that was most likely meant; None if no word is near enough."""
        if len(word) < 3 or any(letter.isdigit() for letter in word):
            return None
        if len(word) == 3:
            return self._correct_short(word)
        costs = {meant: self._cost(word, meant) for meant in self._nearby(word)}
        if not costs:
            return self._correct_beginning(word)
        return min(costs, key=lambda meant: (costs[meant], meant))

    def split(self, word: str) -> tuple[str, str] | None:
        """The two names' words that were written as one: "backpain"."""
        parts = [
            (word[:place], word[place:])
            for place in range(3, len(word) - 2)
            if word[:place] in self.names and word[place:] in self.names
        ]
        if not parts:
            return None
        return max(parts, key=lambda pair: min(self.counts.get(p, 0) for p in pair))

    def _nearby(self, word: str) -> set[str]:
        """The words that begin so, and are spelt or sound much the same."""
        limit = tolerance(word)
        sound = sound_of(word)
        nearby: set[str] = set()
        for beginning in {word[0], sound[0]}:
            sounds = self.by_beginning.get(beginning, {})
            spelt = extract(
                word,
                sounds.keys(),
                scorer=OSA.distance,
                score_cutoff=limit,
                limit=CLOSEST,
            )
            heard = extract(
                sound,
                sounds,
                scorer=OSA.distance,
                score_cutoff=limit - 1,
                limit=CLOSEST,
            )
            nearby.update(meant for meant, _, _ in spelt)
            nearby.update(meant for _, _, meant in heard)
        return nearby

    def _cost(self, word: str, meant: str) -> float:
        """How unlikely it is that `meant` was meant: lower is better."""
        spelt = OSA.distance(word, meant)
        heard = OSA.distance(sound_of(word), sound_of(meant))
        cost = (spelt + heard) / 2
        if word[0] != meant[0]:
            cost += 0.25
        if meant in self.names:
            cost -= 0.5
        return cost - log2(self.counts.get(meant, 0) + 1) / 20

    def _correct_short(self, word: str) -> str | None:
        """A name's word of 4 letters with one missing, or of 3 with two swapped."""
        beginning_alike = self.by_beginning.get(word[0], {})
        meant = [
            name
            for name in beginning_alike
            if name in self.names
            and OSA.distance(word, name, score_cutoff=1) == 1
            and (len(name) == 4 or sorted(name) == sorted(word))
        ]
        return self._most_used(meant)

    def _correct_beginning(self, word: str) -> str | None:
        """A long name that begins as `word` sounds, but for one letter."""
        if len(word) < 6:
            return None
        sound = sound_of(word)
        beginnings = [(name, sound_of(name)[: len(sound)]) for name in self.names]
        meant = [
            name
            for name, beginning in beginnings
            if beginning[:1] == sound[:1]
            and OSA.distance(sound, beginning, score_cutoff=1) <= 1
        ]
        return self._most_used(meant)

    def _most_used(self, meant: list[str]) -> str | None:
        return max(
            meant, key=lambda name: (self.counts.get(name, 0), name), default=None
        )
