"""The log of exports: who took patients' words out of the desk, and when."""

from typing import NoReturn

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class ExportLogError(Exception):
    """Somebody's code tried to change the log of exports."""


class ExportQuerySet(models.QuerySet):
    """The log, which can be read and added to."""

    def update(self, **_values) -> NoReturn:
        """Refused: raises ExportLogError."""
        raise ExportLogError

    def delete(self) -> NoReturn:
        """Refused: raises ExportLogError."""
        raise ExportLogError

    def bulk_update(self, *_args, **_kwargs) -> NoReturn:
        """Refused: raises ExportLogError."""
        raise ExportLogError

    def complete(
        self, pk: int, outcome: str, row_count: int | None, sha256: str = ""
    ) -> bool:
        """Write down, once, how the export ended; whether that was still to be done.

        `row_count`: how many rows the file holds, or got before it ended.
        """
        running = self.filter(pk=pk, outcome=Export.Outcome.RUNNING)
        return bool(
            super(ExportQuerySet, running).update(
                outcome=outcome,
                row_count=row_count,
                sha256=sha256,
                finished_at=timezone.now(),
            )
        )


class Export(models.Model):
    """One export, written down when it starts, and once more when it ends. Nobody can
    change or delete it.

    `filters` and `columns` say in words what was chosen; `row_count` is how many
    submissions that was, empty until it is known; `sha256` is that of the whole file.
    """

    class Outcome(models.TextChoices):
        """How it ended."""

        RUNNING = "running", _("Under way")
        FINISHED = "finished", _("Finished")
        CANCELLED = "cancelled", _("Cancelled")
        BROKEN_OFF = "broken_off", _("Broken off")

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
        editable=False,
    )
    # Stays when the account goes.
    exported_by = models.CharField(max_length=150, editable=False)
    created_at = models.DateTimeField(
        _("exported"), auto_now_add=True, db_index=True, editable=False
    )
    file_format = models.CharField(_("format"), max_length=5, editable=False)
    filters = models.TextField(_("what was chosen"), editable=False)
    columns = models.TextField(_("columns"), blank=True, editable=False)
    with_identity = models.BooleanField(
        _("with identity"), default=False, editable=False
    )
    reason = models.TextField(_("reason"), blank=True, editable=False)
    row_count = models.PositiveIntegerField(_("submissions"), null=True, editable=False)
    outcome = models.CharField(
        _("outcome"),
        max_length=10,
        choices=Outcome,
        default=Outcome.RUNNING,
        editable=False,
    )
    finished_at = models.DateTimeField(_("ended"), null=True, editable=False)
    sha256 = models.CharField(_("SHA-256"), max_length=64, blank=True, editable=False)

    objects = ExportQuerySet.as_manager()

    class Meta:
        verbose_name = _("export")
        verbose_name_plural = _("exports")
        ordering = ["-created_at", "-pk"]
        # Who may export may read the log; see desk.exports.
        default_permissions = ()

    def __str__(self) -> str:
        """Who, and how many."""
        return f"{self.exported_by}: {self.row_count}"

    def save(self, *args, **kwargs) -> None:
        """Write a new line. Raises ExportLogError for one that is there."""
        if not self._state.adding:
            raise ExportLogError
        super().save(*args, **kwargs)

    def delete(self, *args, **kwargs) -> NoReturn:
        """Refused: raises ExportLogError."""
        raise ExportLogError
