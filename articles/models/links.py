"""The pages that an article's links lead to."""

from django.db.models import QuerySet
from modelcluster.queryset import FakeQuerySet
from wagtail.models import Page

from editorial.models import is_restricted


def linked_pages(links: QuerySet, name: str) -> list[Page]:
    """The public pages in the field `name` of these links, in the links' order."""
    links = links.select_related(name)
    # A preview shows links that are not in the database, which knows what is private.
    if not isinstance(links, FakeQuerySet):
        links = links.filter(~is_restricted(f"{name}__path"))
    chosen = [getattr(link, name) for link in links if getattr(link, f"{name}_id")]
    return [page for page in chosen if page.live]
