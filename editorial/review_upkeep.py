"""What becomes of a page's clinical reviews when the page is published."""

from typing import Any

from wagtail.log_actions import log
from wagtail.models import Revision, TaskState, WorkflowState

from editorial.clinic_time import clinic_day
from editorial.clinical_content import same_clinical_content
from editorial.models import ClinicalReview, ClinicalReviewTaskState, SmallCorrection

# What a page's history calls it.
SMALL_CORRECTION = "editorial.small_correction"


def record_sign_offs(page: Any, revision: Revision) -> None:
    """Make the records of what was signed off in a workflow that ended.

    Each is of the version that was read. If a later step, or the wait for a day,
    brought another text to the public, the page says “edited since”.
    """
    signed_off = ClinicalReviewTaskState.objects.for_instance(page).filter(
        status=TaskState.STATUS_APPROVED,
        workflow_state__status=WorkflowState.STATUS_APPROVED,
        review=None,
        # Nobody can vouch any more for somebody who was deleted meanwhile.
        reviewer__isnull=False,
    )
    for state in signed_off.select_related("reviewer", "revision").order_by("pk"):
        is_public = same_clinical_content(revision, state.revision)
        state.review = ClinicalReview.objects.create(
            page_id=page.pk,
            reviewer=state.reviewer,
            reviewed_on=clinic_day(state.finished_at),
            next_due=state.next_due,
            evidence_checked=True,
            revision=state.revision,
            public_revision=revision if is_public else state.revision,
            version_published_at=page.last_published_at if is_public else None,
        )
        state.save(update_fields=["review"])


def keep_review(page: Any, revision: Revision) -> None:
    """Bind the newest review to what is public now, if nothing about health changed.

    Either the content says so, or the editor did for this very version.
    """
    review = ClinicalReview.objects.filter(newest_for=page.pk).first()
    if review is None:
        return
    if not same_clinical_content(revision, review.revision, review.public_revision):
        if not SmallCorrection.objects.filter(
            revision=revision, review=review
        ).exists():
            return
        log(
            instance=page,
            action=SMALL_CORRECTION,
            user=revision.user,
            revision=revision,
        )
    review.public_revision = revision
    review.version_published_at = page.last_published_at
    review.save(update_fields=["public_revision", "version_published_at"])
