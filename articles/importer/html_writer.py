"""Blocks put together from a page's elements as they open and close."""

import re
from dataclasses import replace

from .blocks import MAX_LIST_DEPTH, Block, Heading, Item, LeftOut, Listing, Paragraph
from .inline import Span, Spans, cut, lines, raw_text, strip, tidy
from .text_lines import BULLET

EMPTY_LINES = re.compile(r"\n\s*\n")


class BlockWriter:
    """Takes words, headings and lists in the page's order and keeps their blocks."""

    def __init__(self):
        self.blocks: list[Block] = []
        self.spans: Spans = []
        self.heading_level: int | None = None
        self.bold = 0
        self.italic = 0
        # The open links: where they lead, and where not.
        self.hrefs: list[tuple[str, str]] = []
        self.scripts: list[str] = []
        # The open lists, outermost first.
        self.listings: list[Listing] = []

    def add_text(self, text: str) -> None:
        """Words in the look that holds here."""
        href, lost = self.hrefs[-1] if self.hrefs else (None, "")
        script = self.scripts[-1] if self.scripts else ""
        look = Span(text, self.bold > 0, href, script, self.italic > 0, lost)
        self.spans.append(look)

    def leave_out(self, reason: str, text: str) -> None:
        """Keep a note of what is not the article."""
        text = " ".join(text.split())
        if text:
            self.blocks.append(LeftOut(reason, text))

    def add_block(self, block: Block) -> None:
        """A finished block, after what stands before it.

        Inside a list it parts the list, which goes on below it with its numbers.
        """
        self.end_paragraph()
        self.blocks.append(block)
        again: dict[int, Listing] = {}
        for old in self.listings:
            if id(old) in again:
                continue
            new = replace(old, items=[Item([], continues=True)], start=old.numbers[-1])
            if again:
                list(again.values())[-1].items[-1].children.append(new)
            else:
                self.blocks.append(new)
            again[id(old)] = new
        self.listings = [again[id(old)] for old in self.listings]

    def open_heading(self, level: int) -> None:
        """The next words are a heading; in a list they are the entry's name."""
        self.end_paragraph()
        if self.listings:
            self.bold += 1
        else:
            self.heading_level = level

    def close_heading(self) -> None:
        """The heading ends here."""
        self.end_paragraph()
        if self.listings:
            self.bold = max(self.bold - 1, 0)
        self.heading_level = None

    def open_list(self, listing: Listing) -> None:
        """A list begins: below the entry that is open, if one is."""
        self.end_paragraph()
        if len(self.listings) >= MAX_LIST_DEPTH:
            self.listings.append(self.listings[-1])
            return
        if self.listings:
            self._current_item().children.append(listing)
        else:
            self.blocks.append(listing)
        self.listings.append(listing)

    def close_list(self) -> None:
        """The inmost list ends here."""
        self.end_paragraph()
        if self.listings:
            self.listings.pop()

    def finish(self) -> list[Block]:
        """The blocks; lists and entries without words leave no trace."""
        self.end_paragraph()
        return [
            block
            for block in self.blocks
            if not isinstance(block, Listing) or _without_empty(block).items
        ]

    def open_item(self, number: int | None = None) -> None:
        """An entry begins."""
        self.end_paragraph()
        if self.listings:
            self.listings[-1].items.append(Item([], number=number))

    def end_paragraph(self) -> None:
        """What was written so far is a block, or a line of the open entry."""
        spans, self.spans = tidy(self.spans), []
        if not spans:
            return
        if self.listings:
            item = self._current_item()
            if any(child.items for child in item.children):
                # What follows a list inside an entry stays below it.
                item = Item([], continues=True)
                self.listings[-1].items.append(item)
            item.spans = [*item.spans, *([Span("\n")] if item.spans else []), *spans]
        elif self.heading_level is not None:
            flat = [span._replace(text=span.text.replace("\n", " ")) for span in spans]
            self.blocks.append(Heading(self.heading_level, tidy(flat)))
            self.heading_level = None
        else:
            self.blocks += _paragraphs(spans)

    def _current_item(self) -> Item:
        if not self.listings[-1].items:
            self.listings[-1].items.append(Item([]))
        return self.listings[-1].items[-1]


def _without_empty(listing: Listing) -> Listing:
    """The list, its empty entries taken out; the others keep their numbers."""
    for item in listing.items:
        item.children = [
            child for child in item.children if _without_empty(child).items
        ]
    if listing.ordered:
        pairs = zip(listing.items, listing.numbers, strict=False)
        listing.items = [
            replace(item, number=None if item.continues else number)
            for item, number in pairs
        ]
    listing.items = [item for item in listing.items if item.spans or item.children]
    return listing


def _paragraphs(spans: Spans) -> list[Block]:
    """The paragraphs between empty lines; lines with bullets are a list."""
    found: list[Block] = []
    text = raw_text(spans)
    start = 0
    breaks = [(match.start(), match.end()) for match in EMPTY_LINES.finditer(text)]
    for end, following in [*breaks, (len(text), len(text))]:
        part = strip(cut(spans, start, end))
        start = following
        if part:
            found += _with_bullets(part)
    return found


def _with_bullets(spans: Spans) -> list[Block]:
    parts = [strip(line) for line in lines(spans)]
    signs = [BULLET.match(raw_text(part)) for part in parts]
    first = next((number for number, sign in enumerate(signs) if sign), len(parts))
    if len(parts) - first < 2 or not all(signs[first:]):
        return [Paragraph(spans)]
    items = [
        Item(strip(cut(part, sign.end())))
        for part, sign in zip(parts[first:], signs[first:], strict=True)
        if sign
    ]
    lead: Spans = []
    for part in parts[:first]:
        lead += [*([Span("\n")] if lead else []), *part]
    listing = Listing(ordered=False, items=items)
    return [Paragraph(lead), listing] if lead else [listing]
