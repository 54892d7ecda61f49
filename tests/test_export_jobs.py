"""Long exports, which the worker makes."""

import hashlib
import stat
import threading
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from django.contrib.auth.models import Permission
from django.db import connection
from django.utils import timezone

from desk.export_making import making
from desk.export_making.asking import call_off
from desk.export_making.making import claim_next, make
from desk.export_making.sweeping import sweep
from desk.export_making.worker import ExportWorker
from submissions.export import columns, folder
from submissions.export.table import SubmissionTable
from submissions.models import Export, ExportJob, Submission
from submissions.privacy.erasing import Cause, Way, Why, erase
from tests import factories
from tests.leaking import files_with

# The worker has connections of its own.
pytestmark = [
    pytest.mark.django_db(transaction=True, serialized_rollback=True),
    pytest.mark.usefixtures("put_back_for_other_tests"),
]

SCREEN = "/admin/desk-export/"
State = ExportJob.State


@pytest.fixture(autouse=True)
def _own_folder(settings, tmp_path):
    settings.DATA_DIR = tmp_path


@pytest.fixture
def staff(client):
    """A client of somebody who may view and export what patients sent."""
    client.user = factories.staff_member("view_submission", "export_submission")
    client.force_login(client.user)
    return client


def asked_for(client, query="", **fields) -> ExportJob:
    """A job, as the screen makes it."""
    data = {"file_format": "csv", "columns": ["kind"], "background": "on", **fields}
    response = client.post(SCREEN + query, data)
    assert response.status_code == 302
    job = ExportJob.objects.latest("pk")
    assert response.headers["Location"] == f"{SCREEN}jobs/{job.pk}/"
    return job


def made(job: ExportJob) -> ExportJob:
    """The job after the worker has been at it."""
    ExportWorker().run_once()
    job.refresh_from_db()
    return job


def from_patient(words: str) -> Submission:
    """By a form of its own."""
    page = factories.FormPageFactory()
    return factories.SubmissionFactory(
        page=page, form_key=page.translation_key, form_data={"q_why": words}
    )


def with_words(submission) -> dict[str, str]:
    """The filter for this form, and the column of what was written."""
    return {
        "query": f"?form={submission.form_slug}",
        "columns": [f"{submission.form_key}:q_why"],
    }


def test_the_worker_makes_the_file_and_only_who_asked_gets_it(staff, client):
    submission = factories.SubmissionFactory()
    factories.SubmissionFactory(rating=1)
    job = made(asked_for(staff, "?rating=4&q=nurse"))
    address = f"{SCREEN}jobs/{job.pk}/"

    assert job.state == State.FINISHED
    assert "The file is ready" in staff.get(address).content.decode()
    response = staff.get(f"{address}file/")
    file = b"".join(response.streaming_content)
    assert submission.reference.encode() in file
    assert file.count(b"\r\n") == 2
    assert response.headers["Content-Disposition"].startswith("attachment")
    assert "no-store" in response.headers["Cache-Control"]
    logged = Export.objects.get()
    assert logged.sha256 == hashlib.sha256(file).hexdigest()
    assert (logged.row_count, logged.outcome) == (1, "finished")
    # What was searched for is in no log, and is forgotten with the work.
    assert "nurse" not in logged.filters + job.query

    for user in (
        factories.staff_member("view_submission", "export_submission"),
        factories.UserFactory(is_superuser=True),
    ):
        client.force_login(user)
        for path in ("", "file/"):
            assert client.get(address + path).status_code == 404
        assert client.post(f"{address}cancel/").status_code == 404


def test_the_file_is_for_nobody_else_on_the_machine(staff, settings):
    job = made(asked_for(staff))
    path = folder.export_folder() / job.file_name

    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    assert not path.is_relative_to(settings.MEDIA_ROOT)


def test_who_lost_the_right_gets_the_file_no_more(staff):
    factories.SubmissionFactory()
    job = made(asked_for(staff))
    staff.user.user_permissions.remove(
        Permission.objects.get(codename="export_submission")
    )

    assert staff.get(f"{SCREEN}jobs/{job.pk}/file/").status_code == 404
    assert "no longer export" in staff.get(f"{SCREEN}jobs/{job.pk}/").content.decode()


def test_many_rows_are_always_made_in_the_background(staff, monkeypatch):
    monkeypatch.setattr(columns, "MANY", 1)
    factories.SubmissionFactory.create_batch(2, page=factories.FormPageFactory())

    job = made(asked_for(staff, background=""))

    assert job.row_count == 2
    direct = staff.get("/admin/desk/?export=csv")
    assert direct.headers["Location"].startswith(SCREEN)


def test_the_screen_asks_again_by_itself_until_it_is_done(staff):
    job = asked_for(staff)
    address = f"{SCREEN}jobs/{job.pk}/"

    assert staff.get(address).headers["Refresh"] == "2"
    assert "Refresh" not in staff.get(f"{address}?wait").headers
    assert "<progress" in staff.get(f"{address}?part").content.decode()
    made(job)
    assert "Refresh" not in staff.get(address).headers


def test_a_file_that_is_called_off_is_deleted(staff):
    job = made(asked_for(staff))

    staff.post(f"{SCREEN}jobs/{job.pk}/cancel/")

    assert folder.file_names() == []
    assert staff.get(f"{SCREEN}jobs/{job.pk}/file/").status_code == 404
    # It was whole, and may have been fetched.
    assert Export.objects.get().outcome == "finished"


