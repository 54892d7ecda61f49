"""The CSV file that staff download from the desk."""

import csv
import io
from datetime import UTC, datetime

import pytest
from django.db import connection

from submissions.export.csv_file import csv_text
from submissions.models import Export
from tests import factories
from tests.desk_download import LIST, USUAL_HEADINGS, download

pytestmark = pytest.mark.django_db


def rows(client, **query) -> list[dict[str, str]]:
    """The file's rows, as a spreadsheet would read them."""
    text = download(client, "csv", **query).decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_a_submission_arrives_with_all_its_columns(staff):
    page = factories.ConditionPageFactory(title="Migraine")
    factories.SubmissionFactory(
        reference="K7QM-4ZD2",
        flags=["self_harm", "danger"],
        about_page=page,
        about_title="Migraine",
        about_url="https://clinic.example/migraine/",
        notice_version="2026-11",
        submit_time=datetime(2026, 5, 3, 13, 5, tzinfo=UTC),
    )

    assert rows(staff) == [
        {
            "Reference": "K7QM-4ZD2",
            "Received": "2026-05-03 14:05",
            "Form": "Feedback",
            "About page": "Migraine",
            "About address": "https://clinic.example/migraine/",
            "Kind": "Feedback",
            "Status": "New",
            "Flag": "Self-harm or suicide, Danger or abuse",
            "Rating": "Good",
            "Notice version": "2026-11",
            "Verified visit": "",
            "Duplicate of": "",
            "Withdrawn": "",
            "Added later": "",
            "How was it?": "Good",
            "Why?": "The nurse was kind.",
        }
    ]


def test_the_file_is_one_to_save_and_not_to_keep_in_a_cache(staff):
    response = staff.get(f"{LIST}?export=csv")

    assert response.headers["Content-Type"] == "text/csv; charset=utf-8"
    assert response.headers["Content-Disposition"].startswith(
        'attachment; filename="submissions-20'
    )
    assert "no-store" in response.headers["Cache-Control"]
    assert response.headers["X-Content-Type-Options"] == "nosniff"


def test_excel_is_told_that_it_is_utf_8(staff):
    factories.SubmissionFactory(form_data={"q_why": "naïve – “café” 💊"})

    content = download(staff, "csv")

    assert content.startswith(b"\xef\xbb\xbf")
    assert "naïve – “café” 💊".encode() in content


def test_no_answer_is_lost_for_being_false_or_zero(staff):
    factories.SubmissionFactory(
        rating=0,
        questions_asked=[
            ["q_rating", "How was it?", "rating"],
            ["q_seen", "Were you seen on time?", "checkbox"],
            ["q_visits", "How many visits before?", "number"],
        ],
        form_data={"q_rating": 0, "q_seen": False, "q_visits": 0},
    )

    row = rows(staff)[0]

    assert row["Rating"] == row["How was it?"] == "Don’t know"
    assert row["Were you seen on time?"] == "No"
    assert row["How many visits before?"] == "0"


def test_several_choices_stay_apart_and_line_breaks_stay_in_the_cell(staff):
    factories.SubmissionFactory(
        questions_asked=[
            ["q_help", "What helped?", "checkboxes"],
            ["q_why", "Why?", "multiline"],
        ],
        form_data={"q_help": ["Rest, at home", "Walking"], "q_why": 'one\r\n"two"'},
    )

    row = rows(staff)[0]

    assert row["What helped?"] == "Rest, at home\nWalking"
    assert row["Why?"] == 'one\r\n"two"'


@pytest.mark.parametrize(
    "answer",
    [
        '=HYPERLINK("x")',
        "+44 20 7946 0000",
        "-1+1",
        "@SUM(A1)",
        "\t=1",
        "\r=1",
        "  =1+1",
        "\n\n=1+1",
        "\u200b=1+1",
        "\ufeff=1+1",
        "\xa0=1+1",
        "＝1+1",
        "＋1",
        "－1",
        "＠SUM(A1)",
        "\tindented",
    ],
)
def test_an_answer_that_looks_like_a_formula_opens_as_text(staff, answer):
    factories.SubmissionFactory(form_data={"q_why": answer}, rating=None)

    assert rows(staff)[0]["Why?"] == f"'{answer}"


def test_a_formula_behind_a_nul_is_text_as_well():
    # Not every database can hold one; a file from elsewhere might.
    assert csv_text("\x00=1+1") == "'\x00=1+1"


@pytest.mark.parametrize("answer", ["Fine = good", "a-b", "2+2", "", "’tis", "(=)"])
def test_other_answers_are_left_as_they_are(answer):
    assert csv_text(answer) == answer


def test_a_heading_that_looks_like_a_formula_is_text_as_well(staff):
    factories.SubmissionFactory(
        questions_asked=[["q_why", "=1+1", "singleline"]], form_data={"q_why": "x"}
    )

    assert rows(staff)[0]["'=1+1"] == "x"


def test_a_renamed_question_keeps_its_one_column_under_its_newest_name(staff):
    factories.SubmissionFactory(
        questions_asked=[["q_why", "Why?", "multiline"]], form_data={"q_why": "old"}
    )
    factories.SubmissionFactory(
        questions_asked=[["q_why", "What was the reason?", "multiline"]],
        form_data={"q_why": "new"},
    )

    table = rows(staff)

    assert list(table[0]) == [*USUAL_HEADINGS, "What was the reason?"]
    assert [row["What was the reason?"] for row in table] == ["new", "old"]


