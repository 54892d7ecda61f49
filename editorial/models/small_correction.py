"""An editor's word that a version changes nothing about health."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import Revision

from .clinical_review import ClinicalReview


class SmallCorrection(models.Model):
    """The word, bound to the version with which it was given, and to no other.

    Compared with the public page, which was as reviewed then.
    """

    revision = models.OneToOneField(
        Revision,
        on_delete=models.CASCADE,
        related_name="small_correction",
        verbose_name=_("revision"),
    )
    review = models.ForeignKey(
        ClinicalReview,
        on_delete=models.CASCADE,
        related_name="+",
        verbose_name=_("clinical review"),
    )

    class Meta:
        verbose_name = _("small correction")

    def __str__(self) -> str:
        return str(self.review)
