"""Tables and quotations of a page."""

from collections.abc import Callable
from typing import NamedTuple

from bs4 import Tag

from .blocks import Block, LeftOut, Listing, Quote, Table
from .html_tree import HEADINGS, words_of
from .inline import raw_text

NOT_IN_TABLES = [*HEADINGS, "table", "form", "nav", "main", "article"]
NOT_IN_QUOTES = [*HEADINGS, "ul", "ol", "dl", "table", "form", "blockquote", "a", "img"]
CELLS = {"td", "th", "cell", "columnheader", "rowheader", "gridcell"}
HEADER_CELLS = {"th", "columnheader", "rowheader"}
MAX_SPAN = 30
QUOTE_AUTHOR = ["cite", "footer", "figcaption"]

ReadWords = Callable[[Tag], str]


class _Row(NamedTuple):
    """How a row looks: whether it names columns, has spans, or is one wide cell."""

    is_head: bool
    has_spans: bool
    is_wide: bool


def _role(tag: Tag) -> str:
    """What the element is to a table, by its name or its role."""
    role = str(tag.get("role") or "")
    return role if tag.name not in {"td", "th", "tr", "table"} else tag.name


def _span(cell: Tag, name: str) -> int:
    value = str(cell.get(name) or cell.get(f"aria-{name}") or "1")
    return min(int(value), MAX_SPAN) if value.isdecimal() else 1


def _rows(tag: Tag) -> list[tuple[str, Tag]]:
    """The table's own rows, each with its group: those of the foot come last."""
    found = [
        (row.parent.name if row.parent else "", row)
        for row in tag.find_all(lambda each: _role(each) in {"tr", "row"})
        if _table_around(row) is tag
    ]
    order = {"thead": 0, "tfoot": 2}
    return sorted(found, key=lambda pair: order.get(pair[0], 1))


def _table_around(tag: Tag) -> Tag | None:
    return next((each for each in tag.parents if _role(each) == "table"), None)


def _cells(row: Tag) -> list[Tag]:
    around = _table_around(row)
    return [
        cell
        for cell in row.find_all(lambda each: _role(each) in CELLS)
        if _table_around(cell) is around
    ]


def is_data_table(tag: Tag) -> bool:
    """Whether the table holds facts in rows and columns, not a page's layout."""
    if _role(tag) != "table":
        return False
    rows = [_cells(row) for _, row in _rows(tag)]
    if max(map(len, rows), default=0) < 2:
        return False
    is_named = any(_role(cell) in HEADER_CELLS for row in rows for cell in row) or any(
        _table_around(each) is tag for each in tag.find_all(["caption", "thead"])
    )
    return is_named or (len(rows) > 1 and not tag.find(NOT_IN_TABLES))


def read_table(tag: Tag, read: ReadWords) -> Table:
    """The table; a cell that spans rows or columns stands in each of them.

    `read` gives a cell's words.
    """
    grid: list[list[str]] = []
    kinds: list[_Row] = []
    begins: set[int] = set()
    # Columns that a cell from above still covers: for how many rows, with what.
    covered: dict[int, tuple[int, str]] = {}
    group = ""
    for own_group, row in _rows(tag):
        if own_group != group:
            covered, group = {}, own_group
        cells = _cells(row)
        texts: list[str] = []
        waiting = list(cells)
        while waiting or covered.get(len(texts), (0, ""))[0]:
            rest, above = covered.get(len(texts), (0, ""))
            if rest:
                covered[len(texts)] = (rest - 1, above)
                texts.append(above)
                continue
            cell = waiting.pop(0)
            words, height = read(cell), _span(cell, "rowspan")
            begins.add(len(texts))
            for _ in range(max(_span(cell, "colspan"), 1)):
                # Rows to 0: to the end of the group.
                covered[len(texts)] = ((height or MAX_SPAN * 30) - 1, words)
                texts.append(words)
        if any(texts):
            grid.append(texts)
            is_head = group == "thead" or _names_columns(cells)
            is_wide = len(cells) == 1 and len(texts) > 1
            kinds.append(_Row(is_head, _has_spans(cells), is_wide))
    # Columns in which no cell begins are only the width of others.
    width = max(begins, default=-1) + 1
    columns = [number for number in range(width) if number in begins]
    grid = [row + [""] * (width - len(row)) for row in grid]
    grid = [[row[number] for number in columns] for row in grid]
    caption = next(
        (c for c in tag.find_all("caption") if _table_around(c) is tag), None
    )
    title = " ".join(read(caption).split("\n")) if caption else ""
    if len(grid) > 1 and not title and kinds[0].is_wide:
        title, grid, kinds = grid[0][0], grid[1:], kinds[1:]
    height = _header_height(kinds)
    headers, rows = grid[:height], grid[height:]
    names = [_column_name(each) for each in zip(*headers, strict=True)]
    return Table(title, names, rows)


def _names_columns(cells: list[Tag]) -> bool:
    """Whether every cell with words is a heading, or bold."""
    filled = [cell for cell in cells if words_of(cell)]
    return bool(filled) and all(
        _role(cell) in {"th", "columnheader"} or _is_bold(cell) for cell in filled
    )


def _has_spans(cells: list[Tag]) -> bool:
    spans = [_span(cell, name) for cell in cells for name in ("rowspan", "colspan")]
    return len(cells) > 1 and max(spans, default=1) > 1


def _header_height(kinds: list[_Row]) -> int:
    """How many rows name columns: a second one does below a cell that spans."""
    height = 0
    while height < len(kinds) - 1 and kinds[height].is_head:
        height += 1
        if not kinds[height - 1].has_spans:
            break
    return height


def _column_name(parts: tuple[str, ...]) -> str:
    """ "Dose" above "first hour" is "Dose: first hour"."""
    words = [" ".join(part.split("\n")) for part in parts if part]
    return ": ".join(dict.fromkeys(words))


def _is_bold(cell: Tag) -> bool:
    bold = cell.find(["strong", "b"])
    return bold is not None and words_of(bold) == words_of(cell) != ""


def lines_of(blocks: list[Block]) -> list[str]:
    """The words of blocks as plain lines: an entry of a list, or a row, on each."""
    found: list[str] = []
    for block in blocks:
        if isinstance(block, Listing):
            for label, item in zip(block.labels, block.items, strict=True):
                first, *rest = raw_text(item.spans).split("\n")
                found += [f"{label}{first}", *rest, *lines_of([*item.children])]
        elif isinstance(block, Table):
            found += [block.caption, *_row_lines(block)]
        elif isinstance(block, Quote):
            found += [block.text]
        elif not isinstance(block, LeftOut):
            found += raw_text(block.spans).split("\n")
    return [line for line in found if line.strip()]


def _row_lines(table: Table) -> list[str]:
    names = table.header or [""] * len(table.rows[0])
    return [
        ", ".join(
            f"{name}: {cell}" if name and cell else name or cell
            for name, cell in zip(names, row, strict=True)
        )
        for row in table.rows
    ]


def is_plain_quote(tag: Tag) -> bool:
    """Whether a quotation holds nothing but words."""
    return not tag.find(NOT_IN_QUOTES)


def read_quote(tag: Tag, read: ReadWords) -> Quote:
    """The words, and whose they are if the page marks it at the end."""
    author = ""
    found = tag.find_all(QUOTE_AUTHOR, limit=1)
    for each in found:
        around = each if each.parent is tag else each.parent
        is_alone = around is not None and words_of(around) == words_of(each)
        if is_alone and words_of(tag).endswith(words_of(each)):
            author = " ".join(read(each).split())
            each.extract()
    return Quote(" ".join(read(tag).split("\n")), author)
