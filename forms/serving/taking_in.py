"""The one way in for what patients type: in a form, or later by receipt."""

from collections.abc import Callable, Sequence
from typing import Any

from django.db import transaction

from forms.builder.free_texts import Asked, written_texts
from forms.builder.patient_form import PatientForm
from forms.safety.flags import FLAGS_OF_DANGER, find_flags
from forms.screening.screen import screen
from forms.visit import Visit
from submissions.models.submission import Submission

# Given the fields that flags and screening make, stores what was sent, with the e-mails
# about it: the submission, and whether this is new.
Store = Callable[[dict[str, Any]], tuple[Submission, bool]]


def take_in(
    visit: Visit,
    questions: Sequence[Asked],
    form: PatientForm,
    served_at: float,
    store: Store,
) -> tuple[Submission, bool]:
    """Look for words of danger, screen it, and have it stored in one transaction."""
    flags = find_flags(written_texts(questions, form.cleaned_data))
    verdict = screen(visit, questions, form, served_at)
    judged = {
        "flags": flags,
        "needs_attention": bool(flags),
        **verdict.fields(in_danger=not FLAGS_OF_DANGER.isdisjoint(flags)),
    }
    with transaction.atomic():
        submission, is_new = store(judged)
    if is_new:
        verdict.follow_up(submission.pk)
    else:
        verdict.give_back()
    return submission, is_new
