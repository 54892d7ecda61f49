"""The groups of words that editors say mean the same."""

from collections.abc import Iterable
from typing import NamedTuple

from .words import find_words, stems, without_stop_words


class Match(NamedTuple):
    """The words `start` to `end` of a search, and what else means the same."""

    start: int
    end: int
    others: list[tuple[str, ...]]


class Synonyms:
    """Looks up phrases in groups, each written with commas between the phrases."""

    def __init__(self, groups: Iterable[str]):
        self._others: dict[tuple[str, ...], list[tuple[str, ...]]] = {}
        for group in groups:
            phrases = split_phrases(group)
            for phrase in phrases:
                others = self._others.setdefault(stems(phrase), [])
                others += [other for other in phrases if other != phrase]
        self.words = {
            word
            for others in self._others.values()
            for phrase in others
            for word in phrase
        }
        self._longest = max(map(len, self._others), default=0)

    def find(self, words: list[str]) -> list[Match]:
        """The phrases that stand in `words`, the longest first at each place."""
        matches: list[Match] = []
        start = 0
        while start < len(words):
            for end in range(min(start + self._longest, len(words)), start, -1):
                others = self._others.get(stems(words[start:end]))
                if others:
                    matches.append(Match(start, end, others))
                    start = end - 1
                    break
            start += 1
        return matches


def split_phrases(text: str) -> list[tuple[str, ...]]:
    """The phrases between commas, each as the words that say something."""
    phrases = (without_stop_words(find_words(phrase)) for phrase in text.split(","))
    return [tuple(phrase) for phrase in phrases if phrase]
