"""The Excel workbook that staff download from the desk."""

import io
import zipfile
from datetime import UTC, datetime

import openpyxl
import pytest
from openpyxl.utils.escape import unescape

from submissions.export import xlsx_file
from submissions.export.choice import FORMATS
from submissions.export.download import LoggedFile, log_export
from submissions.export.table import SubmissionTable
from submissions.export.xlsx_text import MAX_CELL_LENGTH, escaped
from submissions.models import Export, Submission
from tests import factories
from tests.desk_download import LIST, USUAL_HEADINGS, download

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

    assert list(row) == [*USUAL_HEADINGS, "How was it?", "Were you seen on time?"]
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


@pytest.mark.parametrize(("chosen", "value"), [([], None), (["A", "B"], "A\nB")])
def test_where_nothing_was_chosen_the_cell_is_empty(staff, chosen, value):
    factories.SubmissionFactory(
        rating=None,
        questions_asked=[["q_helped", "What helped?", "checkboxes"]],
        form_data={"q_helped": chosen},
    )

    assert cells(staff)["What helped?"].value == value


@pytest.mark.parametrize(
    "answer",
    [
        "one\x01two\x0b\x1f",
        "\ufffe\uffffx",
        "one\r\ntwo\rthree\n",
        "pain < 5 & worse > 2",
        '<b>&amp;</b> ]]> "quoted" ‘so’',
        "💊 👩🏽‍⚕️",
        "שלום \u202eabc\u202c مرحبا",
        "  spaces \t around  ",
        "_x0041_ and _x",
    ],
)
def test_every_answer_comes_back_as_it_was_written(staff, answer):
    factories.SubmissionFactory(form_data={"q_why": answer}, rating=None)

    assert unescape(cells(staff)["Why?"].value) == answer


def test_signs_that_not_every_database_can_hold_are_kept_as_well():
    assert escaped("one\x00two, half \ud83d pair") == "one_x0000_two, half _xD83D_ pair"


def test_text_that_excel_would_take_for_an_escape_is_kept_as_typed():
    assert escaped("_x0041_ and _x") == "_x005F_x0041_ and _x"


@pytest.mark.parametrize("letter", ["a", "💊", "\x01"])
def test_an_answer_too_long_for_a_cell_is_cut_and_the_notes_say_where(staff, letter):
    long = factories.SubmissionFactory(form_data={"q_why": letter * 40_000})
    content = download(staff, "xlsx")

    workbook = openpyxl.load_workbook(io.BytesIO(content))
    text = [row[-1].value for row in workbook["Submissions"].iter_rows()][1]
    notes = " ".join(row[0].value for row in workbook["Notes"].iter_rows())

    # Excel counts in units of UTF-16, of which one sign may take two.
    assert MAX_CELL_LENGTH - 7 <= len(text.encode("utf-16-le")) // 2 <= MAX_CELL_LENGTH
    kept, _, mark = text.partition(" [Cut here")
    assert mark
    assert set(unescape(kept)) == {letter}
    assert f"P2 ({long.reference})" in notes


def test_an_answer_that_just_fits_is_not_cut(staff):
    answer = "a" * MAX_CELL_LENGTH
    factories.SubmissionFactory(form_data={"q_why": answer})
    workbook = openpyxl.load_workbook(io.BytesIO(download(staff, "xlsx")))

    assert workbook.sheetnames == ["Submissions"]
    assert workbook.active["P2"].value == answer


def test_more_rows_than_a_sheet_holds_go_on_in_the_next(staff, monkeypatch):
    monkeypatch.setattr(xlsx_file, "MAX_ROWS", 3)
    page = factories.FormPageFactory()
    sent = factories.SubmissionFactory.create_batch(4, page=page)

    workbook = openpyxl.load_workbook(io.BytesIO(download(staff, "xlsx")))
    sheets = [list(each.iter_rows(values_only=True)) for each in workbook.worksheets]

    assert workbook.sheetnames == ["Submissions", "Submissions 2"]
    assert [rows[0][0] for rows in sheets] == ["Reference", "Reference"]
    found = {row[0] for rows in sheets for row in rows[1:]}
    assert found == {submission.reference for submission in sent}


def test_numbers_days_and_moments_are_what_they_are(staff):
    asked = {
        "number": "12.50",
        "date": "2026-05-03",
        "datetime": "2026-05-03T13:05:00Z",
        "singleline": "12",
    }
    factories.SubmissionFactory(
        rating=None,
        questions_asked=[[kind, kind, kind] for kind in asked],
        form_data=asked,
    )

    row = cells(staff)

    assert row["number"].value == 12.5
    assert (row["date"].value, row["date"].is_date) == (datetime(2026, 5, 3), True)
    assert row["datetime"].value == datetime(2026, 5, 3, 14, 5)
    assert row["singleline"].value == "12"


@pytest.mark.parametrize(
    ("kind", "answer"),
    [
        ("number", "1e5"),
        ("number", "=1+1"),
        ("number", "12345678901234567"),
        ("date", "2026-02-31"),
        ("date", "0026-02-01"),
        ("datetime", "2026-05-03T13:05:07Z"),
    ],
)
def test_what_is_no_plain_number_or_day_stays_as_written(staff, kind, answer):
    factories.SubmissionFactory(
        rating=None, questions_asked=[["q", "Q", kind]], form_data={"q": answer}
    )

    assert cells(staff)["Q"].value == answer


def test_the_file_is_one_to_save_and_not_to_keep_in_a_cache(staff):
    response = staff.get(f"{LIST}?export=xlsx")
    response.close()

    assert response.headers["Content-Type"].endswith("spreadsheetml.sheet")
    assert ".xlsx" in response.headers["Content-Disposition"]
    assert response.headers["Content-Disposition"].startswith("attachment")
    assert "no-store" in response.headers["Cache-Control"]
    assert response.headers["X-Content-Type-Options"] == "nosniff"


@pytest.mark.parametrize("file_format", FORMATS)
def test_a_reader_that_stops_early_leaves_no_error_and_a_line_in_the_log(file_format):
    factories.SubmissionFactory.create_batch(3, page=factories.FormPageFactory())
    table = SubmissionTable(Submission.objects.all())
    export = log_export(table.headings, table.choice, "All")
    file = LoggedFile(export, table, file_format)

    next(file)
    file.close()

    assert Export.objects.get().outcome == Export.Outcome.BROKEN_OFF
