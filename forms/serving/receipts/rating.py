"""Correcting the rating of what was sent."""

from django.db import transaction
from django.http import HttpResponse, QueryDict
from django.template.response import TemplateResponse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from forms.builder.patient_form import PatientForm, RatingField
from forms.visit import Visit
from submissions.casework.history import record
from submissions.models.questions_asked import Question
from submissions.models.rating import Rating
from submissions.models.submission import Submission

from .action_token import TOKEN_FIELD, ActionToken
from .withdrawing import keeps_words


class RatingForm(PatientForm):
    """Another rating. The one that was sent is not shown: others may use the device."""

    rating = RatingField(error_messages={"required": _("Choose a rating.")})


def question_rated(submission: Submission) -> Question | None:
    """The question that its rating answers."""
    return next(
        (each for each in submission.questions if each.field_type == "rating"), None
    )


def may_correct_rating(submission: Submission) -> bool:
    """Whether it has a rating, and is no evidence that must stay as it was."""
    return bool(question_rated(submission)) and not keeps_words(submission)


def ask_for_rating(
    visit: Visit,
    submission: Submission,
    token: ActionToken,
    posted: QueryDict | None = None,
    *,
    asks_again: bool = False,
) -> HttpResponse:
    """The scale, with what was chosen since, if anything was."""
    question = question_rated(submission)
    form = RatingForm(posted, initial={"rating": visit.chosen_rating})
    form.fields["rating"].label = question.label if question else ""
    has_problem = asks_again or form.errors
    context = visit.page.get_context(visit.request) | {
        "visit": visit,
        "submission": submission,
        "form": form,
        "token": token,
        "token_field": TOKEN_FIELD,
        "asks_again": asks_again,
        "back_address": visit.address_about(submission),
        # Read out first by screen readers when the page has loaded again.
        "title_prefix": f"{gettext('Error:')} " if has_problem else "",
    }
    return TemplateResponse(visit.request, "forms/receipt_rate.html", context)


def correct_rating(submission: Submission, rating: Rating) -> bool:
    """Store it in place of the old one. False if the submission was withdrawn, erased
    or deleted meanwhile, or must stay as it was."""
    with transaction.atomic():
        now = (
            Submission.objects.select_for_update()
            .filter(pk=submission.pk, withdrawn_at=None, erased_at=None)
            .first()
        )
        if now is None or not may_correct_rating(now):
            return False
        if now.rating != rating:
            now.rating = rating
            now.form_data[question_rated(now).name] = rating
            now.save(update_fields=["rating", "form_data"])
            record(now, "rated", None)
    return True
