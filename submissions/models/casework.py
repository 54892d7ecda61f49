"""What staff do about a submission, and write down."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from .submission import Submission


def staff_field(name) -> models.ForeignKey:
    """A member of staff; accounts that are deleted leave nobody behind."""
    return models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=name,
    )


class ClockPause(models.Model):
    """A time in which a submission's clock stands still: at most one at once."""

    class Reason(models.TextChoices):
        """Why nobody at the clinic can go on."""

        PATIENT = "patient", _("We wait for the patient")
        IDENTITY = "identity", _("We must know who asks first")
        CONSENT = "consent", _("We wait for somebody’s consent")
        OTHERS = "others", _("We wait for somebody else, for example a GP")
        AGREED = "agreed", _("Agreed with the patient")
        OTHER = "other", _("Another reason")

    submission = models.ForeignKey(
        Submission, on_delete=models.CASCADE, related_name="pauses"
    )
    reason = models.CharField(_("reason"), max_length=8, choices=Reason)
    words = models.CharField(_("in your own words"), max_length=200, blank=True)
    began_at = models.DateTimeField(default=timezone.now)
    ended_at = models.DateTimeField(null=True)
    began_by = staff_field(_("begun by"))
    ended_by = staff_field(_("ended by"))

    class Meta:
        verbose_name = _("pause")
        verbose_name_plural = _("pauses")
        ordering = ["began_at", "pk"]
        # These go with the submission's.
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(
                fields=["submission"],
                condition=Q(ended_at=None),
                name="one_pause_at_once",
            )
        ]

    def __str__(self) -> str:
        """Whose clock it is."""
        return self.submission.reference


class Note(models.Model):
    """What staff write for each other about a submission. Patients never see it.

    `token` is the number of the form as it was served: sent again, it is stored once.
    """

    submission = models.ForeignKey(
        Submission, on_delete=models.CASCADE, related_name="notes"
    )
    author = staff_field(_("author"))
    text = models.TextField(_("note"))
    token = models.CharField(max_length=32, unique=True, editable=False)
    written_at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        verbose_name = _("note")
        verbose_name_plural = _("notes")
        ordering = ["written_at", "pk"]
        # These go with the submission's.
        default_permissions = ()

    def __str__(self) -> str:
        """Which submission it belongs to; never its words."""
        return self.submission.reference
