"""What answers an address: the page tree, and search beside it."""

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import cache_control
from django.views.decorators.csrf import csrf_exempt
from wagtail.views import serve as wagtail_serve

from .brand_colour import UnreadableColourError, brand_sheet
from .navigation import find_route
from .search import search_pages

PAGE_SIZE = 10


# Public pages set no cookie, so they have no CSRF cookie to compare with. The one
# page type that takes a POST, forms.models.FormPage, checks where the POST came
# from and the form's own signed token.
@csrf_exempt
def serve_page(request: HttpRequest, path: str) -> HttpResponse:
    """Serve the page at `path` as Wagtail does, found in our own way."""
    request._wagtail_route_for_request = find_route(request, path)
    return wagtail_serve(request, path)


def search(request: HttpRequest) -> HttpResponse:
    """Search the public pages. Any input gets an answer."""
    query = request.GET.get("q", "")
    results = search_pages(query)
    paginator = Paginator(results, PAGE_SIZE)
    page_number = request.GET.get("page", "1")
    context = {"query": query, "results": paginator.get_page(page_number)}
    return render(request, "home/search.html", context)


@cache_control(public=True, max_age=24 * 60 * 60)
def brand_sheet_view(_request: HttpRequest, colour: str) -> HttpResponse:
    """The style sheet for a clinic's colour, six hexadecimal digits.

    Depends on its address alone, so it may be kept.
    """
    try:
        sheet = brand_sheet(f"#{colour}")
    except UnreadableColourError as error:
        raise Http404 from error
    return HttpResponse(sheet, content_type="text/css; charset=utf-8")
