"""Hard words that stand in a sentence without their plain alternative."""

import re
from collections.abc import Iterable, Iterator, Mapping


def inflected(term: str) -> str:
    """A pattern for a term with its English endings: "utilise", "utilising"."""
    stem = re.escape(term[:-1])
    if term.endswith("e"):
        return f"{stem}(?:e|es|ed|ing)"
    if re.search("[^aeiou]y$", term):
        return f"{stem}(?:y|ies|ied|ying)"
    return f"{re.escape(term)}(?:s|es|ed|ing)?"


class PlainWords:
    """A list of hard terms, each with what to write instead."""

    def __init__(self, alternatives: Mapping[str, str]):
        # Of two terms at one place, the longer is meant.
        pairs = sorted(alternatives.items(), key=lambda pair: -len(pair[0]))
        self.pairs = [(term.strip().lower(), plain) for term, plain in pairs]
        self.pairs = [(term, plain) for term, plain in self.pairs if term]
        terms = "|".join(f"({inflected(term)})" for term, _ in self.pairs)
        self.pattern = re.compile(rf"(?<![\w-])(?:{terms})(?![\w-])") if terms else None

    def find(self, text: str) -> Iterator[tuple[str, str]]:
        """The terms in a text, in order, each with its plain alternative."""
        if self.pattern:
            for match in self.pattern.finditer(text.lower()):
                if match.lastindex:
                    yield self.pairs[match.lastindex - 1]

    def find_unexplained(
        self, sentence: str, known: Iterable[str]
    ) -> Iterator[tuple[str, str]]:
        """Those of a sentence that it does not explain, and that are not `known`."""
        known = set(known)
        folded = sentence.lower()
        for term, plain in self.find(sentence):
            words = [word.strip().lower() for word in plain.split(",")]
            is_explained = any(word and word in folded for word in words)
            if term not in known and not is_explained:
                yield term, plain
