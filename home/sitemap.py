"""The addresses of all public pages, for search engines: /sitemap.xml."""

from django.conf import settings
from django.db.models import Q
from wagtail.contrib.sitemaps import Sitemap
from wagtail.models import Page
from wagtail.query import PageQuerySet

from editorial.models import public_pages


class LanguagesSitemap(Sitemap):
    """Wagtail's own names one language, and aliases of private pages."""

    def items(self) -> PageQuerySet:
        """The public pages below the front page of each language."""
        front_pages = [self.get_wagtail_site().root_page]
        if settings.WAGTAIL_I18N_ENABLED:
            front_pages += front_pages[0].get_translations().live()
        in_a_language = Q()
        for each in front_pages:
            in_a_language |= Q(path__startswith=each.path)
        pages = public_pages(Page.objects.filter(in_a_language)).order_by("path")
        return pages.defer_streamfields().specific()
