"""What stands at an address that leads to nothing."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from wagtail.models import Page, Site

from articles.models import ConditionIndexPage, TreatmentIndexPage
from editorial.models import RemovedAddress, public_pages

from .languages import front_page_shown
from .nearest_pages import nearest
from .views import serve_page

# Beyond as many pages a slip of the pen is left to search.
MAX_PAGES = 1_000
LISTS = (ConditionIndexPage, TreatmentIndexPage)


def page_not_found(
    request: HttpRequest,
    exception: Exception,  # noqa: ARG001 Django gives it by this name
) -> HttpResponse:
    """Suggest pages with an address like the wrong one, in one query.

    One more tells whether a page stood there. The status stays 404, not 410: a
    redirect that the clinic made for the address must still be found.
    """
    pages: list[Page] = []
    removed_at = ""
    if Site.find_for_request(request) is not None:
        front_page = front_page_shown(request)
        below = public_pages(front_page.get_descendants())
        pages = list(
            below.only("title", "slug", "url_path", "content_type")[:MAX_PAGES]
        )
        removed_at = removed_path(request, front_page)
    context = {
        "was_removed": bool(removed_at),
        "list_above": nearest_above(removed_at, pages),
        "suggestions": nearest(request.path_info, pages),
        "lists": [page for page in pages if page.specific_class in LISTS],
    }
    return render(request, "404.html", context, status=404)


def removed_path(request: HttpRequest, front_page: Page) -> str:
    """The address asked for, as the tree has it, if a page was there; or empty."""
    match = request.resolver_match
    if match is None or match.func is not serve_page:
        return ""
    url_path = f"{front_page.url_path}{match.args[0]}"
    known = RemovedAddress.objects.filter(url_path=url_path).exists()
    return url_path if known else ""


def nearest_above(url_path: str, pages: list[Page]) -> Page | None:
    """The page closest above this address; None if only the front page is."""
    above = [page for page in pages if url_path.startswith(page.url_path)]
    return max(above, key=lambda page: len(page.url_path), default=None)
