"""Where public pages used to be."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class RemovedAddress(models.Model):
    """The address that a page had until it was unpublished or deleted.

    It says nothing of a page that stands there now: ask only where there is none.
    """

    # Longer ones are not kept; slugs have room for three levels of 80 letters.
    MAX_LENGTH = 255

    url_path = models.CharField(
        _("path in the tree"), max_length=MAX_LENGTH, unique=True
    )
    removed_at = models.DateTimeField(_("removed at"), auto_now_add=True)

    class Meta:
        verbose_name = _("removed address")
        default_permissions = ()

    def __str__(self) -> str:
        return self.url_path
