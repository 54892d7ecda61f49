"""Title and description of a page, for where it is listed or shared."""

from wagtail.models import Page
from wagtail.rich_text import get_text_for_indexing


def page_title(page: Page) -> str:
    """The title of the browser's tab, without the clinic's name."""
    return page.seo_title or getattr(page, "hero_title", "") or page.title


def page_description(page: Page) -> str:
    """What editors wrote for search engines, else the page's own first sentences."""
    written = (
        page.search_description
        or getattr(page, "summary", "")
        or get_text_for_indexing(getattr(page, "introduction", ""))
    )
    return " ".join(written.split())
