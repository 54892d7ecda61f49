"""The screen on which an export of the list is chosen."""

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path, reverse
from django.utils.http import urlencode
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from desk.export_making.asking import ask
from forms.models import FormField
from submissions.export.columns import FIXED_COLUMNS, MANY, is_long, question_columns
from submissions.export.download import download
from submissions.export.table import SubmissionTable
from submissions.permissions import may_somewhere, rows_for

from . import complaints_screen, export_jobs
from .export_form import ExportForm
from .exported_rows import WITHOUT_IDENTITY, exported_rows, listed


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def choose_export(request: HttpRequest) -> HttpResponse:
    """Ask what is wanted; send it, or have it made."""
    user = request.user
    if not may_somewhere(user, *WITHOUT_IDENTITY):
        raise PermissionDenied
    shown = listed(user, request.GET)
    list_address = reverse("desk_modeladmin_index") + query_of(request)
    if not shown.filter_form.is_valid():
        # The list says what is wrong.
        return redirect(list_address)
    rows = rows_for(user, *WITHOUT_IDENTITY, rows=shown.rows)
    columns = [*FIXED_COLUMNS, *question_columns(rows)]
    form = ExportForm(request.POST or None, user, rows, columns)
    is_much = is_long(rows)
    if form.is_valid():
        choice = form.choice
        table = SubmissionTable(
            exported_rows(user, request.GET, choice),
            choice,
            FormField.offered_choices(),
        )
        filters = shown.filter_form.description()
        if not (is_much or form.cleaned_data["background"]):
            return download(table, filters, user)
        job = ask(table.headings, choice, request.GET.urlencode(), filters, user)
        return redirect("forms_export_job", job.pk)
    context = {
        "form": form,
        "row_count": None if is_much else rows.order_by().count(),
        "many": f"{MANY:,}",
        "filters": shown.filter_form.description(),
        "address": reverse("forms_export") + query_of(request),
        "list_address": list_address,
        "jobs": export_jobs.jobs_of(user),
        "may_leave_out": shown.rows.order_by()
        .exclude(pk__in=rows.values("pk"))
        .exists()
        if not is_much
        else False,
    }
    return render(request, "desk/export.html", context)


def query_of(request: HttpRequest) -> str:
    """The address's parameters, with their question mark."""
    return f"?{urlencode(request.GET, doseq=True)}" if request.GET else ""


urlpatterns = [
    path("desk-export/", choose_export, name="forms_export"),
    *export_jobs.urlpatterns,
    *complaints_screen.urlpatterns,
]
