"""The base of our panels on the dashboard: a short list, or what to do instead."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any, NamedTuple

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from wagtail.admin.auth import user_has_any_page_permission
from wagtail.admin.ui.components import Component

Text = str | Promise
SHOWN = 10


class Link(NamedTuple):
    """Words, and where they lead."""

    label: Text
    url: str


class Row(NamedTuple):
    """An entry: where it leads, if anywhere, what is said of it, and when that was or
    will be.

    `moment` is in the past and shown as time gone by, `day` in words. `is_urgent` is
    for what must be read at once.
    """

    title: Text
    url: str
    notes: Iterable[Text] = ()
    moment: datetime | None = None
    day: str = ""
    link: Link | None = None
    is_urgent: bool = False


class Found(NamedTuple):
    """The first rows, and how many there are in all."""

    rows: list[Row]
    total: int


class DashboardPanel(Component):
    """A list of at most SHOWN rows for one member of staff.

    Only what this user may open is named in it.
    """

    template_name = "editorial/dashboard/panel.html"
    name: str
    order: int
    heading: Text
    # The columns' names, for screen readers.
    title_heading: Text
    notes_heading: Text
    when_heading: Text = ""
    # What is said in place of an empty list: what comes here, or what to do.
    nothing: Text

    def __init__(self, user) -> None:
        self.user = user

    def is_shown(self) -> bool:
        """Whether this user has a use for it."""
        raise NotImplementedError

    def find(self) -> Found:
        """What it shows, in a number of queries that does not grow with the rows."""
        raise NotImplementedError

    def foot(self, more: int) -> Link | None:
        """Where all of it is; `more` is how many rows are not shown here."""
        return None

    def get_context_data(self, parent_context: Mapping[str, Any]) -> dict[str, Any]:
        """The template's context."""
        found = self.find()
        more = found.total - len(found.rows)
        return {
            "panel": self,
            "rows": found.rows,
            "more": _("and %(count)d more") % {"count": more} if more else "",
            "foot": self.foot(more),
        }

    @property
    def media(self) -> forms.Media:
        """Our few rules beside Wagtail's."""
        sheets = ["editorial/dashboard.css", "editorial/urgent.css"]
        if not user_has_any_page_permission(self.user):
            sheets.append("editorial/dashboard-without-pages.css")
        return forms.Media(css={"all": sheets})


def show(panels: list[Component], candidates: Iterable[DashboardPanel]) -> None:
    """Add to the dashboard's panels those that its reader has a use for."""
    panels += [panel for panel in candidates if panel.is_shown()]
