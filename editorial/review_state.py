"""How a page stands with its clinical review."""

from datetime import date, timedelta

from django.db.models import (
    BooleanField,
    Case,
    CharField,
    F,
    Q,
    TextChoices,
    Value,
    When,
)
from django.utils.translation import gettext_lazy as _
from wagtail.query import PageQuerySet

# A reviewer needs time to read, and an author to change what must be.
DAYS_AHEAD = 60


class ReviewState(TextChoices):
    """What is to be done about a page's review, the most pressing first."""

    OVERDUE = "overdue", _("Overdue")
    DUE = "due", _("Due in the next 60 days")
    EDITED = "edited", _("Edited since the review")
    NEVER = "never", _("Never reviewed")
    REVIEWED = "reviewed", _("Reviewed")


def overdue(today: date) -> Q:
    """The pages whose next review should have been before today."""
    return Q(newest_review__next_due__lt=today)


def due_soon(today: date) -> Q:
    """The pages whose next review is due from today on, within DAYS_AHEAD."""
    days = (today, today + timedelta(days=DAYS_AHEAD))
    return Q(newest_review__next_due__range=days)


def edited_since() -> Q:
    """The pages of which something about health was changed since the review.

    As ClinicalReview.is_of_public_text has it for one page.
    """
    revision = "newest_review__public_revision"
    other_revision = Q(
        ~Q(live_revision=F(revision)) | Q(live_revision=None),
        (f"{revision}__isnull", False),
    )
    published = "newest_review__version_published_at"
    other_text = ~Q(last_published_at=F(published)) & ~Q(
        (f"{published}__isnull", True), last_published_at=None
    )
    return Q(newest_review__isnull=False) & (
        other_revision | (Q((f"{revision}__isnull", True)) & other_text)
    )


def with_review_state(pages: PageQuerySet, today: date) -> PageQuerySet:
    """The pages with `review_state` and `is_edited_since`, and their newest review."""
    return pages.select_related("newest_review", "owner").annotate(
        is_edited_since=Case(
            When(edited_since(), then=Value(True)),
            default=Value(False),
            output_field=BooleanField(),
        ),
        review_state=Case(
            When(newest_review=None, then=Value(ReviewState.NEVER.value)),
            When(overdue(today), then=Value(ReviewState.OVERDUE.value)),
            When(due_soon(today), then=Value(ReviewState.DUE.value)),
            When(is_edited_since=True, then=Value(ReviewState.EDITED.value)),
            default=Value(ReviewState.REVIEWED.value),
            output_field=CharField(),
        ),
    )
