"""Which reminders of a clinical review have been sent."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from .clinical_review import ClinicalReview


class ReviewReminder(models.Model):
    """That the next review of a page was asked for, once for each state.

    Bound to the newest review and the day on which the next was due when it was sent:
    a new review, or another day, is reminded of anew.
    """

    class State(models.TextChoices):
        """Why the reminder was sent."""

        DUE = "due", _("Review due")
        OVERDUE = "overdue", _("Review overdue")

    review = models.ForeignKey(
        ClinicalReview, on_delete=models.CASCADE, related_name="reminders"
    )
    state = models.CharField(_("state"), max_length=8, choices=State.choices)
    next_due = models.DateField(_("next review due"))
    sent_at = models.DateTimeField(_("sent at"), auto_now_add=True)

    class Meta:
        verbose_name = _("review reminder")
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(
                fields=["review", "state", "next_due"], name="one_reminder_a_state"
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_state_display()}: {self.review}"
