"""A table as an Excel workbook: text as text, numbers as numbers, times as times.

Written here and not by a library: see “The workbook is written by hand” in
docs/decisions.md. Texts stand in their cells (inline strings), so that nothing is held
in memory.
"""

from collections.abc import Generator, Iterator, Sequence
from contextlib import closing
from datetime import date, datetime
from decimal import Decimal

from django.utils.translation import gettext as _

from editorial.spreadsheet_text import formula_safe

from .cells import Cell, plain_text
from .table import Table
from .xlsx_archive import Archive, Outlet, PackedFile
from .xlsx_package import (
    CAREFUL_TEXT,
    DAY,
    HEAD,
    HEADING,
    MAIN,
    MOMENT,
    column_letters,
    parts,
    sheet_path,
)
from .xlsx_text import cut, escaped, fits, is_too_long, xml_text

# Excel's own limits: rows and columns of a sheet. A sheet of 2 GB would need an archive
# of another kind (ZIP64), which not every Excel opens.
MAX_ROWS = 1_048_576
MAX_COLUMNS = 16_384
MAX_SHEET_SIZE = 1_900_000_000
MOST_NOTES = 1_000
# Letters packed at once. Python's lock changes hands after 5 ms at the earliest: of
# small pieces, the packer waits for it longer than it takes to pack them.
PIECE = 4_000_000
# Excel counts days from here, and is wrong about days before March 1900.
DAY_ZERO = date(1899, 12, 30).toordinal()
FIRST_DAY = 61
NUMBERS = (int, Decimal)

SHEET_HEAD = (
    f'{HEAD}<worksheet xmlns="{MAIN}"><sheetViews><sheetView workbookViewId="0">'
    '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>'
    '</sheetView></sheetViews><sheetFormatPr defaultRowHeight="15"/>'
    '<cols><col min="1" max="{columns}" width="18" customWidth="1"/></cols><sheetData>'
)
SHEET_END = "</sheetData></worksheet>"


def xlsx_chunks(table: Table) -> Iterator[bytes]:
    """The workbook in pieces, made as they are asked for."""
    outlet = Outlet()
    with (
        Archive(outlet) as archive,
        # Closed before the archive, also if nobody reads on.
        closing(Workbook(archive, table).write()) as steps,
    ):
        for _step in steps:
            if data := outlet.taken():
                yield data
    yield outlet.taken()


