"""Forgotten when due: the right rows, not before, and never what is open or on hold."""

import uuid
from datetime import datetime, timedelta
from io import StringIO
from zoneinfo import ZoneInfo

import pytest
from django.core.management import call_command
from django.utils import timezone

from submissions.models import (
    Erasure,
    LegalHold,
    RetentionRule,
    RetentionRun,
    Submission,
    SubmissionAddition,
)
from submissions.privacy.retention import apply_rules, months_before
from submissions.privacy.upkeep import Upkeep
from tests import factories

pytestmark = pytest.mark.django_db

LONDON = ZoneInfo("Europe/London")
WORDS, ALL = RetentionRule.Way.WORDS, RetentionRule.Way.ALL


def rule(way=ALL, months=6, *, confirmed=True, **fields):
    """A rule, confirmed unless told otherwise."""
    return RetentionRule.objects.create(
        way=way,
        months=months,
        confirmed_at=timezone.now() if confirmed else None,
        **fields,
    )


def sent(days_ago=400, *, status="closed", closed_days_ago=None, **fields):
    """A submission of so many days ago, closed when it came unless told otherwise."""
    now = timezone.now()
    closed = days_ago if closed_days_ago is None else closed_days_ago
    return factories.SubmissionFactory(
        submit_time=now - timedelta(days=days_ago),
        closed_at=now - timedelta(days=closed) if status == "closed" else None,
        status=status,
        **fields,
    )


def apply():
    return apply_rules(timezone.now())


@pytest.mark.parametrize(
    ("now", "months", "then"),
    [
        ((2026, 5, 31), 3, (2026, 2, 28)),
        ((2024, 3, 31), 1, (2024, 2, 29)),
        ((2026, 1, 15), 1, (2025, 12, 15)),
        ((2026, 12, 15), 24, (2024, 12, 15)),
    ],
)
def test_months_are_those_of_the_calendar(now, months, then):
    moment = datetime(*now, 12, tzinfo=LONDON)
    assert months_before(moment, months) == datetime(*then, 12, tzinfo=LONDON)


def test_more_months_than_the_calendar_has_keep_everything():
    sent()
    rule(months=32_000)
    assert apply().erased == 0


def test_without_a_confirmed_rule_nothing_is_ever_erased():
    sent()
    assert apply().erased == 0
    rule(confirmed=False)
    assert apply().erased == 0
    assert Submission.objects.count() == 1


def test_what_is_due_goes_and_what_is_younger_stays():
    old, young = sent(400), sent(100)
    rule()
    assert apply().erased == 1
    assert set(Submission.objects.all()) == {young}
    (line,) = Erasure.objects.all()
    assert (line.why, line.row_count, line.done_by) == ("retention", 1, "Worker")
    assert (line.form_title, line.kind) == (old.form_title, old.kind)


def test_it_is_counted_from_closing_or_else_from_receipt():
    closed_lately = sent(900, closed_days_ago=10)
    sent(900, status="responded")
    rule()
    apply()
    assert set(Submission.objects.all()) == {closed_lately}


@pytest.mark.parametrize("status", ["new", "triaged", "acknowledged", "in_progress"])
def test_what_is_still_open_is_never_due(status):
    sent(4_000, status=status)
    rule(months=1)
    assert apply().erased == 0


def test_what_nobody_has_dealt_with_is_never_due():
    sent(4_000, flags=["danger"], needs_attention=True)
    rule(months=1)
    assert apply().erased == 0


def test_tests_spam_and_duplicates_grow_old_too():
    sent(status="new", is_test=True)
    sent(status="new", is_held=True)
    rule()
    assert apply().erased == 2


def test_the_words_go_and_the_score_stays():
    old = sent(rating=2, flags=["self_harm"])
    SubmissionAddition.objects.create(submission=old, token="t", text="More")
    rule(WORDS)
    assert apply().erased == 1
    kept = Submission.objects.get()
    assert (kept.reference, kept.rating, kept.state) == (old.reference, 2, "closed")
    assert (kept.form_title, kept.submit_time) == (old.form_title, old.submit_time)
    assert (kept.form_data, kept.flags, kept.needs_attention) == ({}, [], False)
    assert kept.is_erased
    assert not SubmissionAddition.objects.exists()
    assert apply().erased == 0
    assert Erasure.objects.count() == 1


@pytest.mark.parametrize("confirmed", [True, False])
def test_the_most_specific_rule_wins_also_before_it_is_confirmed(confirmed):
    key = uuid.uuid4()
    of_form = sent(form_key=key)
    complaint = sent(kind="complaint")
    both = sent(form_key=key, kind="complaint")
    plain = sent()
    rule(months=6)
    rule(months=100, kind="complaint", confirmed=confirmed)
    rule(months=100, form_key=key, confirmed=confirmed)
    rule(months=6, form_key=key, kind="complaint")
    apply()
    assert set(Submission.objects.all()) == {of_form, complaint}
    assert not {both.pk, plain.pk} & set(Submission.objects.values_list("pk"))


@pytest.mark.parametrize("by", ["submission", "form", "email"])
def test_a_legal_hold_keeps_it_until_it_ends(by):
    held = sent(
        form_key=uuid.uuid4(),
        questions_asked=[["q_mail", "E-mail", "email"]],
        form_data={"q_mail": "Pat@Example.org"},
    )
    target = {
        "submission": {"submission": held},
        "form": {"form_key": held.form_key},
        "email": {"email": "pat@example.org"},
    }[by]
    hold = LegalHold.objects.create(covers="x", reason="A letter", **target)
    sent()
    rule()
    assert apply() == (1, 1)
    assert set(Submission.objects.all()) == {held}
    hold.end("ann")
    assert hold.email == ""
    assert apply() == (1, 0)
    assert not Submission.objects.exists()


def test_what_was_withdrawn_under_a_hold_is_erased_when_the_hold_ends():
    submission = sent(10, withdrawn_at=timezone.now() - timedelta(days=1))
    kept = sent(10, kind="complaint", withdrawn_at=timezone.now() - timedelta(days=1))
    hold = LegalHold.objects.create(submission=submission, covers="x", reason="y")
    assert apply() == (0, 1)
    hold.end("ann")
    assert apply() == (1, 0)
    submission.refresh_from_db()
    kept.refresh_from_db()
    assert (submission.form_data, submission.is_erased) == ({}, True)
    assert kept.form_data


def test_a_dry_run_says_what_is_due_and_changes_nothing():
    sent(form_title="Your visit")
    sent(form_title="Your visit", status="new")
    rule(confirmed=False)
    output = StringIO()
    call_command("apply_retention", "--dry-run", stdout=output)
    text = output.getvalue()
    assert "not confirmed" in text
    assert "Your visit, feedback: 1" in text
    assert "Still open, so kept: 1" in text
    assert Submission.objects.count() == 2


def test_the_command_erases_what_the_dry_run_said():
    sent()
    rule()
    output = StringIO()
    call_command("apply_retention", stdout=output)
    assert "Erased: 1" in output.getvalue()
    assert Erasure.objects.get().done_by == "Command line"


def test_the_worker_applies_the_rules_once_a_day():
    rule()
    sent()
    worker = Upkeep()
    worker.run()
    assert not Submission.objects.exists()
    sent()
    worker.run()
    Upkeep().run()
    assert Submission.objects.count() == 1
    run = RetentionRun.objects.get()
    assert (run.erased, run.kept_back) == (1, 0)
    RetentionRun.objects.update(day=run.day - timedelta(days=1))
    Upkeep().run()
    assert not Submission.objects.exists()
