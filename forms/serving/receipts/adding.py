"""Adding to what was sent."""

from django import forms
from django.db import transaction
from django.http import HttpResponse, QueryDict
from django.template.response import TemplateResponse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from forms.builder.builder import LONG_TEXT_MAX_LENGTH
from forms.builder.patient_form import PatientForm
from forms.builder.text_length import TextField
from forms.models.addition import SubmissionAddition
from forms.models.submission import Submission
from forms.serving.visit import Visit

from .action_token import TOKEN_FIELD, ActionToken


class AdditionForm(PatientForm):
    """One further message."""

    text = TextField(
        limit=LONG_TEXT_MAX_LENGTH,
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
        "asks_again": asks_again,
        # Read out first by screen readers when the page has loaded again.
        "title_prefix": f"{gettext('Error:')} " if has_problem else "",
    }
    return TemplateResponse(visit.request, "forms/receipt_add.html", context)


def store_addition(submission: Submission, token: ActionToken, text: str) -> bool:
    """Store the message under the token's number: once. False if the submission was
    withdrawn, erased or deleted meanwhile."""
    with transaction.atomic():
        # Nothing may be added while it is being withdrawn.
        standing = Submission.objects.select_for_update().filter(
            pk=submission.pk, withdrawn_at=None, erased_at=None
        )
        if not standing.exists():
            return False
        SubmissionAddition.objects.get_or_create(
            token=token.number, defaults={"submission": submission, "text": text}
        )
    return True
