"""The addresses that the website itself answers, where no page can be reached."""

from collections.abc import Iterable, Iterator
from urllib.parse import urlsplit

from django.conf import settings
from django.core.exceptions import ValidationError
from django.urls import URLPattern, URLResolver, get_resolver
from django.urls.resolvers import RoutePattern
from django.utils.translation import gettext as _
from wagtail.models import Page


def reserved_slugs() -> set[str]:
    """The first words of all addresses that are no page's: "admin", "search" …

    Taken from the addresses that the site declares, and from where static files and
    pictures lie.
    """
    slugs = set(first_words(get_resolver().url_patterns))
    for address in (settings.STATIC_URL, settings.MEDIA_URL):
        slugs.add(urlsplit(address).path.strip("/").partition("/")[0])
    return slugs - {""}


def first_words(patterns: Iterable[URLPattern | URLResolver]) -> Iterator[str]:
    """The first word of each address that begins with one."""
    for each in patterns:
        # Wagtail's own pattern for pages is a regular expression: it begins with none.
        if not isinstance(each.pattern, RoutePattern):
            continue
        word, slash, _rest = str(each.pattern).partition("/")
        if not word and not slash and isinstance(each, URLResolver):
            yield from first_words(each.url_patterns)
        elif "<" not in word:
            yield word


def is_reserved(slug: str | None, parent: Page | None) -> bool:
    """Whether a page below `parent` could not be reached under this slug."""
    if parent is None or slug not in reserved_slugs():
        return False
    return bool(parent.is_site_root())


def reserved_slug_error(
    slug: str | None, parent: Page | None
) -> ValidationError | None:
    """What to say if a page below `parent` could not be reached under this slug."""
    if not is_reserved(slug, parent):
        return None
    message = _(
        "The website itself uses /%(slug)s/, so nobody could open this page there. "
        "Choose another slug, for example: %(slug)s-page"
    )
    return ValidationError(message % {"slug": slug})
