"""Pages in other languages.

A page copied for translation still names the pages that its original names. What shows
them asks here for their translations.
"""

from collections.abc import Iterable

from django.conf import settings
from django.utils.translation import get_language
from wagtail.models import Page

from .models import public_pages


def speaks_default_language() -> bool:
    """Whether the active language is the one that addresses do not name."""
    return not settings.WAGTAIL_I18N_ENABLED or get_language() == settings.LANGUAGE_CODE


def public_translations(
    model: type[Page], pages: Iterable[Page], locale_id: int | None = None
) -> dict[Page, Page]:
    """The public translation of each page, where there is one, as this model has it.

    Into the language of this locale, or the active one. Costs one query.
    """
    pages = list(pages)
    language = (
        {"locale": locale_id}
        if locale_id
        else {"locale__language_code": get_language()}
    )
    keys = {page.translation_key for page in pages}
    translations = model.objects.filter(translation_key__in=keys, **language)
    found = public_pages(translations)
    by_key = {page.translation_key: page for page in found}
    return {
        page: by_key[page.translation_key]
        for page in pages
        if page.translation_key in by_key
    }


def in_active_language(page: Page) -> Page:
    """The page's public translation into the active language; itself without one.

    Costs a query, but none in the default language.
    """
    if speaks_default_language():
        return page
    return public_translations(Page, [page]).get(page, page)


def in_language_of(page: Page, chosen: Iterable[Page]) -> list[Page]:
    """The chosen pages in the language of the page that lists them, each once.

    One that has no public translation into that language is left out. Costs a query
    only if there is one in another language; all must be of one model.
    """
    pages = list(chosen)
    if not settings.WAGTAIL_I18N_ENABLED:
        return pages
    shown = {each: each for each in pages if each.locale_id == page.locale_id}
    foreign = [each for each in pages if each not in shown]
    if foreign:
        shown |= public_translations(type(foreign[0]), foreign, page.locale_id)
    return list(dict.fromkeys(shown[each] for each in pages if each in shown))
