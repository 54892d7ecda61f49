"""The part of a group's editing screen that gives permissions for single forms."""

from collections.abc import Iterable
from typing import NamedTuple
from uuid import UUID

from django import forms
from django.contrib.auth.models import Group, Permission
from django.db import transaction
from django.template.loader import render_to_string
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from submissions.models import FormGrant
from submissions.permissions import ANSWER, ERASE, EXPORT, EXPORT_IDENTITY, VIEW

from .known_forms import forms_by_key

# By codename: the heading of the column, and what it lets people do.
GIVEN_BY_FORM = {
    VIEW: (_("Read"), _("Read what was sent")),
    ANSWER: (_("Answer"), _("Answer, change the state, write notes")),
    EXPORT: (_("Export"), _("Export without identity")),
    EXPORT_IDENTITY: (_("Identity"), _("Export with names and addresses")),
    ERASE: (_("Erase"), _("Erase for good")),
}


class Row(NamedTuple):
    """A form's title, and a box to tick for each permission."""

    title: str
    boxes: list[forms.BoundField]


class FormGrantsPanel(forms.Form):
    """One row for each form, one box for each permission on what came by it.

    Wagtail makes it with the group as `instance`, asks whether it is valid, and saves
    it after the group.
    """

    def __init__(self, data=None, files=None, instance: Group | None = None):
        super().__init__(data, files, prefix="form_grants")
        self.group = instance or Group()
        self.titles = forms_by_key()
        given = self.given()
        for key in self.titles:
            for codename, (_heading, words) in GIVEN_BY_FORM.items():
                self.fields[self.name_of(key, codename)] = forms.BooleanField(
                    label=words, required=False, initial=(key, codename) in given
                )

    @staticmethod
    def name_of(key: UUID, codename: str) -> str:
        """The name of the box for this permission on this form."""
        return f"{key}:{codename}"

    def given(self) -> set[tuple[UUID, str]]:
        """Form and permission of each grant that the group has."""
        if not self.group.pk:
            return set()
        grants = FormGrant.objects.filter(group=self.group)
        return set(grants.values_list("form_key", "permission__codename"))

    @cached_property
    def permissions(self) -> dict[str, Permission]:
        """The permissions that can be given, by codename."""
        found = Permission.objects.filter(
            content_type__app_label="submissions", codename__in=GIVEN_BY_FORM
        )
        return {permission.codename: permission for permission in found}

    @property
    def headings(self) -> Iterable[tuple[str, str]]:
        """The heading of each column, and what it stands for."""
        return GIVEN_BY_FORM.values()

    @property
    def rows(self) -> list[Row]:
        """The forms with their boxes."""
        return [
            Row(title, [self[self.name_of(key, each)] for each in GIVEN_BY_FORM])
            for key, title in self.titles.items()
        ]

    def save(self) -> None:
        """Give what was ticked, and take back what was not."""
        wanted = {
            (key, codename)
            for key in self.titles
            for codename in GIVEN_BY_FORM
            if self.cleaned_data[self.name_of(key, codename)]
        }
        given = self.given()
        with transaction.atomic():
            for key, codename in given - wanted:
                FormGrant.objects.filter(
                    group=self.group, form_key=key, permission__codename=codename
                ).delete()
            FormGrant.objects.bulk_create(
                FormGrant(
                    group=self.group,
                    form_key=key,
                    permission=self.permissions[codename],
                )
                for key, codename in wanted - given
            )

    def as_admin_panel(self) -> str:
        """The table, as part of the group's screen."""
        return render_to_string("desk/form_grants.html", {"grants": self})
