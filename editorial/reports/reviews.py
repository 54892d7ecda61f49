"""The report “Clinical reviews”: how every public page stands with its review."""

from datetime import date
from typing import Any

import django_filters
from django.db.models import F
from django.utils.formats import date_format
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import (
    ContentTypeFilter,
    DateRangePickerWidget,
    WagtailFilterSet,
)
from wagtail.admin.ui.tables import Column
from wagtail.models import Page, get_page_content_types
from wagtail.query import PageQuerySet

from editorial.clinic_time import clinic_day, clinic_today
from editorial.models import ClinicalReview
from editorial.review_state import ReviewState, with_review_state

from .page_report import ClinicPageReportView, EditedPageColumn

# Editors, reviewers and site managers.
ACTIONS = ["add", "change", "publish"]


class ReviewsFilterSet(WagtailFilterSet):
    """Which pages of the report."""

    review_state = django_filters.ChoiceFilter(
        label=_("Review"), choices=ReviewState.choices, method="in_state"
    )
    newest_review__next_due = django_filters.DateFromToRangeFilter(
        label=_("Next review due"), widget=DateRangePickerWidget
    )
    content_type = ContentTypeFilter(
        label=_("Type of page"),
        queryset=lambda _request: get_page_content_types(include_base_page_type=False),
    )

    class Meta:
        model = Page
        fields = ["review_state", "newest_review__next_due", "content_type"]

    def in_state(self, pages: PageQuerySet, _name: str, state: str) -> PageQuerySet:
        """The pages in this state; also those edited since whose review is due."""
        if state == ReviewState.EDITED:
            return pages.filter(is_edited_since=True)
        return pages.filter(review_state=state)


def newest_review(page: Page) -> ClinicalReview | None:
    """The page's newest review, read with it."""
    return getattr(page, "newest_review", None)


def state_label(page: Page) -> str:
    """The state in words; both, if the page was edited and its review is due."""
    label = str(ReviewState(page.review_state).label)
    if page.is_edited_since and page.review_state != ReviewState.EDITED:
        words = {"state": label, "edited": ReviewState.EDITED.label}
        return _now("%(state)s. %(edited)s") % words
    return label


def owner_name(page: Page) -> str:
    """Who looks after the page, in the admin."""
    if page.owner is None:
        return ""
    return page.owner.get_full_name() or page.owner.get_username()


def reviewer_name(page: Page) -> str:
    """Who reviewed the page, as recorded then."""
    review = newest_review(page)
    return review.reviewer_name if review else ""


def due_day(page: Page) -> date | None:
    """When the next review is due."""
    review = newest_review(page)
    return review.next_due if review else None


def reviewed_day(page: Page) -> date | None:
    """When the page was reviewed."""
    review = newest_review(page)
    return review.reviewed_on if review else None


def published_day(page: Page) -> date | None:
    """When the public text was last changed, at the clinic."""
    return clinic_day(page.last_published_at) if page.last_published_at else None


class DayColumn(Column):
    """A day in words: "3 May 2026"."""

    def get_value(self, instance: Page) -> str:
        """The day, or nothing."""
        day = super().get_value(instance)
        return date_format(day, "j F Y") if day else ""


class ReviewsReportView(ClinicPageReportView):
    """Every public page with its review: state, people, and when it is due."""

    page_title = _("Clinical reviews")
    header_icon = "clipboard-list"
    filterset_class = ReviewsFilterSet
    index_url_name = "editorial_reviews_report"
    index_results_url_name = "editorial_reviews_report_results"
    export_filename = "clinical-reviews"
    any_permission_required = ACTIONS
    # Those never reviewed have no day; they come last.
    default_ordering = "newest_review__next_due"
    no_results_message = _("No pages match. Choose other filters.")
    columns = [
        EditedPageColumn("title", label=_("Page"), sort_key="title", width="30%"),
        Column("review_state", label=_("Review"), accessor=state_label),
        Column(
            "owner",
            label=_("Owner"),
            accessor=owner_name,
            sort_key="owner__last_name",
        ),
        Column(
            "reviewer",
            label=_("Reviewer"),
            accessor=reviewer_name,
            sort_key="newest_review__reviewer_name",
        ),
        DayColumn(
            "reviewed_on",
            label=_("Reviewed on"),
            accessor=reviewed_day,
            sort_key="newest_review__reviewed_on",
        ),
        DayColumn(
            "next_due",
            label=_("Next review due"),
            accessor=due_day,
            sort_key="newest_review__next_due",
        ),
        DayColumn(
            "changed_on",
            label=_("Last published"),
            accessor=published_day,
            sort_key="last_published_at",
        ),
    ]
    list_export = [
        "title",
        "full_url",
        "review_state",
        "owner",
        "reviewer",
        "reviewed_on",
        "next_due",
        "changed_on",
    ]
    export_headings = {
        "title": _("Page"),
        "full_url": _("Address of the page"),
        "review_state": _("Review"),
        "owner": _("Owner"),
        "reviewer": _("Reviewer"),
        "reviewed_on": _("Reviewed on"),
        "next_due": _("Next review due"),
        "changed_on": _("Last published"),
    }

    def get_base_queryset(self) -> PageQuerySet:
        """The pages with how they stand."""
        return with_review_state(self.get_pages(), clinic_today())

    def order_queryset(self, queryset: PageQuerySet) -> PageQuerySet:
        """As asked for; pages without the value last, and always in one order."""
        column = self.ordering.removeprefix("-")
        by = F(column)
        by = (
            by.desc(nulls_last=True)
            if self.ordering.startswith("-")
            else by.asc(nulls_last=True)
        )
        return queryset.order_by(by, "title", "pk")

    def get_filtered_queryset(self) -> PageQuerySet:
        """The pages that pass the filters, which `get_queryset` has applied."""
        return self.get_queryset()

    def to_row_dict(self, item: Page) -> dict[str, Any]:
        """The cells of an exported row."""
        return {
            "title": item.title,
            "full_url": item.full_url,
            "review_state": state_label(item),
            "owner": owner_name(item),
            "reviewer": reviewer_name(item),
            "reviewed_on": reviewed_day(item),
            "next_due": due_day(item),
            "changed_on": published_day(item),
        }
