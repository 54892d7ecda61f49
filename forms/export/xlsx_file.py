"""The table as an Excel workbook: one sheet, text as text, times as times."""

import os
import re
from contextlib import suppress
from datetime import datetime
from typing import BinaryIO

from django.utils.translation import gettext as _
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell

from .table import Cell, SubmissionTable

# Excel's own limits: rows of a sheet, and UTF-16 units in a cell.
MAX_ROWS = 1_048_576
MAX_CELL_LENGTH = 32_767
CUT_NOTE = " [Cut here: a cell of Excel holds no more. The CSV file has all of it.]"

# What XML, and so a workbook, cannot hold.
NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
# Excel reads _x0041_ in a cell as "A"; escaping the underscore keeps it as typed.
EXCEL_ESCAPE = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")


class TooManyRowsError(Exception):
    """More submissions than a sheet of Excel has rows."""

    def __str__(self) -> str:
        """What to do, in plain words."""
        return _(
            "An Excel sheet holds at most %(limit)s submissions. "
            "Choose fewer, or export as CSV."
        ) % {"limit": f"{MAX_ROWS - 1:,}"}


def check_row_limit(table: SubmissionTable) -> None:
    """Raises TooManyRowsError if the table and its headings do not fit a sheet."""
    if table.row_count >= MAX_ROWS:
        raise TooManyRowsError


def write_xlsx(table: SubmissionTable, output: BinaryIO) -> None:
    """Write the workbook to `output`, row by row."""
    workbook = Workbook(write_only=True)
    sheet = workbook.create_sheet("Submissions")
    sheet.freeze_panes = "A2"
    try:
        sheet.append([xlsx_cell(sheet, heading) for heading in table.headings])
        for row in table.rows():
            sheet.append([xlsx_cell(sheet, cell) for cell in row])
        workbook.save(output)
    finally:
        # If something went wrong, the library would leave its temporary file, with
        # patients' words in it, until the server stops.
        if not sheet.closed:
            with suppress(Exception):
                sheet.close()
        writer = sheet._writer
        if writer and os.path.exists(writer.out):
            writer.cleanup()


def xlsx_cell(sheet, value: Cell) -> WriteOnlyCell:
    """A cell that is text, never a formula or an error value, or a time."""
    if isinstance(value, datetime):
        # Excel knows no time zones: this is the clinic's clock.
        cell = WriteOnlyCell(sheet, value.replace(tzinfo=None))
        cell.number_format = "yyyy-mm-dd hh:mm"
        return cell
    cell = WriteOnlyCell(sheet, xlsx_text(value))
    cell.data_type = "s"
    return cell


def xlsx_text(text: str) -> str:
    """The text as a workbook can hold it; says so where it had to be cut."""
    text = NOT_IN_XML.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
    text = EXCEL_ESCAPE.sub("_x005F_", text)
    units = text.encode("utf-16-le")
    if len(units) // 2 <= MAX_CELL_LENGTH:
        return text
    room = 2 * (MAX_CELL_LENGTH - len(CUT_NOTE))
    return units[:room].decode("utf-16-le", errors="ignore") + CUT_NOTE