class Workbook:
    """A workbook that is being written to an archive."""

    def __init__(self, archive: Archive, table: Table):
        self.archive = archive
        self.table = table
        self.sheet_names: list[str] = []
        self.cut_mark = _(" [Cut here: a cell of Excel holds no more.]")
        # Where something was cut, and how often.
        self.notes: list[str] = []
        self.cut_count = 0

    def write(self) -> Generator[None, None, None]:
        """Write all of it, with pauses."""
        # Before the first pause: headings need the questions.
        headings = self.table.headings[:MAX_COLUMNS]
        self.letters = [column_letters(place + 1) for place in range(len(headings))]
        rows = self.table.rows()
        waiting = next(rows, None)
        yield
        while True:
            waiting = yield from self.write_sheet(headings, waiting, rows)
            if waiting is None:
                break
        if len(self.table.headings) > MAX_COLUMNS:
            self.notes.append(
                _(
                    "A sheet of Excel holds %(limit)s columns. The others are in the "
                    "CSV file only."
                )
                % {"limit": MAX_COLUMNS}
            )
        if self.notes:
            self.write_notes()
        for path, text in parts(self.sheet_names).items():
            with self.archive.new_file(path) as file:
                file.write(text.encode())

    def write_sheet(
        self,
        headings: list[str],
        waiting: Sequence[Cell] | None,
        rows: Iterator[Sequence[Cell]],
    ) -> Generator[None, None, Sequence[Cell] | None]:
        """Write rows to a new sheet, as many as it holds, `waiting` first; the row
        that found no room."""
        with self.new_sheet(_("Submissions") if not self.sheet_names else "") as sheet:
            head = SHEET_HEAD.format(columns=max(len(headings), 1))
            lines = [head, self.heading_row(headings)]
            number, size, length = 1, 0, 0
            while waiting is not None and number < MAX_ROWS and size < MAX_SHEET_SIZE:
                number += 1
                line = self.row(waiting, number)
                lines.append(line)
                length += len(line)
                if length >= PIECE:
                    size += write_lines(sheet, lines)
                    length = 0
                    yield
                waiting = next(rows, None)
            write_lines(sheet, [*lines, SHEET_END])
        return waiting

    def new_sheet(self, name: str = "") -> PackedFile:
        """A sheet to be written and closed."""
        number = len(self.sheet_names) + 1
        self.sheet_names.append(name or f"{self.sheet_names[0]} {number}")
        return self.archive.new_file(sheet_path(number))

    def heading_row(self, headings: list[str]) -> str:
        """The first row."""
        cells = [
            text_cell(f"{letters}1", HEADING, escaped(heading[:2_000]))
            for letters, heading in zip(self.letters, headings, strict=True)
        ]
        return f'<row r="1">{"".join(cells)}</row>'

    def row(self, row: Sequence[Cell], number: int) -> str:
        """A row, without its empty cells."""
        cells = []
        line = str(number)
        for letters, cell in zip(self.letters, row, strict=False):
            if cell.__class__ is not str:
                # Of a list of choices, nothing may be chosen.
                if cell != []:
                    cells.append(self.cell(letters + line, cell, row[0]))
            elif is_simple(cell):
                # Nine in ten are, and this is twice as quick.
                cells.append(
                    f'<c r="{letters}{line}" t="inlineStr"><is><t>{cell}</t></is></c>'
                )
            elif cell:
                cells.append(self.text(letters + line, cell, row[0]))
        return f'<row r="{number}">{"".join(cells)}</row>'

    def cell(self, place: str, cell: Cell, reference: Cell) -> str:
        """A cell that is no text. `reference` names its row in the notes."""
        if isinstance(cell, date):
            days = cell.toordinal() - DAY_ZERO
            if days >= FIRST_DAY:
                if not isinstance(cell, datetime):
                    return f'<c r="{place}" s="{DAY}"><v>{days}</v></c>'
                # Excel knows no time zones: this is the clinic's clock.
                seconds = cell.hour * 3600 + cell.minute * 60 + cell.second
                moment = days + seconds / 86_400
                return f'<c r="{place}" s="{MOMENT}"><v>{moment:.10f}</v></c>'
        elif isinstance(cell, NUMBERS):
            return f'<c r="{place}"><v>{cell}</v></c>'
        return self.text(place, plain_text(cell), reference)

    def text(self, place: str, text: str, reference: Cell) -> str:
        """A cell that is text in any case."""
        # So that it stays text when somebody edits it:
        is_plain = text[:1].isalnum() or formula_safe(text) == text
        style = 0 if is_plain else CAREFUL_TEXT
        if not fits(text):
            whole = escaped(text)
            if is_too_long(whole):
                self.note(place, reference)
                text = cut(text, self.cut_mark)
            else:
                text = whole
        return text_cell(place, style, text)

    def note(self, place: str, reference: Cell) -> None:
        """Keep in mind that a text was cut."""
        self.cut_count += 1
        if self.cut_count <= MOST_NOTES:
            self.notes.append(f"{self.sheet_names[-1]}, {place} ({reference})")

    def write_notes(self) -> None:
        """A last sheet, which says what is not in the others."""
        intro = _(
            "A cell of Excel holds 32,767 signs. Longer texts were cut: %(count)s. The "
            "CSV and JSON files have all of them. They stand in:"
        ) % {"count": self.cut_count}
        lines = [_("Notes"), *([intro] if self.cut_count else []), *self.notes]
        if self.cut_count > MOST_NOTES:
            lines.append(_("… and others."))
        rows = [
            f'<row r="{number}">{text_cell(f"A{number}", 0, escaped(line))}</row>'
            for number, line in enumerate(lines, start=1)
        ]
        with self.new_sheet(_("Notes")) as sheet:
            write_lines(sheet, [SHEET_HEAD.format(columns=1), *rows, SHEET_END])


def is_simple(text: str) -> bool:
    """Whether a text can stand in a cell as it is: begun with a letter or a digit,
    ended with no space, and nothing in it that XML or Excel would read otherwise."""
    return (
        text[:1].isalnum()
        and text[-1] != " "
        and fits(text)
        and "&" not in text
        and "<" not in text
        and ">" not in text
    )


def text_cell(place: str, style: int, text: str) -> str:
    """A cell that is text, never a formula or an error value."""
    format_of_it = f' s="{style}"' if style else ""
    return (
        f'<c r="{place}"{format_of_it} t="inlineStr">'
        f'<is><t xml:space="preserve">{xml_text(text)}</t></is></c>'
    )


def write_lines(sheet: PackedFile, lines: list[str]) -> int:
    """Write and forget them; how many bytes they were."""
    data = "".join(lines).encode()
    lines.clear()
    sheet.write(data)
    return len(data)
