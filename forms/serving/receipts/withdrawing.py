"""Withdrawing what was sent, and taking that back at once.

What the patient wrote and chose is erased from the database when it is withdrawn, but
for complaints and requests about data. Until the patient leaves the page, that page
alone still holds it, signed by us, so that it can be sent back.
"""

from datetime import datetime
from typing import Any

from django.core import signing
from django.db import transaction
from django.http import HttpResponse, QueryDict
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.dateparse import parse_datetime

from forms.models.addition import SubmissionAddition
from forms.models.submission import Submission
from forms.serving.visit import Visit
from forms.word_index.finding import wipe_erased_words

from .action_token import TOKEN_FIELD, ActionToken
from .notice import address_about

UNDO_SALT = "forms.receipt.undo"
UNDO_FIELD = "receipt-undo"
UNDO_MAX_AGE = 60 * 60
ERASED_FIELDS = {"form_data": dict, "not_asked": list, "rating": lambda: None}


def ask_to_withdraw(
    visit: Visit, submission: Submission, token: ActionToken
) -> HttpResponse:
    """What withdrawing means, and a button."""
    context = visit.page.get_context(visit.request) | {
        "visit": visit,
        "submission": submission,
        "token": token,
        "token_field": TOKEN_FIELD,
        "back_address": address_about(visit, submission),
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
        "back_address": address_about(visit, submission),
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
        if not submission.is_kept_when_withdrawn:
            kept |= erase(submission)
        submission.save(update_fields=["withdrawn_at", *ERASED_FIELDS])
        wipe_erased_words()
        # What was put aside for its sake stands for itself now.
        submission.duplicates.update(duplicate_of=None)
    return signing.dumps(kept, salt=UNDO_SALT, compress=True)


def erase(submission: Submission) -> dict[str, Any]:
    """Take the patient's words and choices away. Returns them."""
    erased = {name: getattr(submission, name) for name in ERASED_FIELDS}
    for name, empty in ERASED_FIELDS.items():
        setattr(submission, name, empty())
    additions = submission.additions.all()
    erased["additions"] = [
        [addition.token, addition.text, addition.received_at.isoformat()]
        for addition in additions
    ]
    additions.delete()
    return erased


def undo_withdrawal(visit: Visit, posted: QueryDict) -> Submission:
    """Put everything back; if it is back already, leave it.

    Raises django.core.signing.BadSignature if what was sent is not ours or too old,
    and Submission.DoesNotExist if staff deleted the submission meanwhile.
    """
    kept = signing.loads(
        posted.get(UNDO_FIELD, ""), salt=UNDO_SALT, max_age=UNDO_MAX_AGE
    )
    with transaction.atomic():
        submission = Submission.objects.select_for_update().get(
            pk=kept["pk"], page_id=visit.page.pk
        )
        if submission.withdrawn_at == parse_datetime(kept["at"]):
            put_back(submission, kept)
    return submission


def put_back(submission: Submission, kept: dict[str, Any]) -> None:
    """What `withdraw` took away, as it returned it."""
    submission.withdrawn_at = None
    for name in ERASED_FIELDS.keys() & kept.keys():
        setattr(submission, name, kept[name])
    submission.save(update_fields=["withdrawn_at", *ERASED_FIELDS])
    SubmissionAddition.objects.bulk_create(
        SubmissionAddition(
            submission=submission,
            token=token,
            text=text,
            received_at=datetime.fromisoformat(received_at),
        )
        for token, text, received_at in kept.get("additions", [])
    )
