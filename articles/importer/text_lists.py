"""Lists in plain text."""

from .blocks import MAX_LIST_DEPTH, Item, Listing, meant_numbers
from .inline import Span, tidy
from .markdown import read_inline
from .text_lines import Line

Entry = tuple[Line, list[str]]


def read_list(lines: list[Line]) -> list[Listing]:
    """The lists that these lines hold; the first line begins an entry.

    A line that begins no entry continues the one before. An entry set further in
    than the one before opens a list below it. A bulleted list after a numbered one
    is a list of its own.
    """
    entries: list[Entry] = []
    for line in lines:
        if line.is_item:
            entries.append((line, [_words(line)]))
        elif line.text:
            entries[-1][1].append(line.text)
    return _lists(entries)


def _words(line: Line) -> str:
    sign = line.bullet or line.number
    return line.text[sign.end() :]


def _lists(entries: list[Entry]) -> list[Listing]:
    found: list[Listing] = []
    # The lists that are open, outermost first, with their indents.
    open_lists: list[tuple[int, Listing]] = []
    for line, texts in entries:
        ordered = line.bullet is None
        while open_lists and line.indent < open_lists[-1][0]:
            open_lists.pop()
        deeper = (
            0 < len(open_lists) < MAX_LIST_DEPTH and line.indent > open_lists[-1][0] + 1
        )
        if deeper or not open_lists or open_lists[-1][1].ordered != ordered:
            start = int(line.number[1]) if ordered else 1
            listing = Listing(ordered, start=start)
            if not deeper and open_lists:
                open_lists.pop()
            if open_lists:
                open_lists[-1][1].items[-1].children.append(listing)
            else:
                found.append(listing)
            open_lists.append((line.indent, listing))
        spans = tidy([Span(" "), *read_inline(" ".join(texts))])
        number = int(line.number[1]) if ordered and line.number else None
        open_lists[-1][1].items.append(Item(spans, number=number))
    for listing in found:
        _count_on(listing)
    return found


def _count_on(listing: Listing) -> None:
    """Take out numbers that mean nothing: those of "1. 1. 1."."""
    if listing.ordered:
        numbers = [item.number or 0 for item in listing.items]
        for item, number in zip(listing.items, meant_numbers(numbers), strict=True):
            item.number = number
    for item in listing.items:
        for child in item.children:
            _count_on(child)
