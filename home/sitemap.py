"""The addresses of all public pages, for search engines: /sitemap.xml."""

from django.conf import settings
from django.db.models import Q
from wagtail.contrib.sitemaps import Sitemap
from wagtail.models import Page
from wagtail.query import PageQuerySet


class LanguagesSitemap(Sitemap):
    """Wagtail's own, which knows one language, with the others that are public."""

    def items(self) -> PageQuerySet:
        """The public pages below the front page of each language."""
        if not settings.WAGTAIL_I18N_ENABLED:
            return super().items()
        front_page = self.get_wagtail_site().root_page
        in_a_language = Q()
        for each in front_page.get_translations(inclusive=True).live():
            in_a_language |= Q(path__startswith=each.path)
        pages = Page.objects.filter(in_a_language).live().public().order_by("path")
        return pages.defer_streamfields().specific()
