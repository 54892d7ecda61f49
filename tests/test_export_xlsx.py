"""The Excel workbook that staff download from the desk."""

import io
import tempfile
import zipfile
from datetime import UTC, datetime
from pathlib import Path

import openpyxl
import pytest

from forms.export import xlsx_file
from forms.export.columns import FIXED_COLUMNS
from forms.export.table import SubmissionTable
from forms.export.xlsx_file import CUT_NOTE, MAX_CELL_LENGTH, write_xlsx, xlsx_text
from forms.models import Export, Submission
from tests import factories
from tests.desk_download import LIST, download

pytestmark = pytest.mark.django_db


def sheet(content: bytes):
    """The workbook's one sheet."""
    return openpyxl.load_workbook(io.BytesIO(content)).active


def cells(client, **query) -> dict:
    """The cells of the first submission, by heading."""
    headings, row = list(sheet(download(client, "xlsx", **query)).iter_rows())[:2]
    return {heading.value: cell for heading, cell in zip(headings, row, strict=True)}


def test_the_workbook_holds_what_the_csv_file_holds(staff):
    factories.SubmissionFactory(
        rating=0,
        questions_asked=[
            ["q_rating", "How was it?", "rating"],
            ["q_seen", "Were you seen on time?", "checkbox"],
        ],
        form_data={"q_rating": 0, "q_seen": False},
    )

    row = cells(staff)

    assert list(row) == [*FIXED_COLUMNS, "How was it?", "Were you seen on time?"]
    assert row["Rating"].value == "Don’t know"
    assert row["Were you seen on time?"].value == "No"


def test_the_time_is_a_time_on_the_clinics_clock(staff):
    factories.SubmissionFactory(submit_time=datetime(2026, 5, 3, 13, 5, tzinfo=UTC))

    received = cells(staff)["Received"]

    assert received.is_date
    assert received.value == datetime(2026, 5, 3, 14, 5)


@pytest.mark.parametrize(
    "answer", ['=HYPERLINK("x")', "+1", "-1", "@SUM(A1)", "#N/A", "TRUE", "12", "1/2"]
)
def test_an_answer_is_text_whatever_it_looks_like(staff, answer):
    factories.SubmissionFactory(form_data={"q_why": answer}, rating=None)
    content = download(staff, "xlsx")

    cell = list(sheet(content).iter_rows())[1][-1]

    assert (cell.data_type, cell.value) == ("s", answer)
    with zipfile.ZipFile(io.BytesIO(content)) as workbook:
        assert b"<f" not in workbook.read("xl/worksheets/sheet1.xml")


@pytest.mark.parametrize(
    ("answer", "kept"),
    [
        ("one\x0b\x1ftwo", "onetwo"),
        ("\ufffe\uffffx", "x"),
        ("one\r\ntwo\rthree", "one\ntwo\nthree"),
        ("<b>&amp;</b> ]]>", "<b>&amp;</b> ]]>"),
        ("💊 ‘quoted’", "💊 ‘quoted’"),
    ],
)
def test_what_a_workbook_cannot_hold_does_not_break_it(staff, answer, kept):
    factories.SubmissionFactory(form_data={"q_why": answer}, rating=None)

    assert cells(staff)["Why?"].value == kept


def test_signs_that_not_every_database_can_hold_are_left_out_as_well():
    assert xlsx_text("one\x00two, half \ud83d pair") == "onetwo, half  pair"


def test_text_that_excel_would_take_for_an_escape_is_kept_as_typed():
    assert xlsx_text("_x0041_ and _x") == "_x005F_x0041_ and _x"


@pytest.mark.parametrize("letter", ["a", "💊"])
def test_an_answer_too_long_for_a_cell_is_cut_and_says_so(staff, letter):
    factories.SubmissionFactory(form_data={"q_why": letter * 40_000}, rating=None)

    text = cells(staff)["Why?"].value

    # Excel counts in units of UTF-16, of which one sign may take two.
    assert MAX_CELL_LENGTH - 2 <= len(text.encode("utf-16-le")) // 2 <= MAX_CELL_LENGTH
    assert text.endswith(CUT_NOTE)
    assert set(text.removesuffix(CUT_NOTE)) == {letter}


def test_an_answer_that_just_fits_is_not_cut():
    assert xlsx_text("a" * MAX_CELL_LENGTH) == "a" * MAX_CELL_LENGTH


def test_more_rows_than_a_sheet_holds_is_said_before_anything_is_written(
    staff, monkeypatch
):
    monkeypatch.setattr(xlsx_file, "MAX_ROWS", 3)
    page = factories.FormPageFactory()
    factories.SubmissionFactory.create_batch(2, page=page)
    assert sheet(download(staff, "xlsx")).max_row == 3
    factories.SubmissionFactory(page=page)

    response = staff.get(f"{LIST}?export=xlsx", follow=True)

    assert "An Excel sheet holds at most 2 submissions." in response.content.decode()
    assert [entry.row_count for entry in Export.objects.all()] == [2]


def test_the_file_is_one_to_save_and_not_to_keep_in_a_cache(staff):
    response = staff.get(f"{LIST}?export=xlsx")
    response.close()

    assert response.headers["Content-Type"].endswith("spreadsheetml.sheet")
    assert ".xlsx" in response.headers["Content-Disposition"]
    assert response.headers["Content-Disposition"].startswith("attachment")
    assert "no-store" in response.headers["Cache-Control"]
    assert response.headers["X-Content-Type-Options"] == "nosniff"


@pytest.mark.parametrize("fails", [False, True])
def test_no_temporary_file_with_patients_words_is_left_behind(
    staff, monkeypatch, tmp_path, fails
):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    factories.SubmissionFactory()
    table = SubmissionTable(Submission.objects.all())
    if fails:
        good = table.row(Submission.objects.get())
        monkeypatch.setattr(table, "rows", lambda: iter([good, ["", object()]]))
        with pytest.raises(AttributeError):
            write_xlsx(table, io.BytesIO())
    else:
        download(staff, "xlsx")

    assert list(Path(tmp_path).iterdir()) == []
