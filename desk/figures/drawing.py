"""The shapes of a chart: rows of bars, each with its number beside it.

All lengths are units of the SVG's viewBox, from its top left corner.
"""

from collections.abc import Sequence
from textwrap import wrap
from typing import NamedTuple, Protocol

WIDTH = 360
GAP = 8
LINE = 13
# A row's number stands above its bar.
BASELINE, BAR_TOP, BAR_HEIGHT, ROW_HEIGHT = 12, 16, 8, 32
HEADING_LETTERS = 8
LONGEST_LABEL = 46


class Number(Protocol):
    """What a bar stands for."""

    @property
    def text(self) -> str:
        """The number in words."""

    @property
    def short(self) -> str:
        """A shorter text, or none."""

    @property
    def value(self) -> float | None:
        """The bar's length on the column's scale; None is no bar."""


class Bar(NamedTuple):
    """A bar: what is written at it, and how much of the full length it has (0 to 1,
    None is no bar)."""

    text: str
    share: float | None

    @classmethod
    def of(cls, number: Number, scale: float) -> "Bar":
        """The bar of a number; `scale` is the value of the full length."""
        share = None if number.value is None else min(number.value / scale, 1)
        return cls(number.short or number.text, share)


class Label(NamedTuple):
    """A row: its label and bars."""

    text: str
    bars: list[Bar]


class Text(NamedTuple):
    """A line of text."""

    x: int
    y: int
    text: str
    anchor: str = "start"
    role: str = "number"


class Box(NamedTuple):
    """A rectangle."""

    x: int
    y: int
    width: int
    height: int = BAR_HEIGHT


class Drawing(NamedTuple):
    """All that is drawn. A track shows how long its bar could be."""

    height: int
    texts: list[Text]
    tracks: list[Box]
    bars: list[Box]
    width: int = WIDTH


def draw(headings: Sequence[str], rows: Sequence[Label], label_width: int) -> Drawing:
    """Rows of bars under headings. With a label width of 0 there is one bar in a row,
    its label above it, and no heading."""
    drawing = Drawing(0, [], [], [])
    column_width = (WIDTH - label_width) // max(len(headings), 1)
    top = draw_headings(drawing, headings, label_width, column_width)
    for number, row in enumerate(rows):
        y = top + number * ROW_HEIGHT
        draw_label(drawing, row.text, y, label_width)
        for place, bar in enumerate(row.bars):
            draw_bar(drawing, bar, y, label_width, (place, column_width))
    return drawing._replace(height=top + len(rows) * ROW_HEIGHT)


def draw_headings(
    drawing: Drawing, headings: Sequence[str], label_width: int, column_width: int
) -> int:
    """Add the columns' headings; returns where the rows begin."""
    if not label_width:
        return 0
    wrapped = [
        wrap(heading, max(HEADING_LETTERS, column_width // 6), break_long_words=False)
        for heading in headings
    ]
    lines = max(map(len, wrapped), default=0)
    for place, parts in enumerate(wrapped):
        x = label_width + place * column_width
        for number, part in enumerate(parts):
            y = (lines - len(parts) + number + 1) * LINE
            drawing.texts.append(Text(x, y, part, role="heading"))
    return lines * LINE + GAP


def draw_label(drawing: Drawing, text: str, y: int, label_width: int) -> None:
    """Add a row's label: beside its bars, or above the one."""
    if len(text) > LONGEST_LABEL:
        text = text[: LONGEST_LABEL - 1].rstrip() + "…"
    baseline = y + (BAR_TOP + BAR_HEIGHT if label_width else BASELINE)
    drawing.texts.append(Text(0, baseline, text, role="label"))


def draw_bar(
    drawing: Drawing, bar: Bar, y: int, label_width: int, place: tuple[int, int]
) -> None:
    """Add a bar, its track and its number. `place` is the column and its width."""
    number, width = place
    left = label_width + number * width
    length = width - GAP if label_width else width
    at_end = not label_width
    drawing.texts.append(
        Text(
            left + length if at_end else left,
            y + BASELINE,
            bar.text,
            "end" if at_end else "start",
        )
    )
    if bar.share is None:
        return
    drawing.tracks.append(Box(left, y + BAR_TOP, length))
    if bar.share:
        # The least there is can still be seen.
        drawn = max(round(bar.share * length), 2)
        drawing.bars.append(Box(left, y + BAR_TOP, drawn))
