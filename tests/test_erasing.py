"""One way by which words go, a log that stays, and no byte left behind."""

import os
import shutil
import sqlite3
import subprocess
import sys
from io import StringIO

import pytest
from django.apps import apps
from django.core import serializers
from django.core.management import CommandError, call_command
from django.db import connection
from django.test import override_settings

from submissions.models import (
    ErasedReference,
    Erasure,
    Export,
    LegalHold,
    Submission,
    SubmissionAddition,
)
from submissions.models.append_only import AppendOnlyError
from submissions.privacy.erasing import Cause, Way, Why, erase, log_erasure
from submissions.privacy.finding import find_by_address
from submissions.privacy.fingerprints import fingerprint, possible_fingerprints
from submissions.privacy.words_held import HOLDINGS
from tests import factories
from tests.migrating import DATABASE
from tests.serving import ROOT

BY_HAND = Cause(Why.BY_HAND, Way.ALL, "ann")
MARKER = "zebrafish"
PATIENT = "pat@example.org"


def from_patient(address=PATIENT, **fields):
    """A submission that gives an address."""
    return factories.SubmissionFactory(
        questions_asked=[["q_mail", "E-mail", "email"], ["q_why", "Why?", "multiline"]],
        form_data={"q_mail": address, "q_why": "Kind."},
        **fields,
    )


def test_every_model_that_points_at_a_submission_is_named_as_a_holding():
    pointing = {
        (model._meta.label, field.name)
        for model in apps.get_models()
        for field in model._meta.get_fields()
        if field.concrete and field.is_relation and field.related_model is Submission
    }
    assert {(each.model, each.field) for each in HOLDINGS} == pointing


def test_every_holding_stands_in_the_docs():
    text = (ROOT / "docs/privacy.md").read_text()
    for holding in HOLDINGS:
        assert f"`{holding.model}`" in text, holding.model


@pytest.mark.django_db
@pytest.mark.parametrize("way", Way.values)
def test_the_log_knows_a_reference_that_is_named_and_holds_none(way):
    submission = factories.SubmissionFactory()
    erase(Submission.objects.all(), Cause(Why.REQUEST, Way(way), "ann", "Asked"))
    line = Erasure.objects.get()
    assert (line.row_count, line.done_by, line.rule) == (1, "ann", "Asked")
    (known,) = ErasedReference.objects.all()
    assert known.fingerprint == fingerprint(submission.reference)
    assert submission.reference not in f"{vars(known)}{vars(line)}"


def test_the_log_still_knows_a_reference_when_the_sites_key_was_changed(settings):
    old = fingerprint("K7QM-4ZD2")
    with override_settings(
        SECRET_KEY="another", SECRET_KEY_FALLBACKS=[settings.SECRET_KEY]
    ):
        assert old in possible_fingerprints("K7QM-4ZD2")
        assert old not in possible_fingerprints("K7QM-4ZD3")


# What stays when the words go: no word is in it, and nothing made from words.
STAYS = {
    *("id", "reference", "token", "kind", "status", "rating", "owner"),
    *("page", "form_title", "form_slug", "form_key"),
    *("about_page", "about_title", "about_url", "notice_version"),
    *("questions_asked", "duplicate_of", "is_test", "is_verified", "is_held"),
    *("submit_time", "withdrawn_at", "erased_at", "due_at", "acknowledged_at"),
    *("responded_at", "closed_at", "reopened_at", "state", "is_open"),
}


@pytest.mark.django_db
def test_every_field_that_is_not_known_to_stay_is_emptied():
    submission = factories.SubmissionFactory(
        not_asked=["q_why"],
        flags=["self_harm"],
        needs_attention=True,
        held_because=["advertising"],
    )
    goes = {field.name for field in Submission._meta.concrete_fields} - STAYS
    filled = {name: getattr(submission, name) for name in goes - {"is_flagged"}}
    assert all(filled.values()), "give each new field a value here, or let it stay"

    erase(Submission.objects.all(), Cause(Why.REQUEST, Way.WORDS, "ann"))

    submission.refresh_from_db()
    assert not any(getattr(submission, name) for name in goes)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("why", "rating"), [(Why.RETENTION, 4), (Why.REQUEST, 4), (Why.WITHDRAWN, None)]
)
def test_only_a_withdrawal_takes_the_rating_too_and_the_log_says_so(why, rating):
    submission = factories.SubmissionFactory(rating=4)
    erase(Submission.objects.all(), Cause(why, Way.WORDS, "ann"))
    submission.refresh_from_db()
    assert submission.rating == rating
    assert ("keep" in Erasure.objects.get().what_was_done) == (rating is not None)


