"""The versions of privacy notices and consents, numbered by themselves."""

import hashlib

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from editorial.clinic_time import clinic_today


class NoticeVersion(models.Model):
    """One wording of a notice: of a form's privacy notice if `question_name` is
    empty, else of that question's consent. Stays when the form goes."""

    page = models.ForeignKey(
        Page,
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("form"),
    )
    question_name = models.CharField(_("question"), max_length=255, blank=True)
    version = models.CharField(_("version"), max_length=20)
    text = models.TextField(_("text"))
    digest = models.CharField(max_length=64)
    created_at = models.DateTimeField(_("first used"), auto_now_add=True)

    class Meta:
        verbose_name = _("version of a notice")
        verbose_name_plural = _("versions of notices")
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(
                fields=["page", "question_name", "digest"], name="one_version_a_text"
            )
        ]

    def __str__(self) -> str:
        """The version."""
        return self.version


def find_version(page: Page, text: str, question_name: str = "") -> str:
    """The version of this plain text; empty if there is no text.

    A wording that was never used before becomes a new version, named by the clinic's
    day: 2026-05-03, then 2026-05-03.2. One that comes back has its old version.
    """
    if not text:
        return ""
    versions = NoticeVersion.objects.filter(page=page, question_name=question_name)
    digest = hashlib.sha256(text.encode()).hexdigest()
    known = versions.filter(digest=digest).first()
    if known is None:
        today = f"{clinic_today():%Y-%m-%d}"
        earlier = versions.filter(version__startswith=today).count()
        known, _created = versions.get_or_create(
            page=page,
            question_name=question_name,
            digest=digest,
            defaults={
                "text": text,
                "version": f"{today}.{earlier + 1}" if earlier else today,
            },
        )
    return known.version
