"""What a line of plain text can be, by its looks."""

import re
from typing import NamedTuple

BULLET = re.compile(r"([-*+•·▪◦‣●○■\uf0b7–—])[ \t]+(?=\S)|([•▪◦‣●■\uf0b7])(?=\w)")
NUMBER = re.compile(r"\(?(\d{1,2})[.)][ \t]+(?=\S)")
HASHES = re.compile(r"(#{1,6})[ \t]+(.*?)[ \t#]*\Z")
UNDERLINE = re.compile(r"(=|-|~)\1{2,}\Z")
RULE = re.compile(r"([-*_=~] ?)\1{2,}\Z|[―—–]{2,}\Z")
TABLE_RULE = re.compile(r"\|?\s*:?-{2,}:?\s*(\|\s*:?-{2,}:?\s*)*\|?\Z")
LEAD_IN = re.compile(r"(?i)\b(include|includes|including|are|is|may|can|as|follows?)\b")
MAX_HEADING_WORDS = 16
MAX_HEADING_LENGTH = 110


class Line(NamedTuple):
    """A line: how far in it stands (columns) and its words."""

    indent: int
    text: str

    @property
    def bullet(self) -> re.Match | None:
        """The sign of a bulleted list before the words."""
        return None if RULE.match(self.text) else BULLET.match(self.text)

    @property
    def number(self) -> re.Match | None:
        """The number of a numbered list before the words."""
        return NUMBER.match(self.text)

    @property
    def is_item(self) -> bool:
        """Whether the line begins an entry of a list."""
        return bool(self.bullet or self.number)


def split_lines(text: str) -> list[Line]:
    """The lines of a text, tabs counted as up to four columns.

    A text set in as a whole counts from its own margin.
    """
    found = []
    for raw in text.split("\n"):
        body = raw.strip()
        before = raw[: len(raw) - len(raw.lstrip())].expandtabs(4)
        found.append(Line(len(before), body))
    margin = min((line.indent for line in found if line.text), default=0)
    return [Line(max(line.indent - margin, 0), line.text) for line in found]


def looks_like_heading(text: str) -> bool:
    """Whether a line that stands alone reads as a heading.

    Short, with a letter, and without the punctuation that ends a sentence; a colon
    is allowed after a name ("Benefits:") but not after a lead-in ("These are:").
    """
    words = text.split()
    if not words or len(words) > MAX_HEADING_WORDS or len(text) > MAX_HEADING_LENGTH:
        return False
    if not any(character.isalpha() for character in text):
        return False
    if text[0].islower() and not text.endswith("?"):
        return False
    if text.endswith(":"):
        return len(words) <= 5 and not LEAD_IN.search(text)
    return not text.endswith((".", "!", ",", ";", "…", "”", '."', "-", "–"))
