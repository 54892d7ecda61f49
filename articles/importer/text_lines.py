"""What a line of plain text can be, by its looks."""

import re
from typing import NamedTuple

BULLET = re.compile(r"([-*+•·▪◦‣●○■\uf0b7–—])[ \t]+(?=\S)|([•▪◦‣●■\uf0b7])(?=\w)")
NUMBER = re.compile(r"\(?(\d{1,2})[.)][ \t]+(?=\S)")
UNDERLINE = re.compile(r"(=|-|~)\1{2,}\Z")
RULE = re.compile(r"([-*_=~] ?)\1{2,}\Z|[―—–]{2,}\Z")
LEAD_IN = re.compile(r"(?i)\b(include|includes|including|are|is|may|can|as|follows?)\b")
MAX_HEADING_WORDS = 16
MAX_HEADING_LENGTH = 110
# A line at least this long may have been broken in the middle of a sentence.
FULL_LINE = 30


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


def runs_on(lines: list[Line], number: int) -> bool:
    """Whether a line that begins as an entry does is the rest of a sentence.

    "Keep the room at" above "- 5 degrees" is no list: the line before is full and
    open, and no other entry follows.
    """
    line, before = lines[number], lines[number - 1] if number else Line(0, "")
    after = lines[number + 1] if number + 1 < len(lines) else Line(0, "")
    return (
        line.is_item
        and not after.is_item
        and not before.is_item
        and line.indent == before.indent
        and len(before.text) >= FULL_LINE
        and (before.text[-1].isalnum() or before.text[-1] in ",%()")
    )


def beside_entry(lines: list[Line], number: int) -> bool:
    """Whether a line and one next to it both begin as entries of a list."""
    near = [lines[each] for each in (number - 1, number + 1) if 0 <= each < len(lines)]
    return lines[number].is_item and any(line.is_item for line in near)


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
