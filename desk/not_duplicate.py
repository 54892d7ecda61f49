"""Staff say that a submission is no duplicate after all."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import path
from django.utils.translation import gettext
from django.views.decorators.http import require_POST
from wagtail.log_actions import log

from submissions.permissions import ANSWER, VIEW, may_somewhere, rows_for


@require_POST
def not_duplicate(request: HttpRequest, submission_id: int) -> HttpResponse:
    """Let it count again, for those who may work on submissions."""
    if not may_somewhere(request.user, VIEW, ANSWER):
        raise PermissionDenied
    allowed = rows_for(request.user, VIEW, ANSWER)
    submission = get_object_or_404(allowed, pk=submission_id)
    if submission.duplicate_of_id:
        submission.duplicate_of = None
        submission.save(update_fields=["duplicate_of"])
        log(submission, "wagtail.edit", user=request.user)
        words = {"reference": submission.reference}
        messages.success(
            request, gettext("%(reference)s is no duplicate, and counts.") % words
        )
    return redirect("desk_modeladmin_inspect", submission.pk)


urlpatterns = [
    path(
        "desk-not-duplicate/<int:submission_id>/",
        not_duplicate,
        name="forms_not_duplicate",
    )
]
