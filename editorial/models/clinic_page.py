"""What all pages of the clinic have in common."""

from datetime import datetime

from django.core.exceptions import ObjectDoesNotExist
from django.db import models
from wagtail.models import Page, PageViewRestriction

from assets.page_pictures import read_pictures

from .clinical_review import ClinicalReview
from .visibility import restrictions_at


class ClinicPage(Page):
    """Base of every page type."""

    # What a page is always shown with: read in the same query when it is served.
    select_related: tuple[str, ...] = ()
    # The names of the sizes at which a field's picture is shown (assets.picture_sizes).
    # Pictures in streams, and in fields not named here, are shown as running text.
    picture_sizes: dict[str, tuple[str, ...]] = {}

    # Known from the query that read the page to serve it; None if not asked there.
    is_restricted: bool | None = None

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

    def get_context(self, request, *args, **kwargs) -> dict:
        """The template's context, with the page's pictures read in few queries."""
        read_pictures(self)
        return super().get_context(request, *args, **kwargs)

    def get_view_restrictions(self) -> models.QuerySet:
        """The restrictions of this page and those above it.

        One query in place of Wagtail's two, and none for a page that is known to be
        for everybody.
        """
        if self.is_restricted is False:
            return PageViewRestriction.objects.none()
        return restrictions_at(self.path)
