"""The blocks that a file is cut into, in their order."""

from dataclasses import dataclass, field

from .inline import Spans, plain

# The level of a heading that is only a bold line.
BOLD_LINE = 7
# Deeper lists are read as entries of the last level: no reader follows further.
MAX_LIST_DEPTH = 6


@dataclass
class Heading:
    """A heading; `level` is 1 to 6, or BOLD_LINE."""

    level: int
    spans: Spans

    @property
    def text(self) -> str:
        """The heading's words."""
        return plain(self.spans)


@dataclass
class Paragraph:
    """Running text. `is_shifted` marks text set further in than the article."""

    spans: Spans
    is_shifted: bool = False

    @property
    def text(self) -> str:
        """The paragraph's words."""
        return plain(self.spans)


@dataclass
class Item:
    """An entry of a list, with the lists below it."""

    spans: Spans
    children: list["Listing"] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The words of the entry and of the lists below it."""
        parts = [plain(self.spans), *(child.text for child in self.children)]
        return " ".join(part for part in parts if part)


@dataclass
class Listing:
    """A bulleted or numbered list; `start` is the first number."""

    ordered: bool
    items: list[Item] = field(default_factory=list)
    start: int = 1

    @property
    def text(self) -> str:
        """The words of all entries."""
        return " ".join(item.text for item in self.items)


@dataclass
class Table:
    """A table of plain cells; `header` holds the columns' names, empty if it has none.

    `rows` all have the same number of cells.
    """

    caption: str
    header: list[str]
    rows: list[list[str]]

    @property
    def text(self) -> str:
        """The words of caption, header and cells."""
        cells = [self.caption, *self.header]
        for row in self.rows:
            cells += row
        return " ".join(cell for cell in cells if cell)


@dataclass
class Quote:
    """Somebody's words, and who said them (may be empty)."""

    words: str
    attribution: str

    @property
    def text(self) -> str:
        """The words and their author."""
        return f"{self.words} {self.attribution}".strip()


@dataclass
class LeftOut:
    """What is not part of the article, and why not."""

    reason: str
    text: str


Block = Heading | Paragraph | Listing | Table | Quote | LeftOut
