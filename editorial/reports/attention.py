"""The report “Needs attention”: public pages that an editor should look at."""

from typing import Any

import django_filters
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import ContentTypeFilter, WagtailFilterSet
from wagtail.admin.ui.tables import Column
from wagtail.models import Page, get_page_content_types
from wagtail.query import PageQuerySet

from editorial.attention import KIND_LABELS, PageInNeed, pages_in_need

from .page_report import ClinicPageReportView, EditedPageColumn

# Editors, reviewers and site managers.
ACTIONS = ["add", "change", "publish"]


class AttentionFilterSet(WagtailFilterSet):
    """What for, and which pages."""

    reason = django_filters.ChoiceFilter(
        label=_("Reason"),
        choices=[(kind.value, label) for kind, label in KIND_LABELS.items()],
        method="keep_all_pages",
    )
    content_type = ContentTypeFilter(
        label=_("Type of page"),
        queryset=lambda _request: get_page_content_types(include_base_page_type=False),
    )

    class Meta:
        model = Page
        fields = ["reason", "content_type"]

    def keep_all_pages(
        self, pages: PageQuerySet, _name: str, _value: str
    ) -> PageQuerySet:
        """The reasons are known only when the pages have been read."""
        return pages


def reasons_text(item: PageInNeed) -> str:
    """All reasons in one line."""
    return "; ".join(item.reasons.values())


class AttentionReportView(ClinicPageReportView):
    """Each page that needs attention, with its reasons."""

    page_title = _("Needs attention")
    header_icon = "warning"
    filterset_class = AttentionFilterSet
    index_url_name = "editorial_attention_report"
    index_results_url_name = "editorial_attention_report_results"
    export_filename = "needs-attention"
    any_permission_required = ACTIONS
    no_results_message = _("No page needs attention.")
    columns = [
        EditedPageColumn("page", label=_("Page"), accessor="page.title", width="40%"),
        Column("reasons", label=_("Reasons"), accessor=reasons_text),
    ]
    list_export = ["title", "full_url", "reasons"]
    export_headings = {
        "title": _("Page"),
        "full_url": _("Address of the page"),
        "reasons": _("Reasons"),
    }

    def get_filtered_queryset(self) -> list[PageInNeed]:
        """The pages that pass the filters."""
        found = pages_in_need(self.filter_queryset(self.get_pages()))
        reason = self.chosen_reason()
        return [each for each in found if not reason or reason in each.reasons]

    def chosen_reason(self) -> str:
        """The reason that the reader asks for; empty for all."""
        if self.filters and self.filters.is_valid():
            return self.filters.form.cleaned_data["reason"] or ""
        return ""

    def get_table_kwargs(self) -> dict[str, Any]:
        """As Wagtail has it; the order is by how pressing the reasons are."""
        return {**super().get_table_kwargs(), "ordering": None}

    def to_row_dict(self, item: PageInNeed) -> dict[str, Any]:
        """The cells of an exported row."""
        return {
            "title": item.page.title,
            "full_url": item.page.full_url,
            "reasons": reasons_text(item),
        }
