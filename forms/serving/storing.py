"""From a good form to a stored submission."""

from typing import Any

from wagtail.models import Page

from forms.builder.patient_form import PatientForm
from forms.invitations.using import use_invitation
from forms.near_duplicates import mark_near_duplicate
from forms.tokens import FormToken
from forms.visit import Visit
from submissions.casework.due_dates import set_due
from submissions.casework.kinds import kind_as_sent
from submissions.models.submission import Question, Submission
from submissions.notifying.outbox import write_notifications

from .notices import consent_notice
from .taking_in import take_in


def store(visit: Visit, form: PatientForm, token: FormToken) -> Submission:
    """The submission stored under this token: now, or by an earlier sending.

    What belongs to a new submission is written here, in the same transaction.
    """

    def store_new(judged: dict[str, Any]) -> tuple[Submission, bool]:
        defaults = submission_fields(visit, form, token) | judged
        defaults |= due_fields(defaults)
        submission, created = Submission.objects.get_or_create(
            token=token.number, defaults=defaults
        )
        if created:
            write_notifications(visit.page, submission)
            if not visit.is_test and use_invitation(token.invitation_id):
                submission.is_verified = True
                submission.save(update_fields=["is_verified"])
        return submission, created

    submission, created = take_in(
        visit, visit.questions, form, token.served_at, store_new
    )
    if created:
        # Now that others at the same moment can see it.
        mark_near_duplicate(submission)
    return submission


def submission_fields(visit: Visit, form: PatientForm, token: FormToken) -> dict:
    """What is kept of this form and of the page it is about, both as they stood."""
    page = visit.page
    questions = [question_asked(page, question) for question in visit.questions]
    ratings = [
        form.cleaned_data[question.name]
        for question in questions
        if question.field_type == "rating"
    ]
    # Public when the form was served, as the signed token says; perhaps no more.
    about_page = Page.objects.filter(pk=token.about_page_id).first()
    return {
        "page": page,
        "form_title": page.title,
        "form_slug": page.slug,
        "form_key": page.translation_key,
        "form_data": form.cleaned_data,
        "questions_asked": [question.as_stored() for question in questions],
        "not_asked": form.not_asked,
        "rating": ratings[0] if ratings else None,
        "kind": kind_as_sent(
            page.kind, visit.questions, form.cleaned_data, form.not_asked
        ),
        "notice_version": page.notice_version,
        "is_test": visit.is_test,
        "about_page": about_page,
        "about_title": about_page.title if about_page else "",
        "about_url": (about_page.full_url or "") if about_page else "",
    }


def due_fields(fields: dict) -> dict:
    """When a submission with these fields came in, and until when it is due."""
    submission = Submission(**fields)
    set_due(submission)
    return {"submit_time": submission.submit_time, "due_at": submission.due_at}


def question_asked(page: Page, question) -> Question:
    """The question as it stands; a consent with its notice and the version of that."""
    asked = Question(question.clean_name, question.label, question.field_type)
    if question.field_type != "consent":
        return asked
    notice = consent_notice(page, question)
    return asked._replace(notice_version=notice.version, notice=notice.text)
