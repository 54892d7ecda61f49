"""Finished files whose submissions have been erased since."""

from collections.abc import Collection
from uuid import UUID

from submissions.models import ExportJob

from . import folder

State = ExportJob.State


def forget_files_of(form_keys: Collection[UUID | None]) -> None:
    """Delete the files that may hold what came by these forms; begin anew with those
    that are being written. To be called when the erasure is committed."""
    keys = {str(key or "") for key in form_keys}
    for job in ExportJob.objects.filter(state=State.FINISHED):
        if keys.intersection(job.form_keys):
            ExportJob.objects.filter(pk=job.pk).update(state=State.CANCELLED)
            folder.remove(job.file_name)
    # The worker that writes one notices, and deletes what it has written.
    ExportJob.objects.filter(state=State.RUNNING).update(state=State.WAITING)
