"""The one base of our wagtail-modeladmin screens: read, filter, export, delete.

wagtail-modeladmin 2.5 turns any query parameter into a database lookup (so that
staff can guess their way through related tables), answers bad ones with an error
page, opens rows that its list hides, and exports "False" as a dash. Here only what
is declared exists: addresses, parameters, and rows of `get_queryset`.
"""

from django import forms
from django.contrib.admin.utils import label_for_field
from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect
from django.utils.decorators import method_decorator
from django.utils.functional import cached_property
from django.utils.text import capfirst
from django.views.decorators.http import require_safe
from wagtail_modeladmin.helpers import ButtonHelper, PermissionHelper
from wagtail_modeladmin.options import ModelAdmin
from wagtail_modeladmin.views import (
    DeleteView,
    IndexView,
    InspectView,
    WMABaseView,
)


class FilterForm(forms.Form):
    """What a list can be filtered by: each field is a query parameter.

    Without fields, as here, it is a list without filters.
    """

    def filter(self, rows: QuerySet) -> QuerySet:
        """The rows that were asked for. Called when the form is valid."""
        return rows

    def description(self) -> str:
        """In words, what was asked for. Called when the form is valid."""
        return ""


class SeparatePermissions(PermissionHelper):
    """Viewing, exporting and deleting are each a permission of their own; nobody
    creates or edits."""

    def has(self, user, action: str) -> bool:
        """Whether the user has the model's permission for this action."""
        codename = self.get_perm_codename(action)
        return self.user_has_specific_permission(user, codename)

    def user_can_list(self, user) -> bool:
        """Those who may view."""
        return self.has(user, "view")

    def user_can_inspect_obj(self, user, obj) -> bool:
        """Those who may view."""
        return self.inspect_view_enabled and self.has(user, "view")

    def user_can_export(self, user) -> bool:
        """Those who may view, and may export besides."""
        return self.has(user, "view") and self.has(user, "export")

    def user_can_delete_obj(self, user, obj) -> bool:
        """Those who may view, and may delete besides."""
        return self.has(user, "view") and self.has(user, "delete")

    def user_can_create(self, user) -> bool:
        """Nobody."""
        return False

    def user_can_edit_obj(self, user, obj) -> bool:
        """Nobody."""
        return False


