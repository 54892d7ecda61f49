"""The desk's search: what it finds, and what it no longer knows."""

import pytest

from forms.serving.receipts.withdrawing import undo_withdrawal, withdraw
from submissions.models import Submission, SubmissionAddition
from submissions.models.search_text import fold_answers
from tests import factories

pytestmark = pytest.mark.django_db


def found(typed: str) -> set[str]:
    """The references of what these words find."""
    rows = Submission.objects.matching(typed)
    return set(rows.values_list("reference", flat=True))


def sent(words: str, **fields) -> Submission:
    return factories.SubmissionFactory(form_data={"q_why": words}, **fields)


def add(submission: Submission, text: str) -> None:
    SubmissionAddition.objects.create(submission=submission, token="1" * 32, text=text)


@pytest.mark.parametrize(
    "typed",
    ["KIND", "nur", "nurse kin", "CAFÉ", "cafe", "ØDEGÅRD", "ow", "“ow”", "sleep-less"],
)
def test_words_are_found_whatever_their_capitals_and_accents(typed):
    row = sent("The nurse was kind,\nin the café. Ødegård said “ow”. Sleep-less.")
    sent("Nothing of that.")
    assert found(typed) == {row.reference}


@pytest.mark.parametrize("typed", ["kind doctor", "q_why", "%", "k_nd", "n'*", "\\"])
def test_names_of_questions_and_wildcards_find_nothing(typed):
    sent("The nurse was kind.")
    assert found(typed) == set()


def test_lists_of_answers_are_searched_too():
    row = factories.SubmissionFactory(
        form_data={"q": ["Rücken", {"a": "Knee"}], "n": 4}, reference="K7QM-9ZD2"
    )
    assert found("rücken knee") == {row.reference}
    assert found("4") == set()


def test_each_word_may_be_in_another_place():
    row = sent("The nurse was kind.", about_title="Migraine")
    add(row, "Parking was hard.")
    assert found(f"migraine nurse parking {row.reference.lower()}") == {row.reference}


def test_what_was_withdrawn_leaves_no_word_behind():
    row = sent("Unmistakable capsaicin.")
    add(row, "Later hydrotherapy.")
    undo = withdraw(row)
    row.refresh_from_db()
    assert row.search_text == ""
    undo_withdrawal({"receipt-undo": undo})
    assert found("capsaicin hydrotherapy") == {row.reference}


def test_a_withdrawn_complaint_is_still_found():
    row = sent("The nurse was late.", kind="complaint")
    withdraw(row)
    assert found("late") == {row.reference}


def test_saving_again_keeps_what_was_added():
    row = sent("The nurse was kind.")
    add(row, "Parking was hard.")
    row.status = "closed"
    row.save()
    assert found("nurse parking") == {row.reference}


def test_a_very_long_text_and_a_very_long_word_are_no_error():
    row = sent("word " * 2_000 + "x" * 9_000)
    assert found("x" * 9_000) == {row.reference}


def test_nothing_typed_leaves_everything():
    row = sent("The nurse was kind.")
    assert found("  ") == {row.reference}


def test_answers_that_are_no_text_are_left_out():
    assert fold_answers({"a": None, "b": 4, "c": True, "d": ["É"]}) == "e"
