"""What a patient added later to what was sent."""

from django.db import models
from django.db.models import F, Value
from django.db.models.functions import Concat
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from .search_text import fold
from .submission import Submission


class SubmissionAddition(models.Model):
    """A further message to a submission.

    `token` is the number of the form as it was served: sent again, it is stored once.
    """

    submission = models.ForeignKey(
        Submission, on_delete=models.CASCADE, related_name="additions"
    )
    token = models.CharField(max_length=32, unique=True, editable=False)
    text = models.TextField()
    received_at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        verbose_name = _("addition")
        verbose_name_plural = _("additions")
        ordering = ["received_at", "pk"]
        # Whoever may read a submission may read what was added to it.
        default_permissions = ()

    def __str__(self) -> str:
        """Which submission it belongs to; never the patient's words."""
        return self.submission.reference

    def save(self, *args, **kwargs) -> None:
        """Let the desk's search find it with the submission."""
        if self._state.adding:
            added = Concat(F("search_text"), Value("\n" + fold(self.text)))
            rows = Submission.objects.filter(pk=self.submission_id)
            rows.update(search_text=added)
        super().save(*args, **kwargs)
