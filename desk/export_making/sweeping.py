"""What a crash left behind, and what is a day old."""

from datetime import datetime, timedelta

from django.db.models import F, Q

from submissions.export import folder
from submissions.models import Export, ExportJob
from submissions.models.export_job import KEPT_FOR

from .making import MOST_ATTEMPTS, SILENCE, fail

State = ExportJob.State
# No download takes longer: its reader is gone, and nobody said so.
LONGEST_DOWNLOAD = timedelta(days=1)


def sweep(now: datetime) -> None:
    """Begin anew with what its worker left; forget what is long done."""
    find_lost(now)
    forget(now)


def find_lost(now: datetime) -> None:
    """Jobs whose worker is gone wait again, or are given up in words."""
    silent = ExportJob.objects.filter(state=State.RUNNING, seen_at__lt=now - SILENCE)
    for job in silent:
        if job.attempts >= MOST_ATTEMPTS:
            fail(job, job.rows_done)
        else:
            # Whoever changes it, once, gives it back.
            silent.filter(pk=job.pk, attempts=job.attempts).update(
                state=State.WAITING, seen_at=F("seen_at")
            )
            folder.remove(job.file_name)


def forget(now: datetime) -> None:
    """Delete files and jobs after a day, and files that belong to no job."""
    old = ExportJob.objects.filter(created_at__lt=now - KEPT_FOR)
    for job in old:
        Export.objects.complete(job.export_id, Export.Outcome.BROKEN_OFF, job.rows_done)
        job.delete()
    names = folder.file_names()
    if names:
        kept = set(
            ExportJob.objects.filter(
                Q(state=State.RUNNING) | Q(state=State.FINISHED)
            ).values_list("file_name", flat=True)
        )
        for name in names:
            if name not in kept:
                folder.remove(name)
    for key in Export.objects.filter(
        outcome=Export.Outcome.RUNNING,
        created_at__lt=now - LONGEST_DOWNLOAD,
        job__isnull=True,
    ).values_list("pk", flat=True):
        Export.objects.complete(key, Export.Outcome.BROKEN_OFF, None)
