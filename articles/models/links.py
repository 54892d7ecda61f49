"""The pages that an article leads to.

A preview shows links that are not in the database, so what is private cannot be asked
there: previews leave out only what is not published.
"""

from django.db.models import QuerySet
from modelcluster.queryset import FakeQuerySet
from wagtail.models import Page

from editorial.models import is_restricted, public_pages
from editorial.translations import in_language_of


def linked_pages(page: Page, links: QuerySet, name: str) -> list[Page]:
    """The public pages in the field `name` of these links, in the links' order and in
    the language of the page that shows them."""
    links = links.select_related(name)
    if not isinstance(links, FakeQuerySet):
        links = links.filter(~is_restricted(f"{name}__path"))
    # In a preview, a link may not have its page yet.
    chosen = [getattr(link, name) for link in links if getattr(link, f"{name}_id")]
    return in_language_of(page, [each for each in chosen if each.live])


def public_among(pages: QuerySet) -> list[Page]:
    """The public ones of the pages that an article names itself."""
    if isinstance(pages, FakeQuerySet):
        return [page for page in pages if page.live]
    return list(public_pages(pages))
