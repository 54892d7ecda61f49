"""What must not be erased for now: a court or an insurer may ask for it."""

from typing import Self

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from .submission import Submission


class LegalHoldQuerySet(models.QuerySet):
    """Holds, and which of them stand."""

    def standing(self) -> Self:
        """Those that nobody has ended."""
        return self.filter(ended_at=None)


class LegalHold(models.Model):
    """A hold on one submission, on all of one form, or on all that holds an address.

    It has one of `submission`, `form_key` and `email` while it stands. The address is
    needed in clear, so that a new key of the site cannot undo the hold; it goes when
    the hold ends.
    """

    submission = models.ForeignKey(
        Submission,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="legal_holds",
    )
    form_key = models.UUIDField(null=True, blank=True)
    email = models.EmailField(_("e-mail address"), blank=True)
    # What it is on, for the list: a reference, a form's title.
    covers = models.CharField(_("on"), max_length=255)
    reason = models.CharField(_("reason"), max_length=500)
    placed_at = models.DateTimeField(_("placed"), default=timezone.now)
    placed_by = models.CharField(_("placed by"), max_length=150)
    ended_at = models.DateTimeField(_("ended"), null=True)
    ended_by = models.CharField(_("ended by"), max_length=150, blank=True)

    objects = LegalHoldQuerySet.as_manager()

    class Meta:
        verbose_name = _("legal hold")
        verbose_name_plural = _("legal holds")
        ordering = [models.F("ended_at").desc(nulls_first=True), "-placed_at", "-pk"]
        # Those who may erase; see desk.legal_holds.
        default_permissions = ()
        constraints = [
            models.CheckConstraint(
                condition=Q(ended_at__isnull=False)
                | Q(submission__isnull=False, form_key=None, email="")
                | Q(submission=None, form_key__isnull=False, email="")
                | (Q(submission=None, form_key=None) & ~Q(email="")),
                name="one_thing_held",
            )
        ]

    def __str__(self) -> str:
        """What it is on; never an address."""
        return self.covers

    @classmethod
    def covers_address(cls) -> str:
        """What the list says of a hold on an address."""
        return gettext("Everything with one e-mail address")

    def end(self, by: str) -> None:
        """End it, and forget the address."""
        self.ended_at, self.ended_by, self.email = timezone.now(), by, ""
        self.save(update_fields=["ended_at", "ended_by", "email"])
