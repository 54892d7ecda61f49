"""The pages around a page: the menu, and the way back."""

from typing import NamedTuple

from django.db.models import Q
from django.http import HttpRequest
from wagtail.models import Page
from wagtail.url_routing import RouteResult

from editorial.models import is_restricted

from .languages import front_page_of, front_page_shown
from .models import ClinicSettings


class Link(NamedTuple):
    """An entry of the menu, or a step of the way back to the front page."""

    title: str
    url: str


class Navigation(NamedTuple):
    """What surrounds the page at an address.

    `menu` leads to the public pages right below the front page that editors put in
    the menu, then to what the clinic's settings add; `trail` holds the pages from the
    front page down to the one at the address, as far as they exist. They know whether
    they are restricted (`is_restricted`).
    """

    menu: list[Link]
    trail: list[Page]


def read_navigation(request: HttpRequest, url_path: str) -> Navigation:
    """Menu and trail of the page at `url_path`, in one query beside the settings'."""
    front_page = front_page_shown(request)
    choices = ClinicSettings.for_request(request).menu_choices
    chosen_ids = [choice.page_id for choice in choices if choice.page_id]
    trail_paths = paths_down_to(url_path, front_page)

    in_menu = Q(depth=front_page.depth + 1, live=True, show_in_menus=True)
    found = (
        front_page.get_descendants(inclusive=True)
        .filter(in_menu | Q(url_path__in=trail_paths) | Q(pk__in=chosen_ids))
        .annotate(is_restricted=is_restricted())
    )
    pages = {page.pk: page for page in found}
    public = {
        pk: Link(page.title, page.get_url(request))
        for pk, page in pages.items()
        if page.live and not page.is_restricted
    }
    menu = [
        public[pk]
        for pk, page in pages.items()
        if pk in public and page.depth == front_page.depth + 1 and page.show_in_menus
    ]
    for choice in choices:
        if choice.address:
            menu.append(Link(choice.text, choice.address))
        elif choice.page_id in public:
            menu.append(Link(choice.text, public[choice.page_id].url))
    trail = [page for page in pages.values() if page.url_path in trail_paths]
    return Navigation(menu, trail)


def paths_down_to(url_path: str, front_page: Page) -> list[str]:
    """The URL paths of the front page and of each step from there to `url_path`."""
    paths = [front_page.url_path]
    for step in url_path.removeprefix(front_page.url_path).split("/"):
        if step:
            paths.append(f"{paths[-1]}{step}/")
    return paths


def find_route(request: HttpRequest, path: str) -> RouteResult | None:
    """The public page at `path` below the front page; None if there is none.

    Wagtail's own way costs two queries for each level of the tree. This costs two
    in all: one brings the menu and the breadcrumbs too, which stay with the
    request, the other what the page is always shown with. Another language than the
    default one costs a third, for its front page.
    """
    front_page = front_page_of(request)
    if front_page is None:
        return None
    url_path = f"{front_page.url_path}{path}"
    request.navigation = read_navigation(request, url_path)
    page = request.navigation.trail[-1]
    if page.url_path != url_path or not page.live or page.specific_class is None:
        return None
    pages = page.specific_class.objects.all()
    # Wagtail's plain Page, and page types of other packages, name none.
    related = getattr(page.specific_class, "select_related", ())
    if related:
        pages = pages.select_related(*related)
    specific_page = pages.get(pk=page.pk)
    specific_page.is_restricted = page.is_restricted
    return RouteResult(specific_page)


def navigation_of(request: HttpRequest, page: Page | None) -> Navigation:
    """The navigation around `page`, read once in a request."""
    if not hasattr(request, "navigation"):
        url_path = (page or front_page_shown(request)).url_path
        request.navigation = read_navigation(request, url_path)
    return request.navigation


def pages_above(request: HttpRequest, page: Page | None) -> list[Page]:
    """The pages from the front page down to the one above `page`.

    Without a page: those above a view that stands beside the tree.
    """
    trail = navigation_of(request, page).trail
    return [above for above in trail if not page or above.url_path != page.url_path]
