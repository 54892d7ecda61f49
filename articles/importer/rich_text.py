"""Blocks as the content of a section's body."""

from .blocks import Block, Heading, Listing, Paragraph, Quote, Table
from .inline import Span, lines, to_html

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
    if listing.ordered and listing.start != 1:
        # Wagtail's lists begin at one: keep the numbers as words.
        return "".join(
            f"<p>{number}. {to_html(item.spans)}</p>"
            + "".join(_list(child) for child in item.children)
            for number, item in enumerate(listing.items, listing.start)
        )
    name = "ol" if listing.ordered else "ul"
    items = "".join(
        f"<li>{to_html(item.spans)}{''.join(_list(child) for child in item.children)}"
        "</li>"
        for item in listing.items
    )
    return f"<{name}>{items}</{name}>"


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


__all__ = ["Paragraph", "lines", "to_body"]
