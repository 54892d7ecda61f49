"""Filters of the desk's list that a member of staff saved."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class SavedFilter(models.Model):
    """One member of staff's filter, under a name of theirs.

    `query` is the address's query, of the desk's declared parameters only. Words that
    were searched for are never in it: they may be a patient's.
    """

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+"
    )
    name = models.CharField(_("name"), max_length=40)
    query = models.CharField(max_length=1000)

    class Meta:
        verbose_name = _("saved filter")
        verbose_name_plural = _("saved filters")
        ordering = ["name"]
        # Everybody has their own, and only these.
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(fields=["user", "name"], name="one_filter_a_name")
        ]

    def __str__(self) -> str:
        """Its name."""
        return self.name
