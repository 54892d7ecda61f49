"""Invitations: links that staff hand out after a visit, each good for one answer."""

from typing import Self

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from editorial.clinic_time import clinic_today


class InvitationSheet(models.Model):
    """Some invitations to one form, made together and printed on one sheet.

    `token` is the number of the form with which staff asked for it: sent again, it
    makes no second sheet.
    """

    token = models.CharField(max_length=32, unique=True, editable=False)
    form_page = models.ForeignKey(
        Page,
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("form"),
    )
    form_title = models.CharField(max_length=255)
    made_at = models.DateTimeField(_("made"), default=timezone.now, editable=False)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("made by"),
    )
    expires_at = models.DateTimeField(_("expires"))

    class Meta:
        verbose_name = _("invitation sheet")
        verbose_name_plural = _("invitations")
        ordering = ["-made_at", "-pk"]
        # Those who may work on submissions make and see them.
        default_permissions = ()

    def __str__(self) -> str:
        """The form they are for."""
        return self.form_title


class InvitationQuerySet(models.QuerySet):
    """Invitations, and which of them are still good."""

    def usable(self) -> Self:
        """Those neither used nor expired."""
        return self.filter(used_on=None, sheet__expires_at__gt=timezone.now())

    def use(self, invitation_id: int) -> bool:
        """Use this one up. False if it was used, has expired or is gone.

        One statement of the database, so that of two answers at once one counts.
        """
        usable = self.usable().filter(pk=invitation_id).values("pk")
        return bool(
            self.filter(pk__in=usable, used_on=None).update(used_on=clinic_today())
        )


class Invitation(models.Model):
    """One link. Nothing says who was given it, nor what was answered through it.

    Only a hash of its code is stored: who reads the database cannot use it.
    """

    sheet = models.ForeignKey(
        InvitationSheet, on_delete=models.CASCADE, related_name="invitations"
    )
    code_hash = models.CharField(max_length=64, unique=True, editable=False)
    # The day, not the moment: that would tell which answer came through it.
    used_on = models.DateField(null=True, editable=False)

    objects = InvitationQuerySet.as_manager()

    class Meta:
        verbose_name = _("invitation")
        verbose_name_plural = _("invitations")
        default_permissions = ()

    def __str__(self) -> str:
        """Its number."""
        return str(self.pk)

    @property
    def is_usable(self) -> bool:
        """Whether it is neither used nor expired."""
        return self.used_on is None and self.sheet.expires_at > timezone.now()
