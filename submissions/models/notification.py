"""E-mails that are to be sent about what patients sent."""

import uuid
from datetime import datetime
from typing import Self

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from .submission import Submission


class NotificationQuerySet(models.QuerySet):
    """Notifications, and which of them still have to be sent."""

    def unsent(self) -> Self:
        """Those that are still tried."""
        return self.filter(
            state__in=[Notification.State.WAITING, Notification.State.SENDING]
        )

    def due(self, now: datetime) -> Self:
        """Those to try now: whose time has come, or whose sender has vanished."""
        return self.unsent().filter(next_attempt_at__lte=now)

    def given_up(self) -> Self:
        """Those that are tried no more."""
        return self.filter(state=Notification.State.GIVEN_UP)


class Notification(models.Model):
    """One e-mail to one person about one submission, or that submission's part in a
    daily e-mail: those of the same recipient and the same `due_at` go out as one.

    It holds nothing a patient wrote: an e-mail to a patient has no `recipient`, the
    address is read from the submission when it is sent. It goes with the submission.
    """

    class Purpose(models.TextChoices):
        """What it is for."""

        STAFF = "staff", _("Tells staff at once")
        DIGEST = "digest", _("Tells staff once a day")
        ACKNOWLEDGEMENT = "acknowledgement", _("Thanks the patient")
        REPLY = "reply", _("A reply from staff to the patient")
        CODE = "code", _("Gives the patient a code to withdraw with")

    class State(models.TextChoices):
        """How far it is."""

        WAITING = "waiting", _("Waiting")
        SENDING = "sending", _("Being sent")
        SENT = "sent", _("Sent")
        GIVEN_UP = "given_up", _("Given up")

    submission = models.ForeignKey(
        Submission, on_delete=models.CASCADE, related_name="notifications"
    )
    purpose = models.CharField(max_length=15, choices=Purpose)
    recipient = models.EmailField(blank=True)
    # Makes the Message-ID: the same however often it is tried.
    number = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    state = models.CharField(max_length=8, choices=State, default=State.WAITING)
    due_at = models.DateTimeField(default=timezone.now)
    # When it is tried next; while it is being sent, when its sender counts as gone.
    next_attempt_at = models.DateTimeField(default=timezone.now)
    attempts = models.PositiveSmallIntegerField(default=0)
    sent_at = models.DateTimeField(null=True)
    # The class of what went wrong: its words could hold addresses.
    last_error = models.CharField(max_length=60, blank=True)

    objects = NotificationQuerySet.as_manager()

    class Meta:
        verbose_name = _("notification")
        verbose_name_plural = _("notifications")
        default_permissions = ()
        indexes = [
            models.Index(
                fields=["state", "next_attempt_at"], name="notification_next_attempt"
            )
        ]

    def __str__(self) -> str:
        """What it is for, and the reference of the submission."""
        return f"{self.purpose} {self.submission.reference}"
