"""The pages around a page: the menu, and the way back."""

from typing import NamedTuple

from django.db.models import Q
from django.http import HttpRequest
from wagtail.models import Page, Site


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


def navigation_of(request: HttpRequest, page: Page | None) -> Navigation:
    """The navigation around `page`, read once in a request."""
    if not hasattr(request, "navigation"):
        front_page = Site.find_for_request(request).root_page
        url_path = page.url_path if page else front_page.url_path
        request.navigation = read_navigation(front_page, url_path)
    return request.navigation
