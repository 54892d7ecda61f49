"""A table as JSON lines, for programs: one object a row, with nothing changed."""

import json
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any

from .cells import Cell
from .table import Table

ROWS_A_CHUNK = 200


def json_chunks(table: Table) -> Iterator[bytes]:
    """The file in pieces, made as they are asked for."""
    headings = table.headings
    lines: list[str] = []
    for row in table.rows():
        values = (json_value(cell) for cell in row)
        # ASCII only: every sign can be told apart, halves of pairs as well.
        lines.append(json.dumps(dict(zip(headings, values, strict=True))) + "\n")
        if len(lines) == ROWS_A_CHUNK:
            yield "".join(lines).encode()
            lines.clear()
    yield "".join(lines).encode()


def json_value(cell: Cell) -> Any:
    """The cell as JSON has it; an empty one as null, a moment with its time zone."""
    if isinstance(cell, date):
        return cell.isoformat()
    if isinstance(cell, Decimal):
        return int(cell) if cell == cell.to_integral_value() else float(cell)
    return None if cell == "" else cell
