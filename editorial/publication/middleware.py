"""Plain words where a screen of Wagtail's would publish what may not be published."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.admin import messages

from .problem import PublicationStoppedError
from .wording import listed


class PublicationStoppedMiddleware:
    """Answers for every screen that has no form to show the reasons in.

    An example is a workflow's “Approve” on the dashboard: what it began has been
    undone, and the page is still waiting for approval.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]):
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(
        self, request: HttpRequest, exception: Exception
    ) -> HttpResponse | None:
        """Lead to the page's editing screen with all reasons."""
        if not isinstance(exception, PublicationStoppedError):
            return None
        page = exception.page
        introduction = _("“%(title)s” was not published.") % {"title": page.title}
        messages.error(request, listed(introduction, exception.problems))
        if page.pk:
            address = reverse("wagtailadmin_pages:edit", args=[page.pk])
        else:
            address = reverse("wagtailadmin_explore_root")
        if request.headers.get("x-requested-with") == "XMLHttpRequest":
            # Wagtail's dialogue goes where a success would lead.
            return JsonResponse({"step": "success", "redirect": address})
        return redirect(address)
