"""The regulator's summary of complaints: to read, print and save."""

from datetime import timedelta
from itertools import islice

from django import forms
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import render
from django.urls import path
from django.utils.formats import date_format
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from editorial.clinic_time import clinic_today, day_begins, day_ends
from submissions.export.cells import plain_text
from submissions.export.choice import ExportChoice
from submissions.export.complaints import ComplaintsTable
from submissions.export.download import LoggedFile, attachment, log_export
from submissions.permissions import may_somewhere, rows_for

from .exported_rows import WITHOUT_IDENTITY
from .filters import day_field

# What one page shows; the file has all.
MOST_SHOWN = 1_000


class SpanForm(forms.Form):
    """From which day to which."""

    received_from = day_field(_("Received from"))
    received_to = day_field(_("Received up to"))

    def clean(self):
        """The last day does not lie before the first."""
        first = self.cleaned_data.get("received_from")
        last = self.cleaned_data.get("received_to")
        if first and last and last < first:
            self.add_error("received_to", _("This day lies before the first one."))
        return self.cleaned_data

    def rows(self, rows: QuerySet) -> QuerySet:
        """What was received in this span. Called when the form is valid."""
        if first := self.cleaned_data["received_from"]:
            rows = rows.filter(submit_time__gte=day_begins(first))
        if last := self.cleaned_data["received_to"]:
            rows = rows.filter(submit_time__lt=day_ends(last))
        return rows

    def in_words(self) -> str:
        """The span, for the page and the log."""
        days = {
            name: date_format(day, "j E Y") if day else gettext("any day")
            for name, day in self.cleaned_data.items()
        }
        return (
            gettext("Summary of complaints, %(received_from)s to %(received_to)s")
            % days
        )


@never_cache
@require_safe
def complaints_summary(request: HttpRequest) -> HttpResponse:
    """The summary as a page that can be printed, or as a file."""
    user = request.user
    if not may_somewhere(user, *WITHOUT_IDENTITY):
        raise PermissionDenied
    today = clinic_today()
    usual = {"received_from": today - timedelta(days=365), "received_to": today}
    is_asked = any(name in request.GET for name in usual)
    form = SpanForm(request.GET if is_asked else usual, label_suffix="")
    context = {"form": form, "query": request.GET.urlencode()}
    if form.is_valid():
        table = ComplaintsTable(form.rows(rows_for(user, *WITHOUT_IDENTITY)))
        file_format = request.GET.get("format")
        if file_format in ("csv", "xlsx"):
            choice = ExportChoice(file_format)
            export = log_export(table.headings, choice, form.in_words(), user)
            return StreamingHttpResponse(
                LoggedFile(export, table, file_format),
                headers=attachment(file_format, "complaints"),
            )
        shown = islice(table.rows(), MOST_SHOWN)
        context |= {
            "span": form.in_words(),
            "headings": table.headings,
            "rows": [[plain_text(cell) for cell in row] for row in shown],
            "count": table.submissions.count(),
            "most_shown": MOST_SHOWN,
        }
    return render(request, "desk/complaints.html", context)


urlpatterns = [
    path("desk-complaints/", complaints_summary, name="forms_complaints"),
]
