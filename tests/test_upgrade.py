"""A clinic that updates keeps what its database holds."""

import json
import sqlite3

from tests.migrating import DATABASE, migrate


def insert(connection: sqlite3.Connection, table: str, **values) -> None:
    """Add one row."""
    columns, marks = ", ".join(values), ", ".join("?" for _ in values)
    connection.execute(
        f"INSERT INTO {table} ({columns}) VALUES ({marks})",
        list(values.values()),
    )


def test_a_form_of_the_first_state_keeps_its_notice_and_its_answers(tmp_path):
    migrate(tmp_path, "forms", "0001_initial")
    with sqlite3.connect(tmp_path / DATABASE) as connection:
        insert(
            connection,
            "forms_formpage",
            page_ptr_id=1,
            kind="feedback",
            introduction="",
            privacy_notice="<p>Staff read it.</p>",
            notice_version="spring",
            button_text="Send",
            thank_you_title="Thank you",
            thank_you_text="",
            panel_title="",
            panel_question="",
        )
        insert(
            connection,
            "forms_submission",
            page_id=1,
            reference="BCDF-2345",
            token="1",
            kind="feedback",
            status="new",
            form_title="Feedback",
            form_slug="feedback",
            about_title="",
            about_url="",
            form_data=json.dumps({"q_1": "Kind nurses"}),
            questions_asked=json.dumps([["q_1", "How was it?", "singleline"]]),
            notice_version="spring",
            submit_time="2026-05-03 10:00:00",
        )
    # What a release before the search's own column made beside its tables.
    migrate(tmp_path, "forms", "0012_list_indexes")
    with sqlite3.connect(tmp_path / DATABASE) as connection:
        connection.execute("CREATE TABLE forms_submissionwords (words)")
        connection.execute(
            "CREATE TRIGGER forms_words_added AFTER INSERT ON forms_submissionaddition "
            "BEGIN DELETE FROM forms_submission WHERE id = new.submission_id; END"
        )
    migrate(tmp_path)
    with sqlite3.connect(tmp_path / DATABASE) as connection:
        notices = connection.execute(
            "SELECT page_id, version, text FROM forms_noticeversion"
        ).fetchall()
        key = connection.execute(
            "SELECT translation_key FROM wagtailcore_page WHERE id = 1"
        ).fetchone()
        answers = connection.execute(
            "SELECT reference, form_data, notice_version, form_key, search_text "
            "FROM forms_submission"
        ).fetchall()
        left_behind = connection.execute(
            "SELECT name FROM sqlite_master WHERE name LIKE 'forms_%words%'"
        ).fetchall()
    assert left_behind == []
    assert notices == [(1, "spring", "Staff read it.")]
    assert [(*row[:1], json.loads(row[1]), *row[2:]) for row in answers] == [
        ("BCDF-2345", {"q_1": "Kind nurses"}, "spring", *key, "kind nurses")
    ]
