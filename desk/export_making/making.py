"""The worker makes a file: claimed before, watched meanwhile, settled after."""

import logging
import threading
from datetime import datetime, timedelta

from django.db import DatabaseError, connection, transaction
from django.db.models import F
from django.http import QueryDict
from django.utils import timezone

from desk.exported_rows import exported_rows
from forms.models import FormField
from submissions.export import folder
from submissions.export.choice import ExportChoice
from submissions.export.download import LoggedFile
from submissions.export.table import SubmissionTable
from submissions.models import Export, ExportJob

logger = logging.getLogger(__name__)

State = ExportJob.State
# A worker that has said nothing for so long is gone.
SILENCE = timedelta(seconds=30)
# Begun so often, it is given up: it may be what brings the worker down.
MOST_ATTEMPTS = 3
# Staff see within two seconds that it begins, and that it stops.
PROGRESS_PAUSE = 0.5


class CalledOffError(Exception):
    """Nobody wants the file any more, or this worker is to stop."""


def claim_next(now: datetime) -> ExportJob | None:
    """The job that has waited longest, marked as being made by us."""
    waiting = ExportJob.objects.filter(state=State.WAITING).order_by("created_at", "pk")
    for key in list(waiting.values_list("pk", flat=True)[:5]):
        # Whoever changes it has it.
        if ExportJob.objects.filter(pk=key, state=State.WAITING).update(
            state=State.RUNNING,
            seen_at=now,
            rows_done=0,
            row_count=None,
            attempts=F("attempts") + 1,
            file_name=folder.new_file_name(),
        ):
            return ExportJob.objects.select_related("export", "user").get(pk=key)
    return None


class Watch(threading.Thread):
    """Says twice a second how far a job is, and learns whether it was called off.

    With a connection of its own: SQLite lets nobody write over a connection that is
    in the middle of reading what has changed since.
    """

    def __init__(self, job: ExportJob, stopping: threading.Event):
        super().__init__(daemon=True)
        self.mine = ExportJob.objects.filter(
            pk=job.pk, state=State.RUNNING, attempts=job.attempts
        )
        self.stopping = stopping
        self.done = threading.Event()
        self.called_off = threading.Event()
        self.rows_done = 0
        self.row_count: int | None = None
        # Counted while its first rows are made.
        self.table: SubmissionTable | None = None

    def run(self) -> None:
        """Until the file is made, or called off."""
        try:
            while not self.done.wait(PROGRESS_PAUSE):
                try:
                    is_mine = self.mine.update(
                        seen_at=timezone.now(),
                        rows_done=self.rows_done,
                        row_count=self.row_count,
                    )
                    if is_mine and self.table and self.row_count is None:
                        self.row_count = self.table.row_count
                except DatabaseError as error:
                    # It may be busy; the next time tells.
                    logger.warning("The database refused: %s", type(error).__name__)
                    continue
                if not is_mine:
                    self.called_off.set()
        finally:
            connection.close()

    def check(self) -> None:
        """Raises CalledOffError if there is no need to go on."""
        if self.called_off.is_set() or self.stopping.is_set():
            raise CalledOffError


def make(job: ExportJob, stopping: threading.Event) -> None:
    """Make the file of a claimed job. Whatever goes wrong, the job says how it ended;
    if the worker is stopping, another begins anew."""
    watch = Watch(job, stopping)
    watch.start()
    try:
        file, size, table = write_file(job, watch)
    except CalledOffError:
        stop_watching(watch)
        if stopping.is_set():
            put_back(job)
        folder.remove(job.file_name)
    except Exception as error:
        stop_watching(watch)
        # Its words may hold a patient's.
        logger.error("An export broke off: %s", type(error).__name__)
        fail(job, watch.rows_done)
    else:
        stop_watching(watch)
        settle(job, file, size, table)


def stop_watching(watch: Watch) -> None:
    """Nothing is written to the job by others any more."""
    watch.done.set()
    watch.join()


def write_file(job: ExportJob, watch: Watch) -> tuple[LoggedFile, int, SubmissionTable]:
    """Write it to the folder; the file, its size in bytes, and its table.

    Raises CalledOffError.
    """
    choice = ExportChoice.from_stored(job.choice)
    rows = exported_rows(job.user, QueryDict(job.query), choice)
    table = SubmissionTable(rows, choice, FormField.offered_choices())
    watch.table = table
    file = LoggedFile(job.export, table, choice.file_format)
    size = 0
    try:
        with folder.open_new(job.file_name) as output:
            for chunk in file.unlogged():
                size += output.write(chunk)
                watch.rows_done = file.row_count
                watch.check()
    finally:
        file.chunks.close()
    return file, size, table


def settle(job: ExportJob, file: LoggedFile, size: int, table: SubmissionTable) -> None:
    """The file is there, unless it was called off in the last second."""
    keys = sorted(str(key or "") for key in table.form_keys)
    with transaction.atomic():
        is_wanted = ExportJob.objects.filter(
            pk=job.pk, state=State.RUNNING, attempts=job.attempts
        ).update(
            state=State.FINISHED,
            query="",
            rows_done=file.row_count,
            row_count=file.row_count,
            file_size=size,
            form_keys=keys,
        )
        if is_wanted:
            file.end(Export.Outcome.FINISHED)
    if not is_wanted:
        folder.remove(job.file_name)


def put_back(job: ExportJob) -> None:
    """Let another worker begin anew. That this one was stopped is no failure."""
    ExportJob.objects.filter(
        pk=job.pk, state=State.RUNNING, attempts=job.attempts
    ).update(state=State.WAITING, attempts=F("attempts") - 1)


def fail(job: ExportJob, row_count: int) -> None:
    """Say that it broke off, in the job and in the log."""
    with transaction.atomic():
        if ExportJob.objects.filter(
            pk=job.pk, state=State.RUNNING, attempts=job.attempts
        ).update(state=State.FAILED, query=""):
            Export.objects.complete(job.export_id, Export.Outcome.BROKEN_OFF, row_count)
    folder.remove(job.file_name)