@pytest.mark.django_db
def test_nobody_changes_the_log():
    factories.SubmissionFactory()
    erase(Submission.objects.all(), BY_HAND)
    for change in (
        Erasure.objects.get().save,
        Erasure.objects.get().delete,
        Erasure.objects.all().delete,
        lambda: Erasure.objects.update(done_by="x"),
        ErasedReference.objects.all().delete,
    ):
        with pytest.raises(AppendOnlyError):
            change()


@pytest.mark.django_db
def test_an_address_is_found_where_it_was_asked_for_and_elsewhere_in_the_words():
    asked = from_patient("Pat@Example.org")
    factories.SubmissionFactory()
    written = factories.SubmissionFactory(form_data={"q_why": f"Write to {PATIENT}"})
    added = factories.SubmissionFactory()
    SubmissionAddition.objects.create(submission=added, token="t", text=f"or {PATIENT}")
    found = find_by_address(Submission.objects.all(), f" {PATIENT} ")
    assert found.certain == [asked]
    assert set(found.to_look_at) == {written, added}


@pytest.mark.django_db
def test_letters_outside_ascii_are_found_as_they_were_written():
    submission = from_patient("zoë@example.org")
    found = find_by_address(Submission.objects.all(), "zoë@example.org")
    assert found.certain == [submission]


def say(monkeypatch, *lines):
    """What somebody types into the command."""
    monkeypatch.setattr(sys, "stdin", StringIO("\n".join(lines) + "\n"))


@pytest.mark.django_db
def test_the_command_asks_for_the_address_and_erases_what_gives_it(monkeypatch):
    mine, other = from_patient(), from_patient("other@example.org")
    say(monkeypatch, PATIENT, "yes")
    call_command("erase_submissions", "--email", stdout=(output := StringIO()))
    mine.refresh_from_db()
    other.refresh_from_db()
    assert mine.is_erased
    assert not other.is_erased
    assert mine.reference in output.getvalue()


@pytest.mark.django_db
def test_the_command_erases_nothing_without_a_yes_nor_under_a_legal_hold(monkeypatch):
    submission = from_patient()
    reference = f"--reference={submission.reference.lower()}"
    say(monkeypatch, "no")
    with pytest.raises(CommandError, match="Nothing was erased"):
        call_command("erase_submissions", reference, stdout=StringIO())
    LegalHold.objects.create(submission=submission, covers="x", reason="y")
    with pytest.raises(CommandError, match="A legal hold keeps 1"):
        call_command("erase_submissions", reference, "--yes", stdout=StringIO())
    assert Submission.objects.get().form_data


@pytest.mark.django_db
@pytest.mark.parametrize("suffix", ["json", "html"])
def test_the_command_writes_what_is_held_for_its_owner_only(tmp_path, suffix):
    submission = from_patient()
    SubmissionAddition.objects.create(submission=submission, token="t", text="<b>More")
    file = tmp_path / f"held.{suffix}"
    arguments = [f"--reference={submission.reference}", f"--output={file}"]
    call_command("subject_access", *arguments, stdout=StringIO())
    assert file.stat().st_mode & 0o777 == 0o600
    text = file.read_text()
    assert all(each in text for each in (PATIENT, "Kind.", submission.reference))
    assert ("&lt;b&gt;More" if suffix == "html" else "<b>More") in text
    assert Export.objects.get().file_format == "sar"
    with pytest.raises(CommandError, match="Cannot write"):
        call_command("subject_access", *arguments, stdout=StringIO())


