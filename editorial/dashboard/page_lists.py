"""Public pages that wait for somebody: reviews that are due, and faults."""

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from editorial.attention import PageInNeed, pages_in_need
from editorial.clinic_time import clinic_today
from editorial.page_permissions import changeable_public_pages, may_any
from editorial.reports import attention, reviews
from editorial.review_state import ReviewState, with_review_state

from .panel import SHOWN, DashboardPanel, Found, Link, Row


class ReviewsDuePanel(DashboardPanel):
    """Pages whose clinical review is overdue, or due soon."""

    name = "reviews_due"
    order = 120
    heading = _("Clinical reviews that are due")
    title_heading = _("Page")
    notes_heading = _("Review")
    when_heading = _("Due")
    nothing = _("No review is overdue or due in the next 60 days.")

    def is_shown(self) -> bool:
        """To those who may open the report."""
        return may_any(self.user, *reviews.ACTIONS)

    def find(self) -> Found:
        """The pages, the most overdue first."""
        pages = with_review_state(changeable_public_pages(self.user), clinic_today())
        due = pages.filter(review_state__in=[ReviewState.OVERDUE, ReviewState.DUE])
        first = due.order_by("newest_review__next_due", "title", "pk")[:SHOWN]
        return Found([self.row(page) for page in first], due.count())

    def row(self, page: Page) -> Row:
        """One page with its day."""
        return Row(
            title=page.title,
            url=reverse("wagtailadmin_pages:edit", args=[page.pk]),
            notes=[reviews.state_label(page)],
            day=date_format(page.newest_review.next_due, "j F Y"),
        )

    def foot(self, more: int) -> Link:
        """To the report."""
        return Link(
            _("How all pages stand with their review"),
            reverse("editorial_reviews_report"),
        )


class AttentionPanel(DashboardPanel):
    """Pages with faults that patients meet, each with all of its faults."""

    name = "needs_attention"
    order = 130
    heading = _("Pages that need attention")
    title_heading = _("Page")
    notes_heading = _("Why")
    nothing = _(
        "All is well: no broken link, no picture without alternative text, no page "
        "that is hard to read or was never reviewed."
    )

    def is_shown(self) -> bool:
        """To those who may open the report."""
        return may_any(self.user, *attention.ACTIONS)

    def find(self) -> Found:
        """The pages, the most pressing first."""
        found = pages_in_need(changeable_public_pages(self.user))
        return Found([self.row(each) for each in found[:SHOWN]], len(found))

    def row(self, in_need: PageInNeed) -> Row:
        """One page with its reasons."""
        return Row(
            title=in_need.page.title,
            url=reverse("wagtailadmin_pages:edit", args=[in_need.page.pk]),
            notes=in_need.reasons.values(),
        )

    def foot(self, more: int) -> Link:
        """To the report."""
        return Link(
            _("All pages that need attention"), reverse("editorial_attention_report")
        )
