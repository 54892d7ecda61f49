"""What is kept right, however records and pages come and go."""

from django.db import transaction
from django.db.models.signals import post_delete, post_save, pre_save
from django.dispatch import receiver
from wagtail.admin.mail import GroupApprovalTaskStateSubmissionEmailNotifier
from wagtail.models import Page, Revision
from wagtail.signals import page_published, task_submitted

from .content_audit import audit_once_published
from .models import ClinicalReview, ClinicalReviewTaskState
from .publication import stop_unless_publishable
from .review_upkeep import keep_review, record_sign_offs


@receiver([post_save, post_delete], sender=ClinicalReview)
def keep_newest_review(instance: ClinicalReview, raw: bool = False, **_) -> None:
    """Mark the newest review of the page, and no other."""
    # A fixture brings the mark with it; of a page that is gone there is none.
    if raw or instance.page_id is None:
        return
    reviews = ClinicalReview.objects.filter(page_id=instance.page_id)
    with transaction.atomic():
        # One record after the other, where a database has many writers.
        Page.objects.select_for_update().filter(pk=instance.page_id).first()
        newest = reviews.values_list("pk", flat=True).first()
        reviews.exclude(pk=newest).update(newest_for=None)
        reviews.filter(pk=newest).update(newest_for=instance.page_id)


@receiver(page_published)
def keep_reviews_true(instance: Page, revision: Revision | None, **_) -> None:
    """Record what was signed off, and see what the newest review still holds for.

    An alias has no versions, and no reviews. Wagtail tells also of a page that only
    got a day for its publication.
    """
    if revision is None or instance.alias_of_id or not instance.live:
        return
    with transaction.atomic():
        record_sign_offs(instance, revision)
        keep_review(instance, revision)


@receiver(task_submitted, sender=ClinicalReviewTaskState)
def tell_reviewers(instance: ClinicalReviewTaskState, user=None, **_) -> None:
    """Mail the groups that a page waits. Wagtail does so for its own tasks only.

    Once it is sure that the page waits; a mail server that fails stops nobody.
    """
    notifier = GroupApprovalTaskStateSubmissionEmailNotifier()
    transaction.on_commit(lambda: notifier(instance=instance, user=user), robust=True)


@receiver(pre_save, sender=Page)
def hold_the_door(instance: Page, raw: bool = False, **_) -> None:
    """Ask also a page that is saved without its own type's fields.

    Raises PublicationStoppedError if that would make it public.
    """
    if raw or not instance.live or not instance.pk:
        return
    if not Page.objects.filter(pk=instance.pk, live=True).exists():
        stop_unless_publishable(instance.specific)


@receiver(page_published)
def audit_published_page(instance: Page, **_) -> None:
    """Read the page as it is public from now on."""
    audit_once_published(instance)
