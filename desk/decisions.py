"""What staff decide about a submission with one click, and undo with another."""

from collections.abc import Callable
from typing import Any, NamedTuple

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import re_path, reverse
from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST
from wagtail import hooks
from wagtail.log_actions import log

from submissions.casework.errors import CaseworkError, ChangedMeanwhileError
from submissions.casework.transitions import require_no_open_flag
from submissions.models import Submission
from submissions.notifying.outbox import write_notifications
from submissions.permissions import ANSWER, VIEW, may, may_somewhere, rows_for


class Decision(NamedTuple):
    """A button on an opened submission: what it sets, when it is there, and what the
    log and the next page say."""

    name: str
    button: Promise
    field: str
    value: bool
    done: Promise
    concerns: Callable[[Submission], bool] = lambda _submission: True

    @property
    def action(self) -> str:
        """Its name in the log."""
        return f"forms.{self.name}"

    def is_open(self, submission: Submission) -> bool:
        """Whether it can be taken now."""
        is_so = getattr(submission, self.field) == self.value
        return self.concerns(submission) and not is_so


def is_flagged(submission: Submission) -> bool:
    """Whether its words raised a flag."""
    return bool(submission.flags)


DECISIONS = {
    decision.name: decision
    for decision in (
        Decision(
            "release",
            _("This is no spam: release it"),
            "is_held",
            False,
            _("Released. It is in the list now, and counts."),
        ),
        Decision(
            "hold",
            _("This is spam: hold it"),
            "is_held",
            True,
            _("Held as spam. It is in no list or count, and can be released again."),
        ),
        Decision(
            "dealt_with",
            _("I have dealt with it"),
            "needs_attention",
            False,
            _("Marked as dealt with. It no longer stands first in the list."),
            is_flagged,
        ),
        Decision(
            "not_dealt_with",
            _("It must be looked at again"),
            "needs_attention",
            True,
            _("It stands first in the list again."),
            is_flagged,
        ),
    )
}


def decisions_on(submission: Submission, user: Any) -> dict[str, tuple[Promise, str]]:
    """By name, the button and the address of each decision that this user may take."""
    if submission.is_test or not may(user, submission, VIEW, ANSWER):
        return {}
    additions = submission.additions.count()
    return {
        name: (
            decision.button,
            reverse(
                "forms_decide", kwargs={"submission_id": submission.pk, "name": name}
            )
            + f"?seen={additions}",
        )
        for name, decision in DECISIONS.items()
        if decision.is_open(submission)
    }


@require_POST
def decide(request: HttpRequest, submission_id: str, name: str) -> HttpResponse:
    """Take the decision, and go back to the submission. `seen` says how many additions
    stood there: what came meanwhile is to be read first.

    Raises PermissionDenied, and 404 for what is not there. Taken twice, it is once.
    """
    if not may_somewhere(request.user, VIEW, ANSWER):
        raise PermissionDenied
    allowed = rows_for(request.user, VIEW, ANSWER)
    submission = get_object_or_404(allowed, pk=submission_id, is_test=False)
    try:
        if request.GET.get("seen", "") not in ("", str(submission.additions.count())):
            raise ChangedMeanwhileError(
                gettext("The patient has added something meanwhile. Read it first.")
            )
        take_decision(submission, name, request.user)
    except CaseworkError as error:
        messages.error(request, str(error))
    else:
        messages.success(request, DECISIONS[name].done)
    return redirect("desk_modeladmin_inspect", submission.pk)


def take_decision(submission: Submission, name: str, user: Any) -> bool:
    """Take the decision, and note it in the log. False if it was so already.

    Raises CaseworkError if it may not be held.
    """
    decision = DECISIONS[name]
    if submission.is_test or not decision.is_open(submission):
        return False
    if name == "hold":
        require_no_open_flag(submission)
    with transaction.atomic():
        setattr(submission, decision.field, decision.value)
        submission.save(update_fields=[decision.field])
        log(instance=submission, action=decision.action, user=user)
        if name == "release":
            tell_now(submission)
    return True


def tell_now(submission: Submission) -> None:
    """The e-mails that were not sent while it was held."""
    if submission.page and not submission.notifications.exists():
        write_notifications(submission.page.specific, submission)


@hooks.register("register_admin_urls")
def decision_addresses():
    """Where decisions are sent."""
    names = "|".join(DECISIONS)
    return [
        re_path(
            rf"^desk/decide/(?P<submission_id>\d{{1,18}})/(?P<name>{names})/$",
            decide,
            name="forms_decide",
        )
    ]


@hooks.register("register_log_actions")
def name_decisions(actions):
    """What the log calls them."""
    for decision in DECISIONS.values():
        actions.register_action(decision.action, decision.button, decision.done)
