"""Which language an address is in: /cy/… is Welsh, no prefix is the default.

Nothing else decides: no cookie, no session, no Accept-Language header. So a page is the
same bytes for everybody, and can be cached. Django's LocaleMiddleware asks cookie and
header where the address says nothing.
"""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import LocalePrefixPattern, URLResolver
from django.utils import translation


def is_prefix(code: str) -> bool:
    """Whether addresses in this language begin with its code."""
    return code != settings.LANGUAGE_CODE and code in dict(settings.LANGUAGES)


class LanguageMiddleware:
    """Activates the language of the address."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]):
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        prefix = request.path_info.removeprefix("/").partition("/")[0]
        language = prefix if is_prefix(prefix) else settings.LANGUAGE_CODE
        with translation.override(language):
            return self.get_response(request)


class LanguagePrefixPattern(LocalePrefixPattern):
    """The prefix of the active language.

    Unlike Django's own it is empty for a language that the website does not speak: a
    member of staff may have the admin in any of Wagtail's.
    """

    @property
    def language_prefix(self) -> str:
        """What addresses begin with: "cy/", or nothing."""
        code = translation.get_language() or ""
        return f"{code}/" if is_prefix(code) else ""


def in_each_language(patterns: list) -> URLResolver:
    """These addresses, once for each language. For the root URLconf only."""
    return URLResolver(LanguagePrefixPattern(), patterns)