@method_decorator(require_safe, name="dispatch")
class DeclaredIndexView(IndexView):
    """The list, which is only read. What the address says reaches the database through
    the admin's filter form only; all else in it is as if it were not there."""

    def dispatch(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        """The list, or the file that is asked for."""
        request.GET = self.declared_parameters(request.GET)
        return super().dispatch(request, *args, **kwargs)

    def declared_parameters(self, sent: QueryDict) -> QueryDict:
        """The parameters that mean something here, each once and not empty."""
        own = [self.ORDER_VAR, self.PAGE_VAR, self.EXPORT_VAR]
        declared = QueryDict(mutable=True)
        for name in [*own, *self.model_admin.filter_form_class.base_fields]:
            if value := sent.get(name, "").strip():
                declared[name] = value
        return declared

    @cached_property
    def filter_form(self) -> FilterForm:
        """The filters as they were sent."""
        return self.model_admin.filter_form_class(self.request.GET)

    def get_filters(self, request: HttpRequest):
        """None of modeladmin's own filters, and no lookups left over."""
        return [], False, {}, False

    def get_queryset(self, request: HttpRequest | None = None) -> QuerySet:
        """The rows that were asked for; none if that cannot be understood."""
        rows = super().get_queryset(request)
        if self.filter_form.is_valid():
            return self.filter_form.filter(rows)
        return rows.none()

    def as_spreadsheet(self, queryset: QuerySet, spreadsheet_format: str):
        """The same rows as a file, for those who may export."""
        if not self.permission_helper.user_can_export(self.request.user):
            raise PermissionDenied
        if not self.filter_form.is_valid():
            # Back to the list, which says what is wrong.
            return redirect(self.index_url + self.get_query_string())
        return self.model_admin.export(
            self.request, queryset, spreadsheet_format, self.filter_form
        )

    def get_context_data(self, **kwargs):
        """The list's context, with its filters and downloads."""
        return super().get_context_data(
            filter_form=self.filter_form,
            downloads=self.downloads(),
            **kwargs,
        )

    def downloads(self) -> list[tuple[str, str]]:
        """Name and address of each file of this list that the user may have."""
        if not self.permission_helper.user_can_export(self.request.user):
            return []
        return [
            (name.upper(), self.get_query_string({self.EXPORT_VAR: name}))
            for name in ("csv", "xlsx")
        ]


class VisibleInstance:
    """A view of one row, which must be among those that the user's list holds."""

    def __init__(self, model_admin, instance_pk: str):
        # Past modeladmin's own, which finds any row before knowing who asks.
        WMABaseView.__init__(self, model_admin)
        self.instance_pk = self.pk_quoted = instance_pk

    def setup(self, request: HttpRequest, *args, **kwargs) -> None:
        """Find the row. 404 if there is none, or none for this user."""
        super().setup(request, *args, **kwargs)
        # First, so that nobody learns from a 404 which rows there are.
        if not self.permission_helper.user_can_list(request.user):
            raise PermissionDenied
        try:
            self.instance = self.model_admin.get_queryset(request).get(
                pk=self.instance_pk
            )
        except (self.model.DoesNotExist, ValueError, OverflowError, ValidationError):
            raise Http404 from None


class VisibleInspectView(VisibleInstance, InspectView):
    """One row, opened."""


class VisibleDeleteView(VisibleInstance, DeleteView):
    """One row, before it is deleted."""


class DeclaredButtons(ButtonHelper):
    """Links to the views that `actions` names: the others have no address."""

    def get_buttons_for_obj(self, obj, exclude=None, **kwargs):
        """What the user may do, of what there is."""
        missing = {"inspect", "edit", "delete"} - self.view.model_admin.actions
        return super().get_buttons_for_obj(obj, [*(exclude or []), *missing], **kwargs)


class HardenedModelAdmin(ModelAdmin):
    """Base of our modeladmin classes: a list, and what `actions` names besides.

    An admin that lets people export defines `export(request, rows, file_format,
    filter_form)`, which returns the response.
    """

    actions: set[str] = set()
    filter_form_class: type[FilterForm] = FilterForm

    permission_helper_class = SeparatePermissions
    button_helper_class = DeclaredButtons
    index_view_class = DeclaredIndexView
    inspect_view_class = VisibleInspectView
    delete_view_class = VisibleDeleteView
    # Its view would show the log of any row to anybody.
    history_view_enabled = False
    index_view_extra_css = ["desk/desk.css"]
    inspect_view_extra_css = ["desk/desk.css"]
    list_per_page = 50

    def __init__(self, parent=None):
        self.inspect_view_enabled = "inspect" in self.actions
        super().__init__(parent)

    def get_admin_urls_for_registration(self):
        """The declared addresses only: what is not there needs no guard."""
        names = {
            self.url_helper.get_action_url_name(action)
            for action in {"index", *self.actions}
        }
        return tuple(
            url
            for url in super().get_admin_urls_for_registration()
            if url.name in names
        )

    def get_extra_attrs_for_field_col(self, obj, field_name: str) -> dict[str, str]:
        """The column's name in each cell: a phone shows a row as a list."""
        label = label_for_field(field_name, model=self.model, model_admin=self)
        return {"data-label": capfirst(label)}

    def register_admin_url_finders(self) -> None:
        """There is no editing screen to find."""

    def register_indexing(self) -> None:
        """Rows are not counted among the uses of a page: that would tell editors
        what patients wrote about, and slow down the sending of a form."""
