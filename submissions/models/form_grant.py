"""What a group of staff may do with what came by one form."""

from django.contrib.auth.models import Group, Permission
from django.db import models
from django.utils.translation import gettext_lazy as _


class FormGrant(models.Model):
    """A permission on submissions, given to a group for one form.

    The same permission given to the group itself holds for all forms. `form_key` is
    that of the form and its submissions, and outlives the form.
    """

    group = models.ForeignKey(
        Group, on_delete=models.CASCADE, related_name="form_grants"
    )
    form_key = models.UUIDField(db_index=True)
    permission = models.ForeignKey(
        Permission, on_delete=models.CASCADE, related_name="+"
    )

    class Meta:
        verbose_name = _("permission for a form")
        verbose_name_plural = _("permissions for forms")
        # Who may change groups may change these.
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(
                fields=["group", "form_key", "permission"], name="one_form_grant"
            )
        ]

    def __str__(self) -> str:
        """The permission, and which group has it."""
        return f"{self.group}: {self.permission.codename}"
