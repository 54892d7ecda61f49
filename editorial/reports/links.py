"""The report “Links”: what on public pages leads nowhere."""

from typing import Any

import django_filters
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import ContentTypeFilter, WagtailFilterSet
from wagtail.admin.ui.tables import Column
from wagtail.models import Page, get_page_content_types
from wagtail.query import PageQuerySet

from editorial.links.broken import BrokenLink, Kind, broken_links

from .page_report import ClinicPageReportView, EditedPageColumn

# Whoever may make pages: editors and site managers, not reviewers.
ACTIONS = ["add"]


class LinksFilterSet(WagtailFilterSet):
    """Which links, and on which pages."""

    kind = django_filters.ChoiceFilter(
        label=_("Leads to"),
        choices=[
            (Kind.INTERNAL.value, _("A page of this website")),
            (Kind.EXTERNAL.value, _("Another website")),
        ],
        method="keep_all_pages",
    )
    content_type = ContentTypeFilter(
        label=_("Type of page"),
        queryset=lambda _request: get_page_content_types(include_base_page_type=False),
    )

    class Meta:
        model = Page
        fields = ["kind", "content_type"]

    def keep_all_pages(
        self, pages: PageQuerySet, _name: str, _value: str
    ) -> PageQuerySet:
        """The kind of a link says nothing about its page."""
        return pages


class LinksReportView(ClinicPageReportView):
    """Each broken link with its words, where it stands, and what to do."""

    page_title = _("Links")
    header_icon = "link"
    filterset_class = LinksFilterSet
    index_url_name = "editorial_links_report"
    index_results_url_name = "editorial_links_report_results"
    export_filename = "links"
    any_permission_required = ACTIONS
    no_results_message = _("No broken links were found.")
    columns = [
        EditedPageColumn("page", label=_("Page"), accessor="page.title", width="20%"),
        Column("words", label=_("Words of the link"), width="20%"),
        Column("place", label=_("Where on the page")),
        Column("target", label=_("Leads to")),
        Column("problem", label=_("What is wrong")),
        Column("advice", label=_("What to do")),
    ]
    list_export = [
        "page.title",
        "page.full_url",
        "words",
        "place",
        "target",
        "problem",
        "advice",
        "since",
    ]
    export_headings = {
        "page.title": _("Page"),
        "page.full_url": _("Address of the page"),
        "words": _("Words of the link"),
        "place": _("Where on the page"),
        "target": _("Leads to"),
        "problem": _("What is wrong"),
        "advice": _("What to do"),
        "since": _("Failing since"),
    }

    def get_filtered_queryset(self) -> list[BrokenLink]:
        """The broken links that pass the filters."""
        links = broken_links(self.filter_queryset(self.get_pages()))
        kind = self.chosen_kind()
        return [link for link in links if kind in ("", link.kind)]

    def chosen_kind(self) -> str:
        """The kind that the reader asks for; empty for all."""
        if self.filters and self.filters.is_valid():
            return self.filters.form.cleaned_data["kind"] or ""
        return ""

    def get_table_kwargs(self) -> dict[str, Any]:
        """As Wagtail has it; the order is the pages'."""
        return {**super().get_table_kwargs(), "ordering": None}
