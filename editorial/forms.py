"""What the editor's forms ask of every page of the clinic."""

from typing import Any

from wagtail.admin.forms import WagtailAdminPageForm
from wagtail.admin.forms.pages import CopyForm

from editorial.reserved_addresses import reserved_slug_error


class ReservedSlugMixin:
    """Refuses a new page at an address that the website itself uses."""

    def clean(self) -> dict[str, Any]:
        """Ask for another slug. A page that has its place asks by itself."""
        cleaned_data = super().clean()
        if not self.instance.path:
            error = reserved_slug_error(cleaned_data.get("slug"), self.parent_page)
            if error:
                self.add_error("slug", error)
        return cleaned_data


class ClinicPageForm(ReservedSlugMixin, WagtailAdminPageForm):
    """The editor's form of a page."""


class ClinicCopyForm(CopyForm):
    """Where a copy of a page goes, and under which address."""

    def clean(self) -> dict[str, Any]:
        """Ask for another slug for the copy if the website itself uses it."""
        cleaned_data = super().clean()
        parent = cleaned_data.get("new_parent_page") or self.page.get_parent()
        error = reserved_slug_error(cleaned_data.get("new_slug"), parent)
        if error:
            self.add_error("new_slug", error)
        return cleaned_data
