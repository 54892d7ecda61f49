"""What staff do to many submissions of the list at once."""

from collections.abc import Callable
from typing import Any, NamedTuple

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect
from django.urls import path, reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_POST

from submissions.casework.errors import CaseworkError
from submissions.casework.owning import give
from submissions.casework.transitions import change_status
from submissions.models import Submission
from submissions.permissions import ANSWER, VIEW, may_somewhere, rows_for

from .decisions import take_decision

Status = Submission.Status
# As many as a page of the list holds, and a few more.
MOST_AT_ONCE = 200
NOT_THERE = gettext_lazy("you may not answer it, or it is not there")
SO_ALREADY = gettext_lazy("it was so already")

# Why it was not done; empty if it was.
Refusal = Promise | str


class BulkAction(NamedTuple):
    """A button below the list, and what it does to each submission that was ticked."""

    name: str
    label: Promise
    act: Callable[[Submission, Any], Refusal]


def bring_to(status: Status) -> Callable[[Submission, Any], Refusal]:
    """Sets the status, as on the submission's own page."""

    def act(submission: Submission, user: Any) -> Refusal:
        if submission.status == status:
            return SO_ALREADY
        change_status(submission, status, user)
        return ""

    return act


def take(submission: Submission, user: Any) -> Refusal:
    """Makes it the user's own."""
    if submission.owner_id == user.pk:
        return SO_ALREADY
    give(submission, user, user, seen=submission.owner_id)
    return ""


def decide(name: str) -> Callable[[Submission, Any], Refusal]:
    """Takes a decision, as on the submission's own page."""
    return lambda submission, user: (
        "" if take_decision(submission, name, user) else SO_ALREADY
    )


BULK_ACTIONS = [
    BulkAction("take", gettext_lazy("Take as mine"), take),
    BulkAction("triaged", gettext_lazy("Set to triaged"), bring_to(Status.TRIAGED)),
    BulkAction(
        "in_progress", gettext_lazy("Set to in progress"), bring_to(Status.IN_PROGRESS)
    ),
    BulkAction("closed", gettext_lazy("Close"), bring_to(Status.CLOSED)),
    BulkAction("dealt_with", gettext_lazy("Mark as dealt with"), decide("dealt_with")),
    BulkAction("hold", gettext_lazy("Hold as spam"), decide("hold")),
    BulkAction("release", gettext_lazy("Release"), decide("release")),
]
BY_NAME = {action.name: action for action in BULK_ACTIONS}


def chosen_numbers(request: HttpRequest) -> list[int]:
    """The numbers that were ticked; what is no number of a row is left out."""
    ticked = request.POST.getlist("chosen")[:MOST_AT_ONCE]
    return sorted(
        {int(each) for each in ticked if each.isdecimal() and len(each) <= 18}
    )


@require_POST
def act(request: HttpRequest) -> HttpResponse:
    """Do it to each that was ticked, and say to how many; back to the list."""
    user = request.user
    if not may_somewhere(user, VIEW, ANSWER):
        raise PermissionDenied
    query = QueryDict(request.POST.get("query", "")[:2_000]).urlencode()
    back = redirect(f"{reverse('desk_modeladmin_index')}?{query}")
    numbers = chosen_numbers(request)
    action = BY_NAME.get(request.POST.get("action", ""))
    if action is None or not numbers:
        messages.warning(request, _("Tick at least one submission, then press again."))
        return back
    changed, refused = act_on(action, numbers, user)
    if changed:
        messages.success(request, said_of_changed(action, changed))
    for why, references in refused.items():
        words = {"references": ", ".join(references), "why": why}
        messages.warning(request, _("Not changed: %(references)s (%(why)s).") % words)
    return back


def act_on(
    action: BulkAction, numbers: list[int], user: Any
) -> tuple[int, dict[str, list[str]]]:
    """How many were changed, and by reason the references of those that were not."""
    changed = 0
    refused: dict[str, list[str]] = {}
    with transaction.atomic():
        allowed = rows_for(user, VIEW, ANSWER).select_for_update(of=("self",))
        rows = {row.pk: row for row in allowed.filter(pk__in=numbers).order_by("pk")}
        for number in numbers:
            row = rows.get(number)
            # One that the user may not see has no reference to be named by.
            try:
                refusal = NOT_THERE if row is None else action.act(row, user)
            except CaseworkError as error:
                refusal = str(error)
            if refusal:
                refused.setdefault(str(refusal), []).append(
                    row.reference if row else f"#{number}"
                )
            else:
                changed += 1
    return changed, refused


def said_of_changed(action: BulkAction, count: int) -> str:
    """What was done to how many."""
    return ngettext(
        "%(action)s: %(count)d submission.",
        "%(action)s: %(count)d submissions.",
        count,
    ) % {"action": action.label, "count": count}


urlpatterns = [path("desk-act/", act, name="forms_act_on_many")]
