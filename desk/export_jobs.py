"""The screen of a file that is being made, and the sending of it to who asked."""

from typing import Any
from uuid import UUID

from django.db.models import QuerySet
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import path
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from desk.export_making.asking import call_off
from submissions.export import folder
from submissions.export.choice import ExportChoice
from submissions.export.download import attachment
from submissions.models import ExportJob
from submissions.moments import moment_text
from submissions.permissions import for_all_forms, granted_forms

from .exported_rows import WITH_IDENTITY, WITHOUT_IDENTITY

# Seconds until the screen asks again, where no script does.
REFRESH = 2


def jobs_of(user: Any) -> QuerySet:
    """The files that this user asked for in the last day, the newest first."""
    return (
        ExportJob.objects.filter(user=user)
        .select_related("export")
        .order_by("-created_at", "-pk")
    )


def may_have(user: Any, job: ExportJob) -> bool:
    """Whether the user still has all rights to what is in the file."""
    choice = ExportChoice.from_stored(job.choice)
    permissions = WITH_IDENTITY if choice.identity else WITHOUT_IDENTITY
    if for_all_forms(user, *permissions):
        return True
    granted = granted_forms(user, *permissions)
    return all(key and UUID(key) in granted for key in job.form_keys)


@never_cache
@require_safe
def show_job(request: HttpRequest, job_id: int) -> HttpResponse:
    """How far it is. Without a script the page asks again by itself."""
    job = get_object_or_404(jobs_of(request.user), pk=job_id)
    context = {
        "job": job,
        "asked": moment_text(job.created_at),
        "expires": moment_text(job.expires_at),
        "may_have": may_have(request.user, job),
    }
    if "part" in request.GET:
        return render(request, "desk/export_progress.html", context)
    response = render(request, "desk/export_job.html", context)
    if job.is_open and "wait" not in request.GET:
        response.headers["Refresh"] = str(REFRESH)
    return response


@require_POST
def cancel_job(request: HttpRequest, job_id: int) -> HttpResponse:
    """Stop it, and delete what there is of the file."""
    job = get_object_or_404(jobs_of(request.user), pk=job_id)
    if job.state != ExportJob.State.CANCELLED:
        call_off(job)
    return redirect("forms_export_job", job.pk)


@never_cache
@require_safe
def send_file(request: HttpRequest, job_id: int) -> FileResponse:
    """The file. 404 if there is none, or none for this user any more."""
    finished = jobs_of(request.user).filter(state=ExportJob.State.FINISHED)
    job = get_object_or_404(finished, pk=job_id)
    if not may_have(request.user, job):
        raise Http404
    try:
        content = folder.open_finished(job.file_name)
    except FileNotFoundError:
        raise Http404 from None
    response = FileResponse(content)
    for name, value in attachment(job.export.file_format).items():
        response.headers[name] = value
    return response


JOB = "desk-export/jobs/<int:job_id>/"
urlpatterns = [
    path(JOB, show_job, name="forms_export_job"),
    path(f"{JOB}cancel/", cancel_job, name="forms_export_cancel"),
    path(f"{JOB}file/", send_file, name="forms_export_file"),
]
