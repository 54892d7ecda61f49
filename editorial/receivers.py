"""Which review of a page is its newest: kept right, however reviews come and go."""

from django.db import transaction
from django.db.models.signals import post_delete, post_save
from django.dispatch import receiver
from wagtail.models import Page

from .models import ClinicalReview


@receiver([post_save, post_delete], sender=ClinicalReview)
def keep_newest_review(instance: ClinicalReview, raw: bool = False, **_) -> None:
    """Mark the newest review of the page, and no other."""
    if raw:  # A fixture brings the mark with it.
        return
    reviews = ClinicalReview.objects.filter(page_id=instance.page_id)
    with transaction.atomic():
        # One record after the other, where a database has many writers.
        Page.objects.select_for_update().filter(pk=instance.page_id).first()
        newest = reviews.values_list("pk", flat=True).first()
        reviews.exclude(pk=newest).update(newest_for=None)
        reviews.filter(pk=newest).update(newest_for=instance.page_id)
