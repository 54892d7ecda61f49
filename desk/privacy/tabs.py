"""Which of these screens somebody may open, and the frame around each."""

from typing import Any, NamedTuple

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from submissions.permissions import CONFIGURE, ERASE, VIEW, for_all_forms, may_somewhere


class Tab(NamedTuple):
    """A screen: its address by name, and what it is called."""

    url_name: str
    label: Promise


PEOPLE = Tab("forms_privacy", _("Find and erase"))
HOLDS = Tab("forms_legal_holds", _("Legal holds"))
RETENTION = Tab("forms_retention", _("Retention"))
LOG = Tab("forms_erasure_log", _("Erasure log"))


def may_open(user: Any, tab: Tab) -> bool:
    """Whether this user may open the screen. Rules are for all forms alike."""
    if tab is RETENTION:
        return for_all_forms(user, CONFIGURE)
    if tab is LOG:
        return may_somewhere(user, ERASE)
    return may_somewhere(user, VIEW, ERASE)


def tabs_for(user: Any) -> list[Tab]:
    """The screens that this user may open."""
    return [tab for tab in (PEOPLE, HOLDS, RETENTION, LOG) if may_open(user, tab)]


def demand_tab(user: Any, tab: Tab) -> None:
    """Raises PermissionDenied if this user may not open the screen."""
    if not may_open(user, tab):
        raise PermissionDenied


def show(request: HttpRequest, tab: Tab, template: str, **values: Any) -> HttpResponse:
    """The screen, with the tabs above it."""
    context = {
        "tabs": [
            (each.label, reverse(each.url_name), each is tab)
            for each in tabs_for(request.user)
        ],
        "page_title": tab.label,
        **values,
    }
    # By the clinic's clock, wherever this member of staff is.
    with timezone.override(timezone.get_default_timezone()):
        return render(request, f"desk/privacy/{template}", context)
