"""A table as CSV, for Excel and everything else: UTF-8 with BOM, all quoted."""

import csv
import io
from collections.abc import Iterator
from decimal import Decimal

from editorial.spreadsheet_text import formula_safe

from .cells import Cell, plain_text
from .table import Table

ROWS_A_CHUNK = 200


def csv_chunks(table: Table) -> Iterator[bytes]:
    """The file in pieces, made as they are asked for."""
    buffer = io.StringIO()
    writer = csv.writer(buffer, quoting=csv.QUOTE_ALL)
    # Without the mark Excel reads UTF-8 as the local code page.
    buffer.write("\ufeff")
    writer.writerow([csv_text(heading) for heading in table.headings])
    yield emptied(buffer)
    for number, row in enumerate(table.rows(), start=1):
        writer.writerow(
            # Empty, or begun with a letter or a digit, it is no formula: most are.
            [
                cell
                if type(cell) is str and (not cell or cell[0].isalnum())
                else csv_text(cell)
                for cell in row
            ]
        )
        if number % ROWS_A_CHUNK == 0:
            yield emptied(buffer)
    yield emptied(buffer)


def csv_text(cell: Cell) -> str:
    """The cell as text that no spreadsheet takes for a formula."""
    if isinstance(cell, str):
        return formula_safe(cell)
    if isinstance(cell, int | Decimal):
        return str(cell)
    return formula_safe(plain_text(cell))


def emptied(buffer: io.StringIO) -> bytes:
    """What the buffer holds, which it holds no longer."""
    text = buffer.getvalue()
    buffer.seek(0)
    buffer.truncate()
    # Half a character pair, which no encoding can hold, becomes a question mark.
    return text.encode("utf-8", errors="replace")