SCRIPT = """
import django
django.setup()
from django.db import connection
from submissions.models import Submission, SubmissionAddition
from submissions.privacy.erasing import Cause, Way, Why, erase, log_erasure
from submissions.privacy.scrubbing import scrub
for number in range(300):
    each = Submission.objects.create(
        token=f"t{number}", form_title="F", form_slug="f",
        form_data={"q": "zebrafish " * 50 if number % 3 else "plain " * 50})
    SubmissionAddition.objects.create(
        submission=each, token=f"a{number}", text="zebrafish" if number % 3 else "no")
marked = Submission.objects.filter(form_data__q__icontains="zebrafish")
print(marked.count(), flush=True)
input()
half = list(marked.values_list("pk", flat=True))[::2]
erase(marked.filter(pk__in=half), Cause(Why.REQUEST, Way.WORDS, "a"))
erase(marked, Cause(Why.REQUEST, Way.ALL, "a"))
print(scrub(), flush=True)
input()
"""


def files_with(folder, marker):
    """The files below a folder that have these letters in any byte."""
    return {
        path.name
        for path in folder.rglob("*")
        if path.is_file() and marker.encode() in path.read_bytes()
    }


@pytest.mark.django_db
def test_no_byte_of_what_was_erased_stays_in_any_file(migrated, tmp_path):
    """A database of its own, still open: database, write-ahead log, journals, media,
    cache (a table in the database), and what the program wrote to the console."""
    shutil.copyfile(migrated, tmp_path / DATABASE)
    ours = {
        "DATA_DIR": str(tmp_path),
        "DATABASE_URL": f"sqlite:///{tmp_path / DATABASE}",
        "DJANGO_SETTINGS_MODULE": "clinicsite.settings.dev",
    }
    with (
        (tmp_path / "log").open("w") as log,
        subprocess.Popen(
            [sys.executable, "-c", SCRIPT],
            cwd=ROOT,
            env=os.environ | ours,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=log,
            text=True,
        ) as process,
    ):
        try:
            assert process.stdout.readline().strip() == "200", (
                tmp_path / "log"
            ).read_text()
            assert files_with(tmp_path, MARKER)
            process.stdin.write("\n")
            process.stdin.flush()
            assert process.stdout.readline().strip() == "True"
            assert files_with(tmp_path, MARKER) == set()
            assert (tmp_path / f"{DATABASE}-wal").stat().st_size == 0
            with sqlite3.connect(tmp_path / DATABASE) as database:
                kept = database.execute("SELECT count(*) FROM submissions_submission")
                assert kept.fetchone() == (200,)
        finally:
            process.kill()


@pytest.mark.django_db
@pytest.mark.skipif(connection.vendor != "sqlite", reason="a setting of SQLite")
def test_every_connection_overwrites_what_it_deletes():
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA secure_delete")
        assert cursor.fetchone() == (1,)


@pytest.mark.django_db
def test_what_a_restored_backup_brings_back_is_erased_again(tmp_path):
    """The log of erasures is loaded into the restored database: `loaddata` adds it."""
    asked, deleted, taken_back, other = (from_patient() for _ in range(4))
    before = serializers.serialize("json", Submission.objects.all())
    for submission, cause in (
        (asked, Cause(Why.REQUEST, Way.WORDS, "ann")),
        (deleted, BY_HAND),
    ):
        erase(Submission.objects.filter(pk=submission.pk), cause)
    log_erasure([taken_back], Cause(Why.WITHDRAWN, Way.WORDS, "Patient"))
    log_erasure([taken_back], Cause(Why.TAKEN_BACK, Way.WORDS, "Patient"))
    file = tmp_path / "erasures.json"
    log = ["submissions.Erasure", "submissions.ErasedReference", f"--output={file}"]
    call_command("dumpdata", *log, verbosity=0)
    Submission.objects.all().delete()
    for each in serializers.deserialize("json", before):
        each.save()
    call_command("loaddata", file, verbosity=0)
    call_command("erase_submissions", "--again", stdout=(output := StringIO()))
    assert "Erased: 2" in output.getvalue()
    left = {each.pk: each.is_erased for each in Submission.objects.all()}
    assert left == {asked.pk: True, taken_back.pk: False, other.pk: False}
