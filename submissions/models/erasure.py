"""The log of erasures: what was forgotten, when and why; never whose it was."""

from django.db import models
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from .append_only import AppendOnly
from .states import Kind


class Erasure(AppendOnly):
    """What was erased at once, of one form and one kind."""

    class Why(models.TextChoices):
        """What asked for it."""

        RETENTION = "retention", _("Kept long enough")
        REQUEST = "request", _("Request for erasure")
        WITHDRAWN = "withdrawn", _("Withdrawn by the patient")
        BY_HAND = "by_hand", _("Deleted by staff")
        TAKEN_BACK = "taken_back", _("Withdrawal taken back: put back")

    class Way(models.TextChoices):
        """What stays."""

        WORDS = "words", _("Erase the words, keep the score")
        ALL = "all", _("Delete all of it")

    created_at = models.DateTimeField(_("when"), auto_now_add=True, db_index=True)
    why = models.CharField(_("why"), max_length=10, choices=Why)
    way = models.CharField(_("what was done"), max_length=5, choices=Way)
    # The name of the account; it stays when the account goes.
    done_by = models.CharField(_("by"), max_length=150)
    rule = models.TextField(_("rule or reason"), blank=True)
    form_key = models.UUIDField(null=True)
    form_title = models.CharField(_("form"), max_length=255)
    kind = models.CharField(_("kind"), max_length=12, choices=Kind)
    row_count = models.PositiveIntegerField(_("submissions"))

    class Meta:
        verbose_name = _("erasure")
        verbose_name_plural = _("erasures")
        ordering = ["-created_at", "-pk"]
        # Who may erase submissions may read the log.
        default_permissions = ()

    @property
    def what_was_done(self) -> str:
        """In words. A patient who withdraws takes the rating back, too."""
        if self.why == self.Why.WITHDRAWN:
            return gettext("Words and rating erased")
        if self.why == self.Why.TAKEN_BACK:
            return gettext("Words and rating put back")
        return self.get_way_display()

    def __str__(self) -> str:
        """Why, and how many."""
        return f"{self.why}: {self.row_count}"


class ErasedReference(AppendOnly):
    """One reference that an erasure concerned, as a keyed hash: only who knows the
    reference can ask about it."""

    erasure = models.ForeignKey(
        Erasure, on_delete=models.PROTECT, related_name="references"
    )
    fingerprint = models.CharField(max_length=64, db_index=True)

    class Meta:
        verbose_name = _("erased reference")
        verbose_name_plural = _("erased references")
        default_permissions = ()

    def __str__(self) -> str:
        """Its number."""
        return str(self.pk)
