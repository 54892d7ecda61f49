"""What the editor's forms ask of every page of the clinic."""

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from wagtail.admin.forms import WagtailAdminPageForm
from wagtail.admin.forms.pages import CopyForm
from wagtail.blocks.base import BlockField

from editorial.packed_blocks import PackedBlockWidget
from editorial.publication import find
from editorial.publication.form import PublicationFormMixin
from editorial.publication.wording import joined
from editorial.reserved_addresses import reserved_slug_error
from editorial.sign_off.page_form import ReviewFormMixin


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


class ClinicPageForm(
    PublicationFormMixin, ReviewFormMixin, ReservedSlugMixin, WagtailAdminPageForm
):
    """The editor's form of a page."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            if isinstance(field, BlockField):
                field.widget = PackedBlockWidget(field.block)


class ClinicCopyForm(CopyForm):
    """Where a copy of a page goes, and under which address."""

    def clean(self) -> dict[str, Any]:
        """Ask for another slug for the copy if the website itself uses it."""
        cleaned_data = super().clean()
        parent = cleaned_data.get("new_parent_page") or self.page.get_parent()
        error = reserved_slug_error(cleaned_data.get("new_slug"), parent)
        if error:
            self.add_error("new_slug", error)
        # An alias is the same page once more, and was asked as that.
        if cleaned_data.get("publish_copies") and not cleaned_data.get("alias"):
            self.refuse_to_publish(cleaned_data.get("copy_subpages"))
        return cleaned_data

    def refuse_to_publish(self, with_subpages: bool | None) -> None:
        """Name the pages whose copies could not be published."""
        pages = self.page.get_descendants(inclusive=True).live()
        if not with_subpages:
            pages = pages.filter(pk=self.page.pk)
        for page in pages.specific().iterator():
            problems = find(page).stopping
            if problems:
                message = _(
                    "The copy of “%(title)s” cannot be published. %(problems)s Copy "
                    "without publishing, and complete the copy."
                ) % {"title": page.title, "problems": joined(problems)}
                self.add_error("publish_copies", ValidationError(message))
