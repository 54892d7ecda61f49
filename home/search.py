"""Finding public pages by words."""

import re

from wagtail.models import Page

MAX_QUERY_LENGTH = 200


def search_words(query: str) -> str:
    """The words of what was typed, without the signs a search engine could obey.

    SQLite's full-text search takes quotes, NUL and operators as commands and fails
    on broken ones (wagtail issue 13227).
    """
    return " ".join(re.findall(r"\w+", query[:MAX_QUERY_LENGTH]))


def search_pages(query: str) -> list[Page]:
    """The public pages that hold the words of `query`, best first."""
    words = search_words(query)
    if not words:
        return []
    return list(
        Page.objects.live().public().filter(depth__gt=2).search(words).results()
    )
