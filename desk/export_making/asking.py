"""Asking for a file, calling it off, and getting it."""

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction

from submissions.export import folder
from submissions.export.choice import ExportChoice
from submissions.export.download import log_export
from submissions.models import Export, ExportJob

State = ExportJob.State


def ask(
    headings: list[str],
    choice: ExportChoice,
    query: str,
    filters: str,
    user: AbstractBaseUser,
) -> ExportJob:
    """Have the worker make this file. `query`: the list's address; `filters`: the
    same in words."""
    with transaction.atomic():
        export = log_export(headings, choice, filters, user)
        return ExportJob.objects.create(
            export=export, user=user, query=query, choice=choice.as_stored()
        )


def call_off(job: ExportJob) -> None:
    """Cancel it, and delete what there is of its file."""
    rows = ExportJob.objects.filter(pk=job.pk).exclude(state=State.FAILED)
    rows.update(state=State.CANCELLED, query="")
    job.refresh_from_db()
    Export.objects.complete(job.export_id, Export.Outcome.CANCELLED, job.rows_done)
    # If it is being written, the worker deletes it once more when it notices.
    folder.remove(job.file_name)
