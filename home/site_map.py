"""The site map: every public page in one nested list."""

from collections.abc import Iterable
from typing import NamedTuple

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from wagtail.models import Page

from editorial.models import Clinician, public_pages

from .for_everybody import for_everybody
from .languages import front_page_shown


class Branch(NamedTuple):
    """A page with the branches below it."""

    page: Page
    branches: list["Branch"]


def nested(pages: Iterable[Page]) -> list[Branch]:
    """The pages, in the order of the tree, as branches.

    A page whose parent is not among them stands below the nearest page above that is.
    """
    top: list[Branch] = []
    way_down: list[Branch] = []
    for page in pages:
        branch = Branch(page, [])
        while way_down and not page.path.startswith(way_down[-1].page.path):
            way_down.pop()
        (way_down[-1].branches if way_down else top).append(branch)
        way_down.append(branch)
    return top


@for_everybody
def site_map(request: HttpRequest) -> HttpResponse:
    """All public pages, and the clinic's people."""
    front_page = front_page_shown(request)
    context = {
        "branches": nested(public_pages(front_page.get_descendants())),
        "clinicians": Clinician.objects.only("name", "slug"),
        "breadcrumb_trail": [],
        "description": _("All pages of this website."),
    }
    return render(request, "home/site_map.html", context)
