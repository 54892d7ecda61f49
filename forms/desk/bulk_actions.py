"""What staff do to many submissions of the list at once."""

from collections.abc import Callable
from typing import Any, NamedTuple

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect
from django.urls import path, reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_POST
from wagtail import hooks
from wagtail.log_actions import log

from forms.models import Submission

from .access import ANSWER, VIEW, may_somewhere, rows_for
from .decisions import tell_now

Status = Submission.Status
# As many as a page of the list holds, and a few more.
MOST_AT_ONCE = 200
# Which moment a status has, if any.
MOMENTS = {
    Status.ACKNOWLEDGED: "acknowledged_at",
    Status.RESPONDED: "responded_at",
    Status.CLOSED: "closed_at",
}
NOT_THERE = gettext_lazy("you may not answer it, or it is not there")
SO_ALREADY = gettext_lazy("it was so already")
NO_CASE = gettext_lazy("it does not count as a case: it is held or put aside")


class BulkAction(NamedTuple):
    """A button below the list. `change` sets what changes and returns the names of the
    fields, or says why it cannot be."""

    name: str
    label: Promise
    change: Callable[[Submission, Any], list[str] | Promise]

    @property
    def action(self) -> str:
        """Its name in the log."""
        return f"forms.bulk_{self.name}"


def change_status(submission: Submission, status: Status) -> list[str] | Promise:
    """Set the status, and when it was reached."""
    if submission.state not in Status.values:
        return NO_CASE
    if submission.status == status:
        return SO_ALREADY
    submission.status = status
    moment = MOMENTS.get(status)
    if moment:
        setattr(submission, moment, timezone.now())
    return ["status", moment] if moment else ["status"]


def take(submission: Submission, user: Any) -> list[str] | Promise:
    """Make it the user's own."""
    if submission.owner_id == user.pk:
        return SO_ALREADY
    submission.owner = user
    return ["owner"]


def hold(submission: Submission, is_held: bool) -> list[str] | Promise:
    """Hold it as spam, or release it."""
    if submission.is_test:
        return NO_CASE
    if submission.is_held == is_held:
        return SO_ALREADY
    submission.is_held = is_held
    return ["is_held"]


def deal_with(submission: Submission) -> list[str] | Promise:
    """It need not be read at once any more."""
    if not submission.needs_attention:
        return SO_ALREADY
    submission.needs_attention = False
    return ["needs_attention"]


BULK_ACTIONS = [
    BulkAction("take", gettext_lazy("Take as mine"), take),
    BulkAction(
        "triaged",
        gettext_lazy("Set to triaged"),
        lambda each, _user: change_status(each, Status.TRIAGED),
    ),
    BulkAction(
        "in_progress",
        gettext_lazy("Set to in progress"),
        lambda each, _user: change_status(each, Status.IN_PROGRESS),
    ),
    BulkAction(
        "closed",
        gettext_lazy("Close"),
        lambda each, _user: change_status(each, Status.CLOSED),
    ),
    BulkAction(
        "dealt_with",
        gettext_lazy("Mark as dealt with"),
        lambda each, _user: deal_with(each),
    ),
    BulkAction(
        "hold",
        gettext_lazy("Hold as spam"),
        lambda each, _user: hold(each, True),
    ),
    BulkAction(
        "release",
        gettext_lazy("Release"),
        lambda each, _user: hold(each, False),
    ),
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
            result = NOT_THERE if row is None else action.change(row, user)
            if isinstance(result, list):
                row.save(update_fields=result)
                log(instance=row, action=action.action, user=user)
                if action.name == "release":
                    tell_now(row)
                changed += 1
            else:
                refused.setdefault(str(result), []).append(
                    row.reference if row else f"#{number}"
                )
    return changed, refused


def said_of_changed(action: BulkAction, count: int) -> str:
    """What was done to how many."""
    return ngettext(
        "%(action)s: %(count)d submission.",
        "%(action)s: %(count)d submissions.",
        count,
    ) % {"action": action.label, "count": count}


urlpatterns = [path("desk-act/", act, name="forms_act_on_many")]


@hooks.register("register_log_actions")
def name_bulk_actions(actions):
    """What the log calls them."""
    for action in BULK_ACTIONS:
        actions.register_action(action.action, action.label, action.label)
