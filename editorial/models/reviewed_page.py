"""How a page and its clinical reviews hang together."""

from datetime import datetime

from django.core.exceptions import ObjectDoesNotExist
from django.db import models
from wagtail.models import Page, Revision, TaskState

from .clinical_review import ClinicalReview
from .clinical_review_task import ClinicalReviewTaskState
from .small_correction import SmallCorrection


class ReviewedPage(models.Model):
    """Base of pages that clinicians review."""

    # The field of PublicationSettings that says how long a review of it counts.
    review_interval_setting = "review_months"
    # The fields of which a change says nothing of health, and keeps the review. What
    # Wagtail itself keeps of a page (address, menu) need not be named.
    not_clinical: tuple[str, ...] = ()

    # Set by the editor's form, for the version that is saved next.
    is_small_correction = False

    class Meta:
        abstract = True

    @property
    def latest_review(self) -> ClinicalReview | None:
        """The newest clinical review; no query if `newest_review` was read with it."""
        try:
            return self.newest_review
        except ObjectDoesNotExist:
            return None

    @property
    def edited_since_review(self) -> datetime | None:
        """When the page was last changed, if that was after its newest review."""
        review = self.latest_review
        if review is None or review.is_of_public_text(self):
            return None
        return self.last_published_at

    def save_revision(self, *args, **kwargs) -> Revision:
        """Save a version; note with it what was said of it, and who waits for it."""
        revision = super().save_revision(*args, **kwargs)
        self.note_small_correction(revision)
        # A reviewer is shown the version that would be published.
        waiting = ClinicalReviewTaskState.objects.for_instance(self).filter(
            status=TaskState.STATUS_IN_PROGRESS
        )
        TaskState.objects.filter(
            pk__in=list(waiting.values_list("pk", flat=True))
        ).update(revision=revision)
        return revision

    def note_small_correction(self, revision: Revision) -> None:
        """Keep the editor's word with this version; take back one that it had."""
        review = None
        if self.is_small_correction:
            public = Page.objects.filter(pk=self.pk, live=True).first()
            review = ClinicalReview.objects.filter(newest_for=self.pk).first()
            if public is None or (review and not review.is_of_public_text(public)):
                review = None
        self.is_small_correction = False
        if review:
            SmallCorrection.objects.update_or_create(
                revision=revision, defaults={"review": review}
            )
        else:
            # An autosave writes over the version before.
            SmallCorrection.objects.filter(revision=revision).delete()
