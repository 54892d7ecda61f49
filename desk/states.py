"""What the list can show: what is to do, what is overdue, all, or one state."""

from collections.abc import Mapping
from datetime import datetime

from django.db.models import Case, F, QuerySet, When
from django.http import QueryDict
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from submissions.models import Submission

State = Submission.State
TO_DO, OVERDUE, ALL = "todo", "overdue", "all"

# In the order in which they stand above the list.
CHOICES: list[tuple[str, str | Promise]] = [
    (TO_DO, _("To do")),
    (OVERDUE, _("Overdue")),
    (ALL, _("All")),
    *State.choices,
]
# Of these, the links that are always in view; the others are behind “More”.
MAIN = {TO_DO, OVERDUE, ALL, State.NEW, State.HELD}
ORDERS = {
    "2": ["submit_time", "pk"],
    "-2": ["-submit_time", "-pk"],
    "5": ["rating", "-submit_time", "-pk"],
    "-5": ["-rating", "submit_time", "pk"],
}

# Parameters of addresses from before there was one filter for all of these.
OLD = {
    "tests": {"only": State.TEST},
    "held": {"only": State.HELD},
    "put_aside": {"duplicates": State.DUPLICATE, "withdrawn": State.WITHDRAWN},
    "status": {},
}


def with_old_names(sent: QueryDict) -> QueryDict:
    """The query with `state` in place of what old addresses say for it."""
    if sent.get("state"):
        return sent
    for name, values in OLD.items():
        if value := sent.get(name, "").strip():
            sent = sent.copy()
            sent["state"] = values.get(value, value)
            break
    return sent


def rows_shown(rows: QuerySet, view: str) -> QuerySet:
    """The rows of this view."""
    if view == TO_DO:
        return rows.to_do()
    if view == OVERDUE:
        return rows.overdue()
    if view == ALL:
        return rows.that_count()
    return rows.filter(state=view)


def in_order(rows: QuerySet, view: str, chosen: str) -> QuerySet:
    """The rows in the order chosen, or else in that of the view."""
    if chosen in ORDERS:
        return rows.order_by(*ORDERS[chosen])
    if view == TO_DO:
        return rows.order_by(*most_pressing_first(timezone.now()))
    if view == OVERDUE:
        return rows.order_by("due_at", "-submit_time", "-pk")
    return rows.order_by("-submit_time", "-pk")


def most_pressing_first(now: datetime) -> list:
    """What must be read at once (what is held as spam after the rest of it), then what
    is overdue by the day it was due, then the newest."""
    due_if_overdue = Case(When(due_at__lt=now, then=F("due_at")))
    return [
        "-needs_attention",
        Case(When(state=State.HELD, then=1), default=0),
        due_if_overdue.asc(nulls_last=True),
        "-submit_time",
        "-pk",
    ]


def rows_of_all_views(rows: QuerySet) -> Mapping[str, QuerySet]:
    """The rows of each view, to be counted."""
    return {view: rows_shown(rows, view) for view, _label in CHOICES if view != ALL}
