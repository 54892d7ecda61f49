"""What answers an address: the page tree, and search beside it."""

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.cache import cache_control, never_cache
from django.views.decorators.csrf import csrf_exempt
from wagtail.models import Page
from wagtail.query import PageQuerySet
from wagtail.views import serve as wagtail_serve

from articles.models import ArticleIndexPage
from editorial.models import public_pages

from .brand_colour import UnreadableColourError, brand_sheet
from .for_everybody import for_everybody
from .languages import front_page_shown
from .models import SearchEntry
from .navigation import find_route
from .search import Answer, search_pages

PAGE_SIZE = 10


# Public pages set no cookie, so they have no CSRF cookie to compare with. The one
# page type that takes a POST, forms.models.FormPage, checks where the POST came
# from and the form's own signed token.
@csrf_exempt
@for_everybody
def serve_page(request: HttpRequest, path: str) -> HttpResponse:
    """Serve the page at `path` as Wagtail does, found in our own way."""
    request._wagtail_route_for_request = find_route(request, path)
    return wagtail_serve(request, path)


# What a patient looks for is nobody else's: no cache may keep it, no search engine
# may list it.
@never_cache
def search(request: HttpRequest) -> HttpResponse:
    """Search the public pages. Any input gets an answer."""
    answer = search_pages(
        request.GET.get("q", ""), is_exact=request.GET.get("exact") == "1"
    )
    kind = request.GET.get("kind", "")
    paginator = Paginator(answer.of_kind(kind), PAGE_SIZE)
    page = paginator.get_page(request.GET.get("page"))
    context = {
        "answer": answer,
        "heading": results_heading(answer, kind, paginator.count),
        "kinds": kind_links(answer, kind),
        "exact_query": urlencode({"q": answer.query, "exact": 1}),
        "page_obj": page,
        "results": answer.results(list(page)),
        "lists": [] if answer.page_ids else article_lists(front_page_shown(request)),
        "breadcrumb_trail": [],
    }
    if answer.query:
        response = render(request, "home/search.html", context)
        response.headers["X-Robots-Tag"] = "noindex"
        return response
    context["description"] = _("Find conditions, treatments and all other pages.")
    return render(request, "home/search.html", context)


def results_heading(answer: Answer, kind: str, count: int) -> str:
    """How many results there are, and for what."""
    words = {"count": count, "query": answer.words or answer.query}
    if not count:
        return _("No results for “%(query)s”") % words
    if kind == SearchEntry.Kind.CONDITION:
        text = ngettext(
            "%(count)d condition for “%(query)s”",
            "%(count)d conditions for “%(query)s”",
            count,
        )
    elif kind == SearchEntry.Kind.TREATMENT:
        text = ngettext(
            "%(count)d treatment for “%(query)s”",
            "%(count)d treatments for “%(query)s”",
            count,
        )
    else:
        text = ngettext(
            "%(count)d result for “%(query)s”",
            "%(count)d results for “%(query)s”",
            count,
        )
    return text % words


def article_lists(front_page: Page) -> PageQuerySet:
    """The public lists of conditions and treatments, for those who found nothing."""
    pages = Page.objects.descendant_of(front_page)
    return public_pages(pages).type(ArticleIndexPage)


def kind_links(answer: Answer, chosen: str) -> list[dict]:
    """The links that narrow a search, each with how many pages it leads to."""
    choices = [("", _("Everything"), len(answer.page_ids))]
    choices += [
        (kind.value, kind.label, answer.counts[kind])
        for kind in SearchEntry.Kind
        if answer.counts[kind] or kind == chosen
    ]
    if chosen not in SearchEntry.Kind.values:
        chosen = ""
    asked = {"q": answer.query} | ({"exact": 1} if answer.is_exact else {})
    return [
        {
            "label": _("%(kind)s (%(count)d)") % {"kind": label, "count": count},
            "query": urlencode(asked | ({"kind": kind} if kind else {})),
            "is_chosen": kind == chosen,
        }
        for kind, label, count in choices
    ]


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
