"""What is filtered is what is exported: the rows of the list at an address."""

from typing import Any, NamedTuple

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, QueryDict

from submissions.export.choice import ExportChoice
from submissions.permissions import EXPORT, EXPORT_IDENTITY, VIEW, rows_for

from .filters import SubmissionFilter
from .submissions import SubmissionAdmin, SubmissionIndexView

WITHOUT_IDENTITY = (VIEW, EXPORT)
WITH_IDENTITY = (VIEW, EXPORT, EXPORT_IDENTITY)


class Listed(NamedTuple):
    """The list's filters, and its rows in its order; none if a filter is wrong."""

    filter_form: SubmissionFilter
    rows: QuerySet


class ListedRows(SubmissionIndexView):
    """The list, which is not shown but kept."""

    rows: QuerySet

    def as_spreadsheet(self, queryset: QuerySet, spreadsheet_format: str):
        """Keep the rows."""
        self.rows = queryset
        return HttpResponse()


def listed(user: Any, query: QueryDict) -> Listed:
    """What the list shows this user at an address with these parameters.

    Raises PermissionDenied if the user may not see the list.
    """
    view = ListedRows(SubmissionAdmin())
    request = HttpRequest()
    request.method = "GET"
    request.user = user
    request.GET = query.copy()
    request.GET[view.EXPORT_VAR] = view.FORMAT_CSV
    view.setup(request)
    view.dispatch(request)
    return Listed(view.filter_form, view.rows)


def exported_rows(user: Any, query: QueryDict, choice: ExportChoice) -> QuerySet:
    """Of these, what the user may export so.

    Raises PermissionDenied if the user may not see the list.
    """
    permissions = WITH_IDENTITY if choice.identity else WITHOUT_IDENTITY
    return rows_for(user, *permissions, rows=listed(user, query).rows)
