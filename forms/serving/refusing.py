"""When what was sent could not even be read."""

from http import HTTPStatus

from django.http import HttpResponse
from django.template.response import TemplateResponse

from forms.visit import Visit

from .posted import PostRefusedError


def refuse(visit: Visit, refused: PostRefusedError) -> HttpResponse:
    """A page that says how to get back to what was typed."""
    context = visit.page.get_context(visit.request) | {
        "visit": visit,
        "is_too_long": refused.is_too_long,
    }
    too_long = HTTPStatus.REQUEST_ENTITY_TOO_LARGE
    return TemplateResponse(
        visit.request,
        "forms/form_page_refused.html",
        context,
        status=too_long if refused.is_too_long else HTTPStatus.BAD_REQUEST,
    )
