"""The table as CSV, for Excel and everything else: UTF-8 with BOM, all quoted."""

import csv
import io
import re
from collections.abc import Iterator

from .table import Cell, SubmissionTable

# What spreadsheets take for the start of a formula, wide forms included, whatever
# unseen characters stand before it (OWASP, "CSV Injection").
FORMULA_START = re.compile(
    r"[\s\x00-\x1f\u200b-\u200f\u2060\ufeff]*[=+\-@＝＋－＠]|[\t\r\n\x00]"
)
ROWS_A_CHUNK = 200


def csv_chunks(table: SubmissionTable) -> Iterator[bytes]:
    """The file in pieces, made as they are asked for."""
    buffer = io.StringIO()
    writer = csv.writer(buffer, quoting=csv.QUOTE_ALL)
    # Without the mark Excel reads UTF-8 as the local code page.
    buffer.write("\ufeff")
    writer.writerow([csv_text(heading) for heading in table.headings])
    for number, row in enumerate(table.rows(), start=1):
        writer.writerow([csv_text(cell) for cell in row])
        if number % ROWS_A_CHUNK == 0:
            yield emptied(buffer)
    yield emptied(buffer)


def csv_text(cell: Cell) -> str:
    """The cell as text that no spreadsheet takes for a formula.

    A leading apostrophe is what spreadsheets themselves mark text with.
    """
    text = cell if isinstance(cell, str) else f"{cell:%Y-%m-%d %H:%M}"
    return f"'{text}" if FORMULA_START.match(text) else text


def emptied(buffer: io.StringIO) -> bytes:
    """What the buffer holds, which it holds no longer."""
    text = buffer.getvalue()
    buffer.seek(0)
    buffer.truncate()
    # Half a character pair, which no encoding can hold, becomes a question mark.
    return text.encode("utf-8", errors="replace")
