"""What the reports about pages share: whose pages, and safe files."""

from typing import Any

from django.urls import reverse
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.tables import TitleColumn
from wagtail.admin.views.reports import PageReportView
from wagtail.models import Page
from wagtail.query import PageQuerySet

from editorial.page_permissions import changeable_public_pages, may_any
from editorial.spreadsheet_text import formula_safe


class ClinicPageReportView(PageReportView):
    """A report about live pages that the reader may change; an alias is no page here.

    It is shown as a table of `columns`, and exported as CSV that runs no formulas.
    """

    results_template_name = "wagtailadmin/reports/base_report_results.html"

    def get_pages(self) -> PageQuerySet:
        """The live pages that the reader may change."""
        return changeable_public_pages(self.request.user)

    def preprocess_field_value(self, field: str, value: Any, export_format: str) -> Any:
        """The value of a cell. CSV has no types: what begins a formula is quoted."""
        value = super().preprocess_field_value(field, value, export_format)
        if export_format == self.FORMAT_CSV and isinstance(value, str):
            return formula_safe(value)
        return value


class PageReportMenuItem(MenuItem):
    """An entry under Reports, for those who may do one of `actions` with pages."""

    def __init__(self, label: str, url_name: str, actions: list[str], **kwargs) -> None:
        super().__init__(label, reverse(url_name), **kwargs)
        self.actions = actions

    def is_shown(self, request) -> bool:
        """Whether this reader may open the report."""
        return may_any(request.user, *self.actions)


class EditedPageColumn(TitleColumn):
    """The title of a page, which leads to where it is edited."""

    def get_link_url(self, instance: Any, parent_context: dict) -> str:
        """The address of the page's form."""
        page = instance if isinstance(instance, Page) else instance.page
        return reverse("wagtailadmin_pages:edit", args=[page.pk])
