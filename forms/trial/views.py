"""The form as an editor tries it, with the draft's questions."""

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import translation

from forms.models import FormPage
from forms.serving import answer


def try_form(request: HttpRequest, page_id: int) -> HttpResponse:
    """The form as it was saved last, for those who may edit it."""
    page = get_object_or_404(FormPage, pk=page_id)
    if not page.permissions_for_user(request.user).can_edit():
        raise PermissionDenied
    draft = page.get_latest_revision_as_object()
    # In the form's language, not the editor's.
    with translation.override(page.locale.language_code):
        response = answer(draft.trial(request))
        if hasattr(response, "render"):
            response.render()
    return response
