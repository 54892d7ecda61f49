"""The pages around a page: the menu, and the way back."""

from typing import NamedTuple

from django.db.models import Q
from django.http import HttpRequest
from wagtail.models import Page, Site
from wagtail.url_routing import RouteResult

from editorial.models import is_restricted


class Navigation(NamedTuple):
    """What surrounds the page at an address.

    `menu` holds the public pages right below the front page that editors put in
    the menu; `trail` the pages from the front page down to the one at the address,
    as far as they exist.
    """

    menu: list[Page]
    trail: list[Page]


def read_navigation(front_page: Page, url_path: str) -> Navigation:
    """Menu and trail of the page at `url_path`, in one query."""
    steps = url_path.removeprefix(front_page.url_path).strip("/").split("/")
    trail_paths = [
        f"{front_page.url_path}{'/'.join(steps[:length])}/"
        for length in range(1, len(steps) + 1)
    ]
    in_menu = Q(depth=front_page.depth + 1, live=True, show_in_menus=True)
    pages = front_page.get_descendants().filter(in_menu | Q(url_path__in=trail_paths))
    menu, trail = [], [front_page]
    for page in pages:
        if page.depth == front_page.depth + 1 and page.live and page.show_in_menus:
            menu.append(page)
        if page.url_path in trail_paths:
            trail.append(page)
    return Navigation(menu, trail)


def find_route(request: HttpRequest, path: str) -> RouteResult | None:
    """The public page at `path` below the front page; None if there is none.

    Wagtail's own way costs two queries for each level of the tree. This costs two
    in all: one brings the menu and the breadcrumbs too, which stay with the
    request, the other what the page is always shown with.
    """
    site = Site.find_for_request(request)
    if site is None:
        return None
    url_path = f"{site.root_page.url_path}{path}"
    request.navigation = read_navigation(site.root_page, url_path)
    page = request.navigation.trail[-1]
    if page.url_path != url_path or not page.live or page.specific_class is None:
        return None
    pages = page.specific_class.objects.annotate(is_restricted=is_restricted())
    # Wagtail's plain Page, and page types of other packages, name none.
    related = getattr(page.specific_class, "select_related", ())
    if related:
        pages = pages.select_related(*related)
    return RouteResult(pages.get(pk=page.pk))


def navigation_of(request: HttpRequest, page: Page | None) -> Navigation:
    """The navigation around `page`, read once in a request."""
    if not hasattr(request, "navigation"):
        front_page = Site.find_for_request(request).root_page
        url_path = page.url_path if page else front_page.url_path
        request.navigation = read_navigation(front_page, url_path)
    return request.navigation


def pages_above(request: HttpRequest, page: Page) -> list[Page]:
    """The pages from the front page down to the one above `page`."""
    trail = navigation_of(request, page).trail
    return [above for above in trail if above.url_path != page.url_path]
