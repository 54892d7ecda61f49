"""Which pages everybody may see."""

from django.db.models import CharField, Exists, OuterRef, Q, QuerySet, Value
from django.db.models.functions import Left, Length
from wagtail.models import Page, PageViewRestriction
from wagtail.query import PageQuerySet


def restrictions_at(path: str | OuterRef, below: str = "") -> QuerySet:
    """The view restrictions of the page at this tree path and of those above it.

    `path` is a page's own, or stands for it in a subquery. `below` leaves out those
    of the page at that path and above. As Wagtail has it, an alias has the
    restrictions of the page it stands for.
    """
    at = Value(path, CharField()) if isinstance(path, str) else path
    restricted_here = Q()
    for page in ("page", "page__aliases", "page__aliases__aliases"):
        # The paths of pages above are the beginnings of a path, and sort before it.
        restricted_here |= Q(
            (f"{page}__path", Left(at, Length(f"{page}__path"))),
            (f"{page}__path__gt", below),
        )
    return PageViewRestriction.objects.filter(restricted_here).distinct()


def is_restricted(path: str = "path", below: str = "") -> Exists:
    """Whether the page whose tree path is in the column `path` is not for everybody.

    With `below`: not even for everybody who may see the page at that tree path.
    """
    return Exists(restrictions_at(OuterRef(path), below))


def public_pages(pages: PageQuerySet, on_page: Page | None = None) -> PageQuerySet:
    """Those of `pages` that are published and that everybody may see, in one query.

    If they stand below `on_page`, those that every reader of `on_page` may see.
    Wagtail's `public()` costs a query of its own, and keeps aliases of private pages.
    """
    below = on_page.path if on_page else ""
    return pages.live().filter(~is_restricted(below=below))
