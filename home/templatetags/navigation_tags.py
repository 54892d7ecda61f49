"""The menu, the way back, the page in other languages: what surrounds every page.

A view that serves no page of the tree says where it is with `breadcrumb_trail` in its
context: the links between the front page and itself, which may be none.
"""

from urllib.parse import urlsplit

from django import template
from django.utils.translation import get_language, get_language_bidi

from home.languages import language_tag, language_versions
from home.navigation import Link, navigation_of, pages_above

register = template.Library()


@register.inclusion_tag("includes/menu.html", takes_context=True)
def main_menu(context) -> dict:
    """The menu, with the current page, or the one above it, marked."""
    request, page = context["request"], context.get("page")
    here = ""
    if page:
        here = page.get_url(request) or ""
    elif "breadcrumb_trail" in context:
        here = request.path
    return {
        "items": [
            {
                "title": link.title,
                "url": link.url,
                "is_current": same_place(here, link.url),
                "is_above": is_above(link.url, here),
            }
            for link in navigation_of(request, page).menu
        ]
    }


@register.inclusion_tag("includes/breadcrumbs.html", takes_context=True)
def breadcrumbs(context) -> dict:
    """The links from the front page down to the one above the current page."""
    request, page = context["request"], context.get("page")
    if page is None and "breadcrumb_trail" not in context:
        return {}
    above = [
        Link(ancestor.title, ancestor.get_url(request))
        for ancestor in pages_above(request, page)
    ]
    return {"items": [*above, *context.get("breadcrumb_trail", [])]}


def same_place(here: str, url: str) -> bool:
    """Whether two addresses lead to the same page, whatever its part or question."""
    return urlsplit(here).path == urlsplit(url).path


def is_above(url: str, here: str) -> bool:
    """Whether `here` lies below the address `url`. The front page is above nothing."""
    path = urlsplit(url).path.rstrip("/")
    return bool(path) and urlsplit(here).path.startswith(f"{path}/")


@register.simple_tag(takes_context=True)
def front_page_url(context) -> str:
    """The address of the front page in the language of the current page."""
    request, page = context["request"], context.get("page")
    return navigation_of(request, page).trail[0].get_url(request)


@register.simple_tag
def page_language() -> str:
    """The active language as the html element names it: "en-GB"."""
    return language_tag(get_language())


@register.simple_tag
def page_direction() -> str:
    """The way the active language is written: "ltr" or "rtl"."""
    return "rtl" if get_language_bidi() else "ltr"


@register.inclusion_tag("includes/languages.html", takes_context=True)
def language_links(context) -> dict:
    """Links to the current page in its other languages."""
    versions = language_versions(context["request"], context.get("page"))
    return {"versions": [each for each in versions if not each.is_current]}


@register.inclusion_tag("includes/language_alternates.html", takes_context=True)
def language_alternates(context) -> dict:
    """The same for search engines, in the head: all languages, this one too."""
    return {"versions": language_versions(context["request"], context.get("page"))}
