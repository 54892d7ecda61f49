"""The blocks that a file is cut into, in their order."""

from dataclasses import dataclass, field
from itertools import pairwise

from .inline import Spans, losses, plain

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
    """An entry of a list, with the lists below it.

    `number` is one that the source gives this entry; `continues` is what follows a
    table inside an entry, which has its number already.
    """

    spans: Spans
    children: list["Listing"] = field(default_factory=list)
    number: int | None = None
    continues: bool = False

    @property
    def text(self) -> str:
        """The words of the entry and of the lists below it."""
        parts = [plain(self.spans), *(child.text for child in self.children)]
        return " ".join(part for part in parts if part)


@dataclass
class Listing:
    """A bulleted or numbered list.

    `start` is the first number, `step` what is added to it, and `style` how HTML's
    `type` writes it: 1, a, A, i or I.
    """

    ordered: bool
    items: list[Item] = field(default_factory=list)
    start: int = 1
    step: int = 1
    style: str = "1"

    @property
    def numbers(self) -> list[int]:
        """The number of each entry, and that of the next one."""
        found = [self.start]
        for item in self.items:
            if item.number is not None:
                found[-1] = item.number
            found.append(found[-1] + (0 if item.continues else self.step))
        return found

    @property
    def labels(self) -> list[str]:
        """What stands before each entry: "3. " or, in a bulleted list, nothing."""
        return [
            f"{_numeral(number, self.style)}. "
            if self.ordered and not item.continues
            else ""
            for number, item in zip(self.numbers, self.items, strict=False)
        ]

    @property
    def counts_from_one(self) -> bool:
        """Whether the entries have the numbers that any list of that length has."""
        usual = [f"{number}. " for number in range(1, len(self.items) + 1)]
        return self.labels == usual

    @property
    def text(self) -> str:
        """The words of all entries, with numbers that are not the usual ones."""
        labels = self.labels
        if self.counts_from_one:
            labels = [""] * len(labels)
        pairs = zip(labels, self.items, strict=True)
        return " ".join(label + item.text for label, item in pairs)


def _numeral(number: int, style: str) -> str:
    if style in {"a", "A"} and 0 < number <= 26:
        return chr(ord(style) + number - 1)
    if style in {"i", "I"} and 0 < number < 40:
        tens, ones = divmod(number, 10)
        units = ["", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix"]
        roman = "x" * tens + units[ones]
        return roman if style == "i" else roman.upper()
    return str(number)


def meant_numbers(numbers: list[int]) -> list[int | None]:
    """The numbers that a text gives its entries, None where "1. 1. 1." counts on."""
    steps = {later > earlier for earlier, later in pairwise(numbers)}
    if len(set(numbers)) == len(numbers) and len(steps) == 1:
        return list(numbers)
    return [None] * len(numbers)


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


class Doubt(LeftOut):
    """What stays although it may not be part of the article, and why it may not."""


Block = Heading | Paragraph | Listing | Table | Quote | LeftOut


def what_is_lost(blocks: list[Block]) -> list[LeftOut]:
    """What the site does not store of the blocks' looks and links."""
    found: list[LeftOut] = []
    for block in blocks:
        if isinstance(block, Heading | Paragraph):
            found += [LeftOut(*loss) for loss in losses(block.spans)]
        elif isinstance(block, Listing):
            for item in block.items:
                found += [LeftOut(*loss) for loss in losses(item.spans)]
                found += what_is_lost([*item.children])
    return found
