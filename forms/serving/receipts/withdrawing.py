"""Withdrawing what was sent, and taking that back at once.

What the patient wrote and chose is erased from the database when it is withdrawn, but
for complaints and requests about data, for what a legal hold keeps, and for what tells
of danger until somebody has read it. Until the patient leaves the page, that page alone
still holds it, signed by us, so that it can be sent back.
"""

from datetime import datetime
from typing import Any

from django.core import signing
from django.db import transaction
from django.http import HttpResponse, QueryDict
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.dateparse import parse_datetime

from forms.visit import Visit
from submissions.models.addition import SubmissionAddition
from submissions.models.submission import Submission
from submissions.privacy.erasing import Cause, Way, Why, log_erasure, take_words
from submissions.privacy.holds import is_on_hold

from .action_token import TOKEN_FIELD, ActionToken

UNDO_SALT = "forms.receipt.undo"
UNDO_FIELD = "receipt-undo"
UNDO_MAX_AGE = 60 * 60
# What a patient can put back; staff's notes, and why a filter held it, are not theirs.
PUT_BACK = ("form_data", "not_asked", "flags", "needs_attention", "rating")
PATIENT = "Patient"


def ask_to_withdraw(
    visit: Visit, submission: Submission, token: ActionToken
) -> HttpResponse:
    """What withdrawing means, and a button."""
    context = visit.page.get_context(visit.request) | {
        "visit": visit,
        "submission": submission,
        "token": token,
        "token_field": TOKEN_FIELD,
        "is_kept": keeps_words(submission),
        "back_address": visit.address_about(submission),
    }
    return TemplateResponse(visit.request, "forms/receipt_withdraw.html", context)


def show_withdrawn(
    visit: Visit, submission: Submission, undo: str = ""
) -> HttpResponse:
    """That it is withdrawn; with `undo`, that it can be taken back."""
    context = visit.page.get_context(visit.request) | {
        "visit": visit,
        "submission": submission,
        "undo": undo,
        "undo_field": UNDO_FIELD,
        "is_kept": not submission.is_erased,
        "back_address": visit.address_about(submission),
    }
    return TemplateResponse(visit.request, "forms/receipt_withdrawn.html", context)


def withdraw(submission: Submission) -> str:
    """Withdraw it. Returns what takes it back; nothing if it was withdrawn before."""
    with transaction.atomic():
        submission = Submission.objects.select_for_update().get(pk=submission.pk)
        if submission.withdrawn_at:
            return ""
        submission.withdrawn_at = timezone.now()
        kept = {"pk": submission.pk, "at": submission.withdrawn_at.isoformat()}
        if not (keeps_words(submission) or submission.is_erased):
            kept |= take_all(submission)
            log_erasure([submission], Cause(Why.WITHDRAWN, Way.WORDS, PATIENT))
        submission.save()
        # What was put aside for its sake stands for itself now.
        submission.duplicates.update(duplicate_of=None)
    return signing.dumps(kept, salt=UNDO_SALT, compress=True)


def keeps_words(submission: Submission) -> bool:
    """Whether its words stay when it is withdrawn: by its kind, by a legal hold, or
    until somebody has read what tells of danger."""
    return (
        submission.is_kept_when_withdrawn
        or submission.needs_attention
        or is_on_hold(submission)
    )


def take_all(submission: Submission) -> dict[str, Any]:
    """Take the words and the rating away; returns what puts them back."""
    taken = take_words(submission) | {"rating": submission.rating}
    submission.rating = None
    return {name: taken[name] for name in (*PUT_BACK, "additions")}


def undo_withdrawal(posted: QueryDict, **of_form) -> Submission:
    """Put everything back; if it is back already, leave it. `of_form` says of which
    form it must be.

    Raises django.core.signing.BadSignature if what was sent is not ours or too old,
    and Submission.DoesNotExist if staff deleted the submission meanwhile.
    """
    kept = signing.loads(
        posted.get(UNDO_FIELD, ""), salt=UNDO_SALT, max_age=UNDO_MAX_AGE
    )
    with transaction.atomic():
        submission = Submission.objects.select_for_update().get(
            pk=kept["pk"], **of_form
        )
        if submission.withdrawn_at == parse_datetime(kept["at"]):
            put_back(submission, kept)
    return submission


def put_back(submission: Submission, kept: dict[str, Any]) -> None:
    """What `withdraw` took away, as it returned it."""
    submission.withdrawn_at = None
    if submission.is_erased and "form_data" in kept:
        submission.erased_at = None
        for name in PUT_BACK:
            if name in kept:
                setattr(submission, name, kept[name])
        log_erasure([submission], Cause(Why.TAKEN_BACK, Way.WORDS, PATIENT))
    submission.save()
    for token, text, received_at in kept.get("additions", []):
        SubmissionAddition.objects.create(
            submission=submission,
            token=token,
            text=text,
            received_at=datetime.fromisoformat(received_at),
        )
