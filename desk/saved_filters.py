"""A member of staff saves the present filters under a name, and removes them again."""

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from desk.models import SavedFilter
from submissions.permissions import VIEW, may_somewhere

from .filters import SubmissionFilter
from .states import with_old_names

MOST = 20
NEVER_SAVED = "q"


class SavedFilterForm(forms.Form):
    """A name, and the query to keep."""

    name = forms.CharField(
        max_length=40,
        error_messages={
            "required": gettext_lazy("Give the filter a name."),
            "max_length": gettext_lazy("Give the filter a shorter name."),
        },
    )
    query = forms.CharField(required=False, max_length=2_000)


def declared_only(query: str) -> str:
    """Of the query what the desk's filters know, but never words searched for."""
    sent = with_old_names(QueryDict(query))
    kept = QueryDict(mutable=True)
    for name in SubmissionFilter.base_fields:
        value = sent.get(name, "").strip()
        if value and name != NEVER_SAVED:
            kept[name] = value
    return kept.urlencode()


@require_POST
def save_filter(request: HttpRequest) -> HttpResponse:
    """Save what was sent, in place of one of the same name; back to the list."""
    if not may_somewhere(request.user, VIEW):
        raise PermissionDenied
    form = SavedFilterForm(request.POST)
    if not form.is_valid():
        for errors in form.errors.values():
            messages.error(request, errors[0])
        return redirect("desk_modeladmin_index")
    query = declared_only(form.cleaned_data["query"])
    own = SavedFilter.objects.filter(user=request.user)
    name = form.cleaned_data["name"]
    chosen = SubmissionFilter(QueryDict(query), user=request.user)
    if not chosen.is_valid() or len(query) > 1_000:
        messages.error(request, _("These filters cannot be understood, nor saved."))
    elif own.count() >= MOST and not own.filter(name=name).exists():
        messages.error(
            request, _("You have as many filters as there is room for. Remove one.")
        )
    else:
        own.update_or_create(user=request.user, name=name, defaults={"query": query})
        messages.success(
            request,
            _("Saved as “%(name)s”. Words searched for are not saved.")
            % {"name": name},
        )
    return redirect(f"{reverse('desk_modeladmin_index')}?{query}")


@require_POST
def remove_filter(request: HttpRequest, filter_id: int) -> HttpResponse:
    """Remove one's own; back to the list."""
    saved = get_object_or_404(SavedFilter, pk=filter_id, user=request.user)
    saved.delete()
    messages.success(request, _("Removed “%(name)s”.") % {"name": saved.name})
    return redirect("desk_modeladmin_index")


urlpatterns = [
    path("desk-filters/save/", save_filter, name="forms_save_filter"),
    path(
        "desk-filters/remove/<int:filter_id>/",
        remove_filter,
        name="forms_remove_filter",
    ),
]
