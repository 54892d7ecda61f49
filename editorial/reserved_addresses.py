"""The addresses that the website itself answers, where no page can be reached."""

import re
from collections.abc import Iterable, Iterator
from urllib.parse import urlsplit

from django.conf import settings
from django.core.exceptions import ValidationError
from django.urls import URLPattern, URLResolver, get_resolver
from django.utils.translation import gettext as _
from django.utils.translation import override
from wagtail.models import Page

# A page's address is a slug between slashes; others hide no page.
FIRST_WORD = re.compile(r"([\w-]+)/")


def reserved_slugs() -> set[str]:
    """The first words of all addresses that are no page's: "admin", "search" …

    Taken from the addresses that the site declares, from the prefixes of its languages,
    and from where static files and pictures lie.
    """
    # In another language the patterns would begin with its prefix.
    with override(settings.LANGUAGE_CODE):
        slugs = set(first_words(get_resolver().url_patterns))
    slugs |= {code for code, _name in settings.LANGUAGES}
    for address in (settings.STATIC_URL, settings.MEDIA_URL):
        slugs.add(urlsplit(address).path.strip("/").partition("/")[0])
    return slugs - {""}


def first_words(patterns: Iterable[URLPattern | URLResolver]) -> Iterator[str]:
    """The first word of each address that begins with one."""
    for each in patterns:
        address = str(each.pattern).removeprefix("^")
        word = FIRST_WORD.match(address)
        if word:
            yield word[1]
        elif not address and isinstance(each, URLResolver):
            yield from first_words(each.url_patterns)


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
