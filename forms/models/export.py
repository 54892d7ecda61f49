"""The log of exports: who took patients' words out of the desk, and when."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class Export(models.Model):
    """One export, written down when it starts. Nobody can change or delete it.

    `filters` says in words what was chosen; `row_count` is how many submissions
    that was.
    """

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
    file_format = models.CharField(_("format"), max_length=4, editable=False)
    filters = models.TextField(_("what was chosen"), editable=False)
    row_count = models.PositiveIntegerField(_("submissions"), editable=False)

    class Meta:
        verbose_name = _("export")
        verbose_name_plural = _("exports")
        ordering = ["-created_at", "-pk"]
        # Who may export may read the log; see forms.desk.exports.
        default_permissions = ()

    def __str__(self) -> str:
        """Who, and how many."""
        return f"{self.exported_by}: {self.row_count}"
