"""The code that proves, by e-mail, that somebody may withdraw what was sent."""

import uuid
from datetime import timedelta
from typing import Self

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from .notification import Notification
from .submission import Submission

GOOD_FOR = timedelta(minutes=15)
MOST_TRIES = 5


class WithdrawalCodeQuerySet(models.QuerySet):
    """Codes, and which of them are still good."""

    def usable(self) -> Self:
        """Those neither used, nor tried too often, nor too old."""
        return self.filter(
            used_at=None,
            tries__lt=MOST_TRIES,
            asked_at__gt=timezone.now() - GOOD_FOR,
        )


class WithdrawalCode(models.Model):
    """One request to withdraw by e-mail.

    Without `submission` nothing was found, and nothing is mailed: it is written all
    the same, so that neither the answer nor its time tells. The code is made of
    `number` with the site's key, and is stored nowhere.
    """

    submission = models.ForeignKey(
        Submission, null=True, on_delete=models.CASCADE, related_name="+"
    )
    notification = models.OneToOneField(
        Notification,
        null=True,
        on_delete=models.SET_NULL,
        related_name="withdrawal_code",
    )
    number = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    asked_at = models.DateTimeField(default=timezone.now)
    tries = models.PositiveSmallIntegerField(default=0)
    used_at = models.DateTimeField(null=True)

    objects = WithdrawalCodeQuerySet.as_manager()

    class Meta:
        verbose_name = _("withdrawal code")
        verbose_name_plural = _("withdrawal codes")
        default_permissions = ()

    def __str__(self) -> str:
        """Its number in the table; never the code."""
        return str(self.pk)
