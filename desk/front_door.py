"""One door: Wagtail's own screens for forms lead to the desk.

They would show, export and delete submissions to anybody who may edit the form's
page, and leave no trace in a log.
"""

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import re_path, reverse
from django.utils.http import urlencode
from django.views.decorators.http import require_safe

from forms.models import FormPage
from submissions.permissions import VIEW, may_somewhere


@require_safe
def lead_to_desk(request: HttpRequest, page_id: str = "") -> HttpResponse:
    """To the desk, filtered by the form that was asked for."""
    if not may_somewhere(request.user, VIEW):
        raise PermissionDenied
    address = reverse("desk_modeladmin_index")
    if page_id:
        form_page = get_object_or_404(FormPage, pk=page_id)
        address += "?" + urlencode({"form": form_page.slug})
    return redirect(address)


urlpatterns = [
    re_path(r"^forms/submissions/(?P<page_id>[0-9]{1,18})/", lead_to_desk),
    re_path(r"^forms/", lead_to_desk),
]
