"""What staff can do on the screen of one submission, by the name that is posted."""

from collections.abc import Callable
from typing import Any, NamedTuple

from django.utils.translation import gettext as _

from submissions.casework.changing_kind import change_kind
from submissions.casework.notes import write_note
from submissions.casework.owning import give
from submissions.casework.pausing import pause, resume
from submissions.casework.transitions import change_status, status_label
from submissions.models import Submission

from .case_forms import (
    CaseForm,
    KindForm,
    NoteForm,
    OwnerForm,
    PauseForm,
    ResumeForm,
    StatusForm,
)


class Action(NamedTuple):
    """The form that is read, and what is done with it. `act` returns what the next
    page says, and raises CaseworkError."""

    form: type[CaseForm]
    act: Callable[[Submission, dict, Any], str]


def act_status(submission: Submission, data: dict, user: Any) -> str:
    """Change the status."""
    change_status(submission, data["status"], user, seen=data["seen"])
    return _("The status is “%(status)s” now.") % {
        "status": status_label(data["status"])
    }


def act_owner(submission: Submission, data: dict, user: Any) -> str:
    """Give it to somebody, or back."""
    give(submission, data["owner"], user, seen=data["seen"])
    if data["owner"] is None:
        return _("You gave it back: nobody has it now.")
    if data["owner"] == user:
        return _("It is yours now.")
    return _("Given away. Nobody was told by e-mail: tell them yourself.")


def act_pause(submission: Submission, data: dict, user: Any) -> str:
    """Stop the clock."""
    pause(submission, data["reason"], data["words"], user)
    return _("The clock stands still. Resume it when you can go on.")


def act_resume(submission: Submission, _data: dict, user: Any) -> str:
    """Let the clock run."""
    resume(submission, user)
    return _("The clock runs again. The working days of the pause were added.")


def act_kind(submission: Submission, data: dict, user: Any) -> str:
    """Make it another kind."""
    change_kind(submission, data["kind"], data["reason"], user)
    return _("The kind was changed, and the time limits with it.")


def act_note(submission: Submission, data: dict, user: Any) -> str:
    """Keep a note."""
    write_note(submission, data["text"], data["token"], user)
    return _("The note was kept.")


ACTIONS = {
    action.form.name: action
    for action in (
        Action(StatusForm, act_status),
        Action(OwnerForm, act_owner),
        Action(PauseForm, act_pause),
        Action(ResumeForm, act_resume),
        Action(KindForm, act_kind),
        Action(NoteForm, act_note),
    )
}
