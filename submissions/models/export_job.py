"""Exports that the worker makes while staff do something else."""

from datetime import timedelta

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from .export import Export

KEPT_FOR = timedelta(hours=24)


class ExportJob(models.Model):
    """A file that is to be made, is being made, or waits for who asked for it.

    It goes with its file, a day after it was asked for; the line in the log stays.
    """

    class State(models.TextChoices):
        """How far it is."""

        WAITING = "waiting", _("Waiting")
        RUNNING = "running", _("Being made")
        FINISHED = "finished", _("Finished")
        CANCELLED = "cancelled", _("Cancelled")
        FAILED = "failed", _("Broken off")

    export = models.OneToOneField(
        Export, on_delete=models.CASCADE, related_name="job", editable=False
    )
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+"
    )
    # The list's address and what was chosen for the file. The address may hold the
    # words of a search: it is emptied when the file is made.
    query = models.TextField(blank=True, editable=False)
    choice = models.JSONField(editable=False)
    state = models.CharField(max_length=9, choices=State, default=State.WAITING)
    created_at = models.DateTimeField(default=timezone.now, db_index=True)
    # When the worker last said that it is at it.
    seen_at = models.DateTimeField(null=True)
    attempts = models.PositiveSmallIntegerField(default=0)
    rows_done = models.PositiveIntegerField(default=0)
    row_count = models.PositiveIntegerField(null=True)
    # The file's name in the private folder; its size in bytes; the forms in it.
    file_name = models.CharField(max_length=40, blank=True)
    file_size = models.PositiveBigIntegerField(default=0)
    form_keys = models.JSONField(default=list)

    class Meta:
        default_permissions = ()

    def __str__(self) -> str:
        """Who asked for it."""
        return f"{self.export.exported_by}: {self.state}"

    @property
    def is_open(self) -> bool:
        """Whether it is still to be made."""
        return self.state in (self.State.WAITING, self.State.RUNNING)

    @property
    def expires_at(self):
        """When the file goes."""
        return self.created_at + KEPT_FOR

    @property
    def percent(self) -> int | None:
        """How much of it is made; None until that is known."""
        if self.row_count is None:
            return None
        return min(100, 100 * self.rows_done // max(self.row_count, 1))
