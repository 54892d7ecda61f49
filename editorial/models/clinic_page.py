"""What all pages of the clinic have in common."""

from django.db import models
from wagtail.models import Page, PageViewRestriction


class ClinicPage(Page):
    """Base of every page type."""

    # What a page is always shown with: read in the same query when it is served.
    select_related: tuple[str, ...] = ()

    class Meta:
        abstract = True

    def get_view_restrictions(self) -> models.QuerySet:
        """The restrictions of this page and those above it, in one query, not two.

        As Wagtail has it, an alias has the restrictions of the page it stands for.
        """
        paths = [
            self.path[:length]
            for length in range(self.steplen, len(self.path) + 1, self.steplen)
        ]
        return PageViewRestriction.objects.filter(
            models.Q(page__path__in=paths)
            | models.Q(page__aliases__path__in=paths)
            | models.Q(page__aliases__aliases__path__in=paths)
        ).distinct()
