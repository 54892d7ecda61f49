"""Blocks as the content of a section's body."""

from .blocks import Block, Heading, Item, Listing, Quote, Table
from .inline import Span, to_html

RAW = dict[str, object]
# A table without a name still needs one for those who do not see it.
UNNAMED_TABLE = "Table"


def to_body(blocks: list[Block]) -> list[RAW]:
    """The raw value of a BodyBlock: running text joined, tables and quotes apart."""
    levels = sorted({block.level for block in blocks if isinstance(block, Heading)})
    body: list[RAW] = []
    for block in blocks:
        if isinstance(block, Table):
            body.append(_raw("table", _table(block)))
        elif isinstance(block, Quote):
            quote = {"quote": block.words, "attribution": block.attribution}
            body.append(_raw("quote", quote))
        else:
            markup = _markup(block, levels)
            if body and body[-1]["type"] == "text":
                markup = str(body.pop()["value"]) + markup
            body.append(_raw("text", markup))
    return body


def _raw(kind: str, value: object) -> RAW:
    return {"type": kind, "value": value}


def _markup(block: Block, levels: list[int]) -> str:
    if isinstance(block, Heading):
        name = "h3" if block.level == levels[0] else "h4"
        return f"<{name}>{to_html(_without_bold(block.spans))}</{name}>"
    if isinstance(block, Listing):
        return _list(block)
    return f"<p>{to_html(block.spans)}</p>"


def _without_bold(spans: list[Span]) -> list[Span]:
    """Headings are bold by themselves."""
    return [span._replace(bold=False) for span in spans]


def _list(listing: Listing) -> str:
    if listing.ordered and not listing.counts_from_one:
        # Wagtail's lists begin at one: keep the numbers as words.
        return "".join(
            f"<p>{label}{_words(item)}</p>{_lists_below(item)}"
            for label, item in zip(listing.labels, listing.items, strict=True)
        )
    name = "ol" if listing.ordered else "ul"
    items = "".join(
        f"<li>{_words(item)}{_lists_below(item)}</li>" for item in listing.items
    )
    return f"<{name}>{items}</{name}>"


def _words(item: Item) -> str:
    """An entry, and on lines of their own the entries below with other numbers."""
    return to_html(item.spans) + "".join(
        f"<br/>{label}{_words(below)}"
        for child in item.children
        if child.ordered and not child.counts_from_one
        for label, below in zip(child.labels, child.items, strict=True)
    )


def _lists_below(item: Item) -> str:
    found = []
    for child in item.children:
        if child.ordered and not child.counts_from_one:
            found += [_lists_below(below) for below in child.items]
        else:
            found.append(_list(child))
    return "".join(found)


def _table(table: Table) -> RAW:
    width = len(table.header or table.rows[0])
    headings = table.header or [""] * width
    return {
        "caption": table.caption or UNNAMED_TABLE,
        "table": {
            "columns": [{"type": "text", "heading": words} for words in headings],
            "rows": [{"values": row} for row in table.rows],
            "caption": "",
        },
    }
