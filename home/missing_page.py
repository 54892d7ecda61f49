"""What stands at an address that leads to nothing."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from wagtail.models import Page, Site

from articles.models import ConditionIndexPage, TreatmentIndexPage
from editorial.models import public_pages

from .languages import front_page_shown
from .nearest_pages import nearest

# Beyond as many pages a slip of the pen is left to search.
MAX_PAGES = 1_000
LISTS = (ConditionIndexPage, TreatmentIndexPage)


def page_not_found(
    request: HttpRequest,
    exception: Exception,  # noqa: ARG001 Django gives it by this name
) -> HttpResponse:
    """Suggest pages with an address like the wrong one, in one query."""
    pages: list[Page] = []
    if Site.find_for_request(request) is not None:
        below = public_pages(front_page_shown(request).get_descendants())
        pages = list(
            below.only("title", "slug", "url_path", "content_type")[:MAX_PAGES]
        )
    context = {
        "suggestions": nearest(request.path_info, pages),
        "lists": [page for page in pages if page.specific_class in LISTS],
    }
    return render(request, "404.html", context, status=404)
