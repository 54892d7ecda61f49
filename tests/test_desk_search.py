"""The desk's search: what it finds, and what it no longer knows."""

import pytest
from django.db import connection, transaction

from forms.desk.search import NewestMatches
from forms.models import Submission, SubmissionAddition
from forms.privacy.scrubbing import merge_word_indexes
from forms.serving.receipts.withdrawing import undo_withdrawal, withdraw
from forms.word_index import sqlite
from forms.word_index.finding import DATABASES, with_words, words_of
from tests import factories

pytestmark = pytest.mark.django_db

SQLITE_TABLES = ("content", "data", "idx")


def found(typed: str) -> set[str]:
    """The references of what these words find."""
    rows = with_words(Submission.objects.all(), typed)
    return set(rows.values_list("reference", flat=True))


def sent(words: str, **fields) -> Submission:
    return factories.SubmissionFactory(form_data={"q_why": words}, **fields)


def index_as_text() -> str:
    """All that the index holds when it was cleared up, whatever holds it."""
    if connection.vendor == "sqlite":
        merge_word_indexes()
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SELECT words::text FROM forms_submissionwords")
            return str(cursor.fetchall())
        texts = []
        for table in SQLITE_TABLES:
            cursor.execute(f"SELECT * FROM forms_submissionwords_{table}")
            texts.append(str(cursor.fetchall()))
        return "".join(texts)


@pytest.mark.parametrize(
    "typed",
    ["KIND", "nur", "nurse kin", "CAFÉ", "cafe", "ØDEGÅRD", "ow", "“ow”", "sleep-less"],
)
def test_words_are_found_as_typed_or_by_how_they_begin(typed):
    row = sent("The nurse was kind,\nin the café. Ødegård said “ow”. Sleep-less.")
    sent("Nothing of that.")
    assert found(typed) == {row.reference}


@pytest.mark.parametrize("typed", ["urse", "kind doctor", "q_why", "%", "k_nd", "n'*"])
def test_the_middle_of_a_word_and_odd_signs_find_nothing(typed):
    sent("The nurse was kind.")
    assert found(typed) == set()


def test_lists_of_answers_are_searched_too():
    row = factories.SubmissionFactory(
        form_data={"q": ["Rücken", {"a": "Knee"}], "n": 4}
    )
    assert found("rücken knee") == {row.reference}
    assert found("4") == set()


def test_words_may_stand_in_different_places():
    row = sent("The nurse was kind.", about_title="Migraine")
    SubmissionAddition.objects.create(
        submission=row, token="1" * 32, text="Parking was hard."
    )
    assert found(f"migraine nurse parking {row.reference.lower()}") == {row.reference}


def test_what_is_written_in_bulk_or_past_django_is_found_and_forgotten():
    rows = [sent("Bulk words."), sent("Bulk words.")]
    Submission.objects.filter(pk=rows[0].pk).update(form_data={"q": "Other"})
    assert found("bulk") == {rows[1].reference}
    assert found("other") == {rows[0].reference}
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM forms_notification")
        cursor.execute("DELETE FROM forms_submission")
    assert found("bulk") == set()
    assert "bulk" not in index_as_text().lower()


def test_a_new_status_leaves_the_words_alone():
    row = sent("The nurse was kind.")
    before = index_as_text()
    row.status = "closed"
    row.save()
    assert index_as_text() == before


def test_what_was_withdrawn_leaves_no_word_behind():
    row = sent("Unmistakable capsaicin.")
    SubmissionAddition.objects.create(
        submission=row, token="1" * 32, text="Later hydrotherapy."
    )
    # Written before, so that it lies in another part of the index.
    sent("Other words.")
    undo = withdraw(row)
    kept = index_as_text().lower()
    for word in ("capsaicin", "unmistakable", "hydrotherapy"):
        assert word not in kept
        assert found(word) == set()
    undo_withdrawal({"receipt-undo": undo})
    assert found("capsaicin hydrotherapy") == {row.reference}


def test_a_withdrawn_complaint_is_still_found():
    row = sent("The nurse was late.", kind="complaint")
    withdraw(row)
    assert found("late") == {row.reference}


def test_deleting_at_the_desk_leaves_no_word_behind(client):
    row = sent("Unmistakable capsaicin.")
    client.force_login(factories.staff_member("view_submission", "delete_submission"))
    client.post(f"/admin/desk/delete/{row.pk}/")
    assert not Submission.objects.exists()
    assert "capsaicin" not in index_as_text().lower()


def test_what_a_failed_transaction_wrote_is_not_found():
    with transaction.atomic():
        sent("The nurse was kind.")
        assert found("nurse")
        transaction.set_rollback(True)
    assert found("nurse") == set()


def test_a_lost_trigger_is_noticed_and_all_words_are_read_anew():
    database = DATABASES[connection.vendor]
    row = sent("The nurse was kind.")
    with connection.cursor() as cursor:
        where = " ON forms_submission" if connection.vendor == "postgresql" else ""
        cursor.execute(f"DROP TRIGGER forms_words_changed{where}")
    Submission.objects.filter(pk=row.pk).update(form_data={"q": "A doctor"})
    assert found("nurse")
    database.install(connection)
    assert found("nurse") == set()
    assert found("doctor") == {row.reference}


@pytest.mark.skipif(connection.vendor != "sqlite", reason="SQLite's table alone")
def test_an_index_of_an_older_version_is_made_anew():
    row = sent("The nurse was kind.")
    with connection.cursor() as cursor:
        cursor.execute(f"DROP TABLE {sqlite.TABLE}")
        cursor.execute(f"CREATE VIRTUAL TABLE {sqlite.TABLE} USING fts5(words)")
    sqlite.install(connection)
    assert found("nurse") == {row.reference}
    sqlite.install(connection)
    assert found("kind") == {row.reference}


def test_the_list_looks_through_the_newest_only(monkeypatch):
    monkeypatch.setattr("forms.desk.search.MOST_LOOKED_THROUGH", 1)
    first, second = sent("The nurse."), sent("A nurse.")
    matches = NewestMatches("nurse")
    assert list(matches.among(Submission.objects.all())) == [second]
    assert not matches.are_all
    assert found("nurse") == {first.reference, second.reference}
    assert NewestMatches(first.reference).are_all


@pytest.mark.parametrize("typed", ["", "   ", "“”", "_", "\N{COMBINING ACUTE ACCENT}"])
def test_no_word_finds_nothing(typed):
    sent("The nurse was kind.")
    assert words_of(typed) == []
    assert found(typed) == set()


def test_a_very_long_text_and_a_very_long_word_are_no_error():
    row = sent("word " * 2_000 + "x" * 9_000)
    assert found("x" * 90) == {row.reference}
    assert found("x" * 9_000) == {row.reference}
