"""No cell of any export runs as a formula, whatever patients write."""

import csv
import io
import re
import zipfile

import pytest

from benchmarks.hostile_cells import FuzzTable, hostile_text
from editorial.spreadsheet_text import FORMULA_START
from submissions.export.csv_file import csv_chunks
from submissions.export.xlsx_file import xlsx_chunks

# The apostrophe with which we mark them is what makes them safe.
ROWS, COLUMNS = 500, 20


@pytest.fixture
def table():
    return FuzzTable(ROWS, COLUMNS)


def test_no_cell_of_a_csv_file_begins_like_a_formula(table):
    text = b"".join(csv_chunks(table)).decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(text, newline="")))

    assert len(rows) == ROWS + 1
    assert not [cell for row in rows for cell in row if FORMULA_START.match(cell)]


def test_every_cell_of_a_csv_file_is_what_was_written(table):
    text = b"".join(csv_chunks(table)).decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(text, newline="")))[1:]

    for row, written in zip(rows, table.rows(), strict=True):
        for cell, answer in zip(row, written, strict=True):
            assert cell in (answer, f"'{answer}")


def test_no_cell_of_a_workbook_is_a_formula(table):
    workbook = zipfile.ZipFile(io.BytesIO(b"".join(xlsx_chunks(table))))
    sheet = workbook.read("xl/worksheets/sheet1.xml")

    assert workbook.testzip() is None
    assert b"<f" not in sheet
    kinds = set(re.findall(rb' t="(\w+)"', sheet))
    assert kinds == {b"inlineStr"}


def test_the_fuzz_does_hold_what_it_is_about(table):
    cells = [cell for row in table.rows() for cell in row]

    assert sum(bool(FORMULA_START.match(cell)) for cell in cells) > len(cells) / 4
    assert hostile_text(1) == hostile_text(1)
