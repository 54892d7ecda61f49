"""Texts that a spreadsheet may take for formulas, in a table of the export's shape."""

import random
from collections.abc import Iterator

STARTS = (
    '= + - @ ＝ ＋ － ＠ =cmd|\'/C_calc\'!A0 =HYPERLINK("http://x.example","y") '
    "=1+1 -2+3 +4 @SUM(A1) {=1} '=1 \"=1 ,=1 ;=1 #N/A TRUE 1/2 00123 1e5 _x003D_1+1"
)
BEGINNINGS = [*STARTS.split(), "", "Good"]
BEFORE = ["", "", "", "\t", "\r", "\n", "\r\n", " ", "   ", "\u200b", "\ufeff", "\xa0"]
BEFORE += ["\x00", "\x01", "\x0b", "\u2060", "\u3000"]
AFTER = [
    "",
    '"',
    '""',
    ",x",
    ";=1",
    "\n=1+1",
    "\r=1+1",
    "💊",
    "\u202eabc",
    "שלום",
    "\t=",
]
AFTER += ["&lt;f&gt;", "</t></is><f>1+1</f>", "]]>", "\x00", "\x1f", "\ufffe"]


def hostile_text(seed: int) -> str:
    """A text, the same for the same seed."""
    chance = random.Random(seed)
    return "".join(chance.choice(part) for part in (BEFORE, BEFORE, BEGINNINGS, AFTER))


class FuzzTable:
    """A table of hostile texts."""

    def __init__(self, row_count: int, column_count: int):
        self.row_count = row_count
        self.headings = [f"Column {each}" for each in range(column_count)]

    def rows(self) -> Iterator[list[str]]:
        """The rows, the same each time."""
        width = len(self.headings)
        for row in range(self.row_count):
            yield [hostile_text(row * width + column) for column in range(width)]
