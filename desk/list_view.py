"""The desk's list."""

from typing import Any, NamedTuple

from django.core.exceptions import PermissionDenied
from django.core.paginator import InvalidPage
from django.db.models import QuerySet
from django.http import HttpRequest, QueryDict
from django.urls import reverse
from django.utils.functional import Promise, cached_property
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail_modeladmin.views import WMABaseView

from desk.modeladmin import DeclaredIndexView
from desk.models import SavedFilter
from submissions.permissions import ANSWER, EXPORT, VIEW, may_somewhere, rows_for

from .bulk_actions import BULK_ACTIONS
from .counting import count_text, counts
from .export_address import export_address
from .filters import SubmissionFilter
from .list_rows import make_rows
from .paging import DeskPaginator
from .states import (
    ALL,
    CHOICES,
    MAIN,
    TO_DO,
    in_order,
    rows_of_all_views,
    with_old_names,
)


class StateLink(NamedTuple):
    """A link above the list: to what is in one state, and how many that are."""

    name: str
    label: str | Promise
    address: str
    count: str
    is_current: bool
    is_main: bool


class Heading(NamedTuple):
    """A column's heading; with an address, it orders by the column."""

    text: str | Promise
    address: str = ""
    direction: str = ""


class SubmissionIndexView(DeclaredIndexView):
    """The list: what is to do first, or what was asked for."""

    paginator_class = DeskPaginator

    def declared_parameters(self, sent: QueryDict) -> QueryDict:
        """The parameters that mean something here, also in old addresses."""
        return super().declared_parameters(with_old_names(sent))

    @cached_property
    def filter_form(self) -> SubmissionFilter:
        """The filters as they were sent, with this user's choices."""
        return SubmissionFilter(self.request.GET, user=self.request.user)

    @property
    def state(self) -> str:
        """What the list shows: a value of `states.CHOICES`."""
        return self.filter_form.cleaned_data.get("state", TO_DO)

    def get_queryset(self, request: HttpRequest | None = None) -> QuerySet:
        """The rows that were asked for, all of them; none if that makes no sense."""
        rows = self.get_base_queryset(request or self.request)
        if not self.filter_form.is_valid():
            return rows.none()
        return self.ordered(self.filter_form.filter(rows))

    def ordered(self, rows: QuerySet) -> QuerySet:
        """In the order chosen, or that of what is shown."""
        return in_order(rows, self.state, self.request.GET.get(self.ORDER_VAR, ""))

    def as_spreadsheet(self, queryset: QuerySet, spreadsheet_format: str):
        """The same rows as a file, of the forms that the user may export."""
        user = self.request.user
        if not may_somewhere(user, VIEW, EXPORT):
            raise PermissionDenied
        rows = rows_for(user, VIEW, EXPORT, rows=queryset)
        return super().as_spreadsheet(rows, spreadsheet_format)

    def downloads(self) -> list[tuple[str, str]]:
        """The screen on which an export of this list is chosen."""
        if not may_somewhere(self.request.user, VIEW, EXPORT):
            return []
        return [(gettext("Export"), export_address(self.request.GET))]

    def get_context_data(self, **kwargs) -> dict[str, Any]:
        """What the list's template draws."""
        paginator = self.paginator_class(self.get_queryset(), self.items_per_page)
        try:
            page = paginator.page(self.page_num)
        except InvalidPage:
            page = paginator.page(1)
        user = self.request.user
        base = self.get_base_queryset()
        found = counts(rows_of_all_views(base))
        return WMABaseView.get_context_data(
            self,
            filter_form=self.filter_form,
            downloads=self.downloads(),
            paginator=paginator,
            page_obj=page,
            elided_page_range=paginator.get_elided_page_range(page.number),
            result_count=paginator.counted,
            all_count=paginator.counted or base.exists(),
            object_list=page.object_list,
            rows=make_rows(page.object_list),
            headings=self.headings(),
            state_links=self.state_links(found),
            shows_all=self.state == ALL,
            look_in_all=self.get_query_string({"state": ALL}),
            saved_filters=SavedFilter.objects.filter(user=user),
            saved_query=self.get_query_string(remove=["q"]).lstrip("?"),
            bulk_actions=BULK_ACTIONS if may_somewhere(user, VIEW, ANSWER) else [],
            **kwargs,
        )

    def state_links(self, found: dict[str, int]) -> list[StateLink]:
        """A link to each state, and how many are in it."""
        return [
            StateLink(
                name=name,
                label=label,
                address=f"{self.index_url}?state={name}",
                count=count_text(found[name]) if name in found else "",
                is_current=self.filter_form.is_valid() and name == self.state,
                is_main=name in MAIN,
            )
            for name, label in CHOICES
        ]

    def headings(self) -> list[Heading]:
        """The columns' headings."""
        return [
            Heading(_("Reference")),
            Heading(_("Flag")),
            self.ordering_heading(_("Received"), "2", first="-2"),
            Heading(_("Form")),
            Heading(_("About page")),
            self.ordering_heading(_("Rating"), "5", first="5"),
            Heading(_("Kind")),
            Heading(_("State")),
            Heading(_("Owner")),
        ]

    def ordering_heading(self, text: Promise, order: str, first: str) -> Heading:
        """A heading that orders by its column, and the other way round."""
        now = self.request.GET.get(self.ORDER_VAR, "")
        next_order = first
        if now in (order, f"-{order}"):
            next_order = order if now.startswith("-") else f"-{order}"
        directions = {order: "ascending", f"-{order}": "descending"}
        address = self.get_query_string({self.ORDER_VAR: next_order})
        return Heading(text, address, directions.get(now, ""))


def list_address(query: str = "") -> str:
    """The list, with this query."""
    return reverse("desk_modeladmin_index") + (f"?{query}" if query else "")