def elsewhere(what, job):
    """Do it over another connection, as a request does."""

    def do():
        try:
            what(job)
        finally:
            connection.close()

    with ThreadPoolExecutor(1) as other:
        other.submit(do).result()


@pytest.fixture
def stops_in_the_middle(monkeypatch):
    """Something happens while a file is being written; the writer then goes on
    until it notices."""
    monkeypatch.setattr(making, "PROGRESS_PAUSE", 0.01)
    factories.SubmissionFactory.create_batch(3, page=factories.FormPageFactory())

    def happens(job, what, noticed):
        plain = SubmissionTable.rows

        def rows(table):
            for row in plain(table):
                elsewhere(what, job)
                assert noticed(job)
                yield row

        monkeypatch.setattr(SubmissionTable, "rows", rows)
        monkeypatch.setattr("submissions.export.csv_file.ROWS_A_CHUNK", 1)

    return happens


@pytest.fixture
def watches(monkeypatch):
    """Those that were started, one for each attempt."""
    started = []
    start = making.Watch.start
    monkeypatch.setattr(
        making.Watch, "start", lambda watch: (started.append(watch), start(watch))
    )
    return started


def test_calling_off_stops_the_worker_and_leaves_no_file(
    staff, stops_in_the_middle, watches
):
    job = asked_for(staff)
    stops_in_the_middle(
        job,
        lambda job: call_off(ExportJob.objects.get(pk=job.pk)),
        lambda _job: watches[0].called_off.wait(20),
    )

    made(job)

    assert job.state == State.CANCELLED
    assert folder.file_names() == []
    assert Export.objects.get().outcome == "cancelled"


def test_a_worker_that_is_stopped_leaves_the_job_to_the_next(
    staff, stops_in_the_middle, monkeypatch
):
    job = asked_for(staff)
    stopping = threading.Event()
    with monkeypatch.context():
        stops_in_the_middle(job, lambda _job: stopping.set(), lambda _job: True)
        make(claim_next(timezone.now()), stopping)
    monkeypatch.undo()

    job.refresh_from_db()
    assert (job.state, job.attempts) == (State.WAITING, 0)


@pytest.mark.parametrize(("attempts", "state"), [(1, "finished"), (3, "failed")])
def test_a_worker_that_was_killed_is_noticed(staff, attempts, state):
    job = asked_for(staff)
    claimed = claim_next(timezone.now())
    folder.open_new(claimed.file_name).close()
    ExportJob.objects.update(
        seen_at=timezone.now() - timedelta(minutes=1), attempts=attempts
    )

    made(job)

    assert job.state == state
    outcome = {"finished": "finished", "failed": "broken_off"}[state]
    assert Export.objects.get().outcome == outcome
    assert claimed.file_name not in folder.file_names()


def test_a_file_goes_when_words_that_it_may_hold_are_erased(staff, client, tmp_path):
    submission = from_patient("zuvoba")
    job = made(asked_for(staff, **with_words(submission)))
    other = made(asked_for(staff, **with_words(from_patient("other words"))))
    assert files_with(tmp_path, "zuvoba") == [f"exports/{job.file_name}"]

    client.force_login(factories.staff_member("view_submission", "delete_submission"))
    client.post(f"/admin/desk/delete/{submission.pk}/")

    assert files_with(tmp_path, "zuvoba") == []
    assert folder.file_names() == [other.file_name]
    job.refresh_from_db()
    assert job.state == State.CANCELLED


def test_a_file_is_begun_anew_when_words_are_erased_meanwhile(
    staff, stops_in_the_middle, watches, tmp_path
):
    submission = from_patient("zuvoba")
    job = asked_for(staff, **with_words(submission))
    marked = Submission.objects.filter(pk=submission.pk, erased_at=None)

    def erase_once(_job):
        if marked.exists():
            erase(marked, Cause(Why.REQUEST, Way.ALL, "ann"))

    stops_in_the_middle(job, erase_once, lambda _job: watches[0].called_off.wait(20))

    made(job)

    assert len(watches) == 2
    assert (job.state, folder.file_names()) == (State.FINISHED, [job.file_name])
    assert files_with(tmp_path, "zuvoba") == []


def test_what_goes_wrong_is_said_in_words(staff, monkeypatch, caplog):
    job = asked_for(staff)

    def rows(_table):
        raise ValueError("a patient's words")
        yield

    monkeypatch.setattr(SubmissionTable, "rows", rows)
    made(job)

    page = staff.get(f"{SCREEN}jobs/{job.pk}/").content.decode()
    assert "could not be made" in page
    assert "words" not in caplog.text
    assert folder.file_names() == []
    caplog.clear()


def test_files_go_after_a_day_and_the_log_stays(staff):
    job = made(asked_for(staff))
    (folder.export_folder() / "belongs-to-nobody").touch()

    sweep(timezone.now() + timedelta(hours=23))
    assert folder.file_names() == [job.file_name]
    sweep(timezone.now() + timedelta(hours=25))

    assert folder.file_names() == []
    assert not ExportJob.objects.exists()
    assert Export.objects.get().outcome == "finished"
