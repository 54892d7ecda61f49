"""A clinician's word that a published page is right."""

from datetime import date

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.models import Page, Revision

from editorial.clinic_time import clinic_day, clinic_today
from editorial.clinical_content import writer_id
from editorial.review_interval import months_after, next_review_due
from editorial.sign_off.record_form import ReviewForm
from editorial.sign_off.refusals import NOT_REGISTERED

from .clinician import Clinician
from .register import Registered


def next_due_date() -> date:
    """Three years from today. A migration names it; next_review_due takes its place."""
    return months_after(clinic_today(), 36)


class ClinicalReview(Registered):
    """That a clinician has read a page as it was published, and checked its evidence.

    It is bound to the revision that was read, which is the page's live one if nobody
    says otherwise, and keeps who the reviewer was on that day, and which page it was.
    Only the date of the next review may change later. `public_revision` is what it
    holds for: it moves along when the page is published and nothing about health
    changed.
    """

    FIXED_FIELDS = ("page_id", "reviewer_id", "reviewed_on", "evidence_checked")

    # None once the page was deleted: then its title and address alone tell of it.
    page = models.ForeignKey(
        Page,
        null=True,
        on_delete=models.SET_NULL,
        related_name="clinical_reviews",
        verbose_name=_("page"),
        help_text=_("The page that was read, as it is public now."),
    )
    page_title = models.CharField(
        _("page title"), max_length=255, default="", editable=False
    )
    page_address = models.TextField(_("page address"), default="", editable=False)
    # Set for a page's newest review only, so that the page can be read with it in
    # one query. Kept by editorial.receivers.
    newest_for = models.OneToOneField(
        Page,
        null=True,
        blank=True,
        editable=False,
        on_delete=models.SET_NULL,
        related_name="newest_review",
    )
    revision = models.ForeignKey(
        Revision,
        null=True,
        blank=True,
        editable=False,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("revision"),
    )
    public_revision = models.ForeignKey(
        Revision,
        null=True,
        blank=True,
        editable=False,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("newest revision it holds for"),
    )
    # Tells of edits too when that revision is gone.
    version_published_at = models.DateTimeField(
        _("text published on"), null=True, blank=True, editable=False
    )
    reviewer = models.ForeignKey(
        Clinician,
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("reviewer"),
        help_text=_(
            "You, who read the page. Shown at the end of the page with the "
            "registration."
        ),
    )
    reviewer_name = models.CharField(_("name"), max_length=120, editable=False)
    reviewer_role = models.CharField(_("role"), max_length=120, editable=False)
    reviewed_on = models.DateField(
        _("reviewed on"),
        default=clinic_today,
        help_text=_("The day on which the whole page was read. Shown on the page."),
    )
    next_due = models.DateField(
        _("next review due"),
        blank=True,
        help_text=_(
            "Leave it empty for the usual time, which site managers choose under "
            "Settings → Publication settings. Choose an earlier day if the evidence is "
            "changing."
        ),
    )
    evidence_checked = models.BooleanField(
        _("evidence checked"),
        default=False,
        help_text=_("The sources were read and are still right, and the links work."),
    )

    base_form_class = ReviewForm
    panels = [
        FieldPanel("page"),
        FieldPanel("reviewer"),
        MultiFieldPanel(
            [FieldPanel("reviewed_on"), FieldPanel("next_due")], heading=_("Dates")
        ),
        FieldPanel("evidence_checked"),
    ]

    class Meta:
        verbose_name = _("clinical review")
        ordering = ["-reviewed_on", "-pk"]

    def __str__(self) -> str:
        return _("Review of “%(page)s” on %(day)s") % {
            "page": self.page_title,
            "day": date_format(self.reviewed_on, "j F Y"),
        }

    def clean(self) -> None:
        """Hold the record to what can be true. Raises ValidationError."""
        super().clean()
        self.set_next_due()
        errors = self.dates_errors()
        if not self.evidence_checked:
            errors["evidence_checked"] = _(
                "Check the evidence first: a review without it cannot be recorded."
            )
        # Without a page or a reviewer the form has said so already.
        if self._state.adding and self.page_id:
            errors |= self.page_errors()
        elif not self._state.adding and self.fixed_fields_changed():
            raise ValidationError(
                _(
                    "Only the date of the next review can be changed. If the page was "
                    "read again, record a new review."
                )
            )
        if errors:
            raise ValidationError(errors)

    def dates_errors(self) -> dict:
        """What is wrong with the dates, by field."""
        if not (self.reviewed_on and self.next_due):
            return {}
        errors = {}
        if self.reviewed_on > clinic_today():
            errors["reviewed_on"] = _("This day has not come yet.")
        if self.next_due <= self.reviewed_on:
            errors["next_due"] = _("The next review must be after this one.")
        return errors

    def page_errors(self) -> dict:
        """Why the page cannot have been reviewed so, by field."""
        errors = {}
        page = self.page.specific
        published_at = page.last_published_at
        if not page.live:
            errors["page"] = _("This page is not public. Publish it, then record this.")
        elif self.reviewed_on and published_at:
            published_on = clinic_day(published_at)
            if published_on > self.reviewed_on:
                errors["reviewed_on"] = _(
                    "The page was changed after that, on %(day)s. It must be read as "
                    "it is now."
                ) % {"day": date_format(published_on, "j F Y")}
        if self.reviewer_id and not self.reviewer.register:
            errors["reviewer"] = NOT_REGISTERED
        # Not every page has an author.
        if self.reviewer_id and self.reviewer_id == getattr(page, "author_id", None):
            errors["reviewer"] = _(
                "This person wrote the page. Somebody else must review it."
            )
        elif self.reviewer_id and self.reviewer.user_id in (
            {writer_id(page, page.live_revision)} - {None}
        ):
            errors["reviewer"] = _(
                "This person wrote what the page says now. Someone else must review it."
            )
        return errors

    def set_next_due(self) -> None:
        """The usual time after the review, if no day was chosen."""
        if not self.next_due and self.page_id and self.reviewed_on:
            self.next_due = next_review_due(self.page, self.reviewed_on)

    def fixed_fields_changed(self) -> bool:
        """Whether anything but the next date differs from what was recorded."""
        recorded = type(self).objects.filter(pk=self.pk).values(*self.FIXED_FIELDS)
        now = {name: getattr(self, name) for name in self.FIXED_FIELDS}
        return list(recorded) != [now]

    def save(self, *args, **kwargs) -> None:
        """Save; a new record is bound to the page and the reviewer as they are now."""
        self.set_next_due()
        if self._state.adding:
            page = Page.objects.get(pk=self.page_id)
            if self.revision_id is None:
                self.bind_to(page)
            self.page_title = page.title
            self.page_address = page.full_url or ""
            self.reviewer_name = self.reviewer.name
            self.reviewer_role = self.reviewer.role
            for field in Registered._meta.fields:
                setattr(self, field.name, getattr(self.reviewer, field.name))
        super().save(*args, **kwargs)

    def bind_to(self, page: Page) -> None:
        """Say that it is of what is public now."""
        self.revision_id = self.public_revision_id = page.live_revision_id
        self.version_published_at = page.last_published_at

    def is_of_public_text(self, page: Page) -> bool:
        """Whether `page` says of health what was reviewed."""
        if self.public_revision_id is not None:
            return self.public_revision_id == page.live_revision_id
        return self.version_published_at == page.last_published_at