def test_a_question_since_removed_keeps_its_column_after_the_present_ones(staff):
    factories.SubmissionFactory(
        questions_asked=[
            ["q_gone", "Who did you see?", "singleline"],
            ["q_why", "Why?", "multiline"],
        ],
        form_data={"q_gone": "Dr Grey", "q_why": "a"},
    )
    factories.SubmissionFactory(
        questions_asked=[["q_why", "Why?", "multiline"]], form_data={"q_why": "b"}
    )

    new, old = rows(staff)

    assert list(new)[len(USUAL_HEADINGS) :] == ["Why?", "Who did you see?"]
    assert (new["Who did you see?"], old["Who did you see?"]) == ("", "Dr Grey")


def test_two_questions_with_the_same_words_have_a_column_each(staff):
    factories.SubmissionFactory(
        questions_asked=[
            ["q_a", "Why?", "singleline"],
            ["q_b", "Why?", "singleline"],
            ["q_c", "Rating", "singleline"],
            ["q_d", "Why? (2)", "singleline"],
        ],
        form_data={"q_a": "a", "q_b": "b", "q_c": "c", "q_d": "d"},
        rating=4,
    )

    row = rows(staff)[0]

    assert row["Why?"] == "a"
    assert row["Why? (2)"] == "b"
    assert (row["Rating"], row["Rating (2)"]) == ("Good", "c")
    assert row["Why? (2) (2)"] == "d"


def test_exactly_what_is_filtered_is_exported_in_the_same_order(staff):
    for rating in (2, 4, 2, 4, 2):
        factories.SubmissionFactory(rating=rating)
    chosen = {"rating": "2", "q": "nurse", "o": "0"}

    listed = staff.get(LIST, chosen).context["object_list"]

    exported = [row["Reference"] for row in rows(staff, **chosen)]
    assert exported == [submission.reference for submission in listed]
    assert len(exported) == 3


def test_only_questions_of_the_filtered_submissions_have_columns(staff):
    factories.SubmissionFactory(
        kind="complaint",
        questions_asked=[["q_what", "What happened?", "multiline"]],
        form_data={"q_what": "x"},
    )
    factories.SubmissionFactory()

    headings = list(rows(staff, kind="complaint")[0])

    assert headings == [*USUAL_HEADINGS, "What happened?"]


def test_an_empty_list_gives_a_file_with_headings_only(staff):
    text = download(staff, "csv").decode("utf-8-sig")

    assert list(csv.reader(io.StringIO(text))) == [USUAL_HEADINGS]


def test_the_number_of_queries_does_not_grow_with_the_rows(
    staff, django_assert_max_num_queries
):
    for _ in range(30):
        page = factories.ConditionPageFactory()
        factories.SubmissionFactory(about_page=page)
    staff.get(LIST)

    # PostgreSQL reads between two more, which begin and end a transaction.
    framing = 2 if connection.vendor == "postgresql" else 0
    with django_assert_max_num_queries(20 + framing):
        assert len(rows(staff)) == 30


def test_rows_are_read_in_chunks_and_none_is_lost_between_them(staff, monkeypatch):
    monkeypatch.setattr("submissions.export.chunks.CHUNK_SIZE", 3)
    monkeypatch.setattr("submissions.export.csv_file.ROWS_A_CHUNK", 4)
    sent = factories.SubmissionFactory.create_batch(
        13, page=factories.FormPageFactory()
    )

    response = staff.get(f"{LIST}?export=csv")
    chunks = list(response.streaming_content)

    # The headings, three times four rows, and one.
    assert len(chunks) == 5
    assert all(submission.reference.encode() in b"".join(chunks) for submission in sent)


def test_what_arrives_while_the_file_is_written_is_left_for_the_next(staff):
    factories.SubmissionFactory()
    response = staff.get(f"{LIST}?export=csv")
    late = factories.SubmissionFactory(
        questions_asked=[["q_new", "A new question", "singleline"]],
        form_data={"q_new": "x"},
    )

    content = b"".join(response.streaming_content)

    assert late.reference.encode() not in content
    assert content.count(b"\r\n") == 2


def test_each_export_is_in_the_log(staff):
    factories.SubmissionFactory(rating=2, submit_time=datetime(2026, 5, 3, tzinfo=UTC))
    factories.SubmissionFactory(rating=4)

    rows(staff, rating="2", received_from="2026-05-01", q="nurse")

    logged = Export.objects.get()
    assert logged.exported_by == logged.user.username
    assert (logged.file_format, logged.row_count) == ("csv", 1)
    # Staff search for names: that there was a search is enough.
    assert logged.filters == (
        "Search: yes; Received from: 1 May 2026; Rating: Poor; State: To do"
    )


def test_the_log_is_shown_and_outlives_the_account(staff):
    rows(staff)
    logged = Export.objects.get()
    name = logged.exported_by
    logged.user.delete()
    staff.force_login(factories.staff_member("view_submission", "export_submission"))

    page = staff.get("/admin/desk-exports/").content.decode()

    assert name in page
    assert "All" in page
