"""Pages that stand outside the page tree."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from .search import search_pages

PAGE_SIZE = 10


def search(request: HttpRequest) -> HttpResponse:
    """Search the public pages. Any input gets an answer."""
    query = request.GET.get("q", "")
    results = search_pages(query)
    paginator = Paginator(results, PAGE_SIZE)
    page_number = request.GET.get("page", "1")
    context = {"query": query, "results": paginator.get_page(page_number)}
    return render(request, "home/search.html", context)
