"""Tables and quotations of a page."""

from bs4 import Tag

from .blocks import Quote, Table
from .html_tree import SILENT, is_text

LAYOUT = ["h1", "h2", "h3", "h4", "ul", "ol", "dl", "table", "form", "blockquote"]
MAX_SPAN = 30
QUOTE_AUTHOR = ["cite", "footer", "figcaption"]


def _words(tag: Tag, without: list[Tag] | None = None) -> str:
    """The words of an element; `without` names elements to pass over."""
    passed = {id(each) for each in without or []}
    parts = []
    waiting = [tag]
    while waiting:
        node = waiting.pop()
        if is_text(node):
            parts.append(str(node))
        elif isinstance(node, Tag) and id(node) not in passed:
            if node.name in SILENT:
                continue
            if node.name not in {"a", "b", "strong", "em", "i", "span", "sup", "sub"}:
                parts.append(" ")
                waiting.append(" ")  # type: ignore[arg-type]
            waiting += reversed(list(node.children))
        elif isinstance(node, str) and node == " ":
            parts.append(node)
    return " ".join("".join(parts).split())


def _span(cell: Tag, name: str) -> int:
    value = str(cell.get(name) or "1")
    return min(int(value), MAX_SPAN) if value.isdecimal() and int(value) else 1


def is_data_table(tag: Tag) -> bool:
    """Whether the table holds facts in rows and columns, not a page's layout."""
    rows = tag.find_all("tr")
    return (
        len(rows) > 1
        and tag.get("role") not in {"presentation", "none"}
        and not tag.find(LAYOUT)
        and max(len(row.find_all(["td", "th"])) for row in rows) > 1
    )


def read_table(tag: Tag) -> Table:
    """The table's cells; one that spans others leaves those empty."""
    grid: list[list[str]] = []
    is_header: list[bool] = []
    # Columns that a cell from above still covers, and for how many rows.
    covered: dict[int, int] = {}
    for row in tag.find_all("tr"):
        cells = row.find_all(["td", "th"])
        texts: list[str] = []
        for cell in cells:
            while covered.get(len(texts), 0):
                covered[len(texts)] -= 1
                texts.append("")
            height = _span(cell, "rowspan")
            for number in range(_span(cell, "colspan")):
                covered[len(texts)] = height - 1
                texts.append(_words(cell) if number == 0 else "")
        while covered.get(len(texts), 0):
            covered[len(texts)] -= 1
            texts.append("")
        if any(texts):
            grid.append(texts)
            is_header.append(
                all(cell.name == "th" for cell in cells)
                or row.parent.name == "thead"
                or all(_is_bold(cell) for cell in cells)
            )
    width = max((len(row) for row in grid), default=0)
    grid = [row + [""] * (width - len(row)) for row in grid]
    caption = tag.find("caption")
    header = grid.pop(0) if len(grid) > 1 and is_header[0] else []
    return Table(_words(caption) if caption else "", header, grid)


def _is_bold(cell: Tag) -> bool:
    bold = cell.find(["strong", "b"])
    return bold is not None and _words(bold) == _words(cell) != ""


def is_plain_quote(tag: Tag) -> bool:
    """Whether a quotation holds nothing but words."""
    return not tag.find([*LAYOUT, "a", "img"])


def read_quote(tag: Tag) -> Quote:
    """The words, and whose they are if the page marks it."""
    authors = tag.find_all(QUOTE_AUTHOR, limit=1)
    author = _words(authors[0]) if authors else ""
    return Quote(_words(tag, without=authors), author)
