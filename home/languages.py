"""The website in more than one language: its front pages, and a page in the others."""

from collections.abc import Iterable
from typing import NamedTuple

from django.conf import settings
from django.db.models import Model
from django.http import HttpRequest
from django.utils.translation import get_language, to_locale
from wagtail.models import Page, Site

from editorial.models import public_pages
from editorial.translations import public_translations, speaks_default_language


class LanguageVersion(NamedTuple):
    """A public page in one language: the language's tag (BCP 47), its name in itself,
    and the page's address, within the site and in full."""

    tag: str
    name: str
    url: str
    full_url: str
    is_current: bool


def language_tag(code: str) -> str:
    """The language's tag as HTML has it (BCP 47): "en-GB" for "en-gb"."""
    return to_locale(code).replace("_", "-")


def front_page_of(request: HttpRequest) -> Page | None:
    """The site's front page in the active language; None if it is not public yet.

    In the default language it is the site's root page, at no cost; else one query for
    the whole request.
    """
    site = Site.find_for_request(request)
    if site is None or speaks_default_language():
        return site and site.root_page
    if not hasattr(request, "front_page"):
        translations = site.root_page.get_translations().live()
        request.front_page = translations.filter(
            locale__language_code=get_language()
        ).first()
    return request.front_page


def front_page_shown(request: HttpRequest) -> Page:
    """The front page around what is no page of the tree: if a language has none yet,
    the default one's. The request must be for a site."""
    return front_page_of(request) or Site.find_for_request(request).root_page


def language_versions(request: HttpRequest, page: Page | None) -> list[LanguageVersion]:
    """The page in each language in which it is public, in the order of LANGUAGES.

    A language whose front page is not public has no address yet. Empty with fewer than
    two. Read once in a request, in one query; in none if there is one language.
    """
    if not settings.WAGTAIL_I18N_ENABLED or page is None:
        return []
    if not hasattr(request, "language_versions"):
        request.language_versions = read_language_versions(request, page)
    return request.language_versions


def read_language_versions(request: HttpRequest, page: Page) -> list[LanguageVersion]:
    """As `language_versions`, read now."""
    front_key = Site.find_for_request(request).root_page.translation_key
    found = Page.objects.filter(translation_key__in={page.translation_key, front_key})
    # Who may see a page that is not for everybody may know its translations' addresses.
    public = found.live() if page.is_restricted else public_pages(found)
    front_pages, versions = set(), {}
    for each in public.select_related("locale"):
        if each.translation_key == front_key:
            front_pages.add(each.locale_id)
        if each.translation_key == page.translation_key:
            versions[each.locale.language_code] = each
    found = [
        LanguageVersion(
            tag=language_tag(code),
            name=name,
            url=versions[code].get_url(request),
            full_url=versions[code].get_full_url(request),
            is_current=versions[code].locale_id == page.locale_id,
        )
        for code, name in settings.LANGUAGES
        if code in versions and versions[code].locale_id in front_pages
    ]
    return found if len(found) > 1 else []


def lead_to_translations(shown: Model, names: Iterable[str]) -> None:
    """Let these fields of `shown`, which name pages, name their public translations.

    Without one, a field stays. For showing, never for saving. In the default language,
    in which editors choose the pages, it costs nothing; else one query for each model
    of pages.
    """
    if speaks_default_language():
        return
    by_model: dict[type[Page], dict[str, Page]] = {}
    for name in names:
        if page := getattr(shown, name):
            by_model.setdefault(type(page), {})[name] = page
    for model, pages in by_model.items():
        translations = public_translations(model, pages.values())
        for name, page in pages.items():
            setattr(shown, name, translations.get(page, page))
