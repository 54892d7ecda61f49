"""Adding to what was sent."""

from typing import Any, NamedTuple

from django import forms
from django.http import HttpResponse, QueryDict
from django.template.response import TemplateResponse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from forms.additions import take_up
from forms.builder.builder import LONG_TEXT_MAX_LENGTH
from forms.builder.patient_form import PatientForm
from forms.builder.text_length import TextField
from forms.screening.trap import TRAP_FIELD
from forms.serving.taking_in import take_in
from forms.visit import Visit
from submissions.models.addition import SubmissionAddition
from submissions.models.submission import Submission
from submissions.notifying.outbox import tell_staff

from .action_token import TOKEN_FIELD, ActionToken


class AdditionQuestion(NamedTuple):
    """What `AdditionForm` asks."""

    clean_name: str = "text"
    field_type: str = "multiline"
    purpose: str = ""


class AdditionForm(PatientForm):
    """One further message."""

    text = TextField(
        limit=LONG_TEXT_MAX_LENGTH,
        tells_limit=True,
        label=_("What would you like to add?"),
        widget=forms.Textarea(attrs={"rows": 6}),
        error_messages={"required": _("Write what you would like to add.")},
    )


def ask_for_addition(
    visit: Visit,
    submission: Submission,
    token: ActionToken,
    posted: QueryDict | None = None,
    *,
    asks_again: bool = False,
) -> HttpResponse:
    """The form; with what was typed, if it must be sent once more."""
    form = AdditionForm(posted)
    has_problem = asks_again or form.errors
    context = visit.page.get_context(visit.request) | {
        "visit": visit,
        "submission": submission,
        "form": form,
        "token": token,
        "token_field": TOKEN_FIELD,
        "trap_field": TRAP_FIELD,
        "asks_again": asks_again,
        # Read out first by screen readers when the page has loaded again.
        "title_prefix": f"{gettext('Error:')} " if has_problem else "",
    }
    return TemplateResponse(visit.request, "forms/receipt_add.html", context)


def store_addition(
    visit: Visit, submission: Submission, token: ActionToken, form: AdditionForm
) -> bool:
    """Store the message under the token's number: once, and as a form is. False if the
    submission was withdrawn, erased or deleted meanwhile."""

    def store(judged: dict[str, Any]) -> tuple[Submission, bool]:
        # Nothing may be added while it is being withdrawn.
        now = Submission.objects.select_for_update().get(
            pk=submission.pk, withdrawn_at=None, erased_at=None
        )
        _addition, is_new = SubmissionAddition.objects.get_or_create(
            token=token.number,
            defaults={"submission": now, "text": form.cleaned_data["text"]},
        )
        if is_new and take_up(now, judged):
            tell_staff(visit.page, now)
        return now, is_new

    try:
        take_in(visit, [AdditionQuestion()], form, token.served_at, store)
    except Submission.DoesNotExist:
        return False
    return True
