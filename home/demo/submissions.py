"""Turns the invented letters into submissions, as if sent through the forms."""

import hashlib
from datetime import datetime, time, timedelta
from random import Random

from django.utils import timezone
from wagtail.models import Page

from forms.models import FormPage
from submissions.models import Submission

from . import form_pages
from .casework import work_on, write_notes
from .letters import ENQUIRIES, FEEDBACK, Enquiry, Feedback


def feedback_answers(letter: Feedback) -> dict:
    """The answers by the label of their question."""
    return {
        form_pages.RATING: int(letter.rating),
        form_pages.GOOD: letter.good,
        form_pages.BETTER: letter.better,
        form_pages.REPLY_ADDRESS: letter.email,
        form_pages.IS_COMPLAINT: letter.is_complaint,
    }


def enquiry_answers(letter: Enquiry) -> dict:
    """The answers by the label of their question."""
    return {
        form_pages.YOUR_NAME: letter.name,
        form_pages.YOUR_EMAIL: letter.email,
        form_pages.YOUR_PHONE: letter.phone,
        form_pages.MESSAGE: letter.message,
        form_pages.HOW_TO_REPLY: letter.reply,
        form_pages.CONSENT: True,
    }


def stable_token(kind: str, number: int) -> str:
    """The token of the demo's submission with this number: always the same."""
    return hashlib.sha256(f"demo {kind} {number}".encode()).hexdigest()[:32]


def time_ago(days: int, number: int) -> datetime:
    """A time of day, `days` days before today, that differs from letter to letter."""
    random = Random(number)  # noqa: S311 - a time of day, not a secret
    clock = time(random.randrange(7, 22), random.randrange(60), random.randrange(60))
    day = timezone.localdate() - timedelta(days=days)
    return timezone.make_aware(datetime.combine(day, clock))


def submission(form_page: FormPage, answers: dict, **values) -> Submission:
    """A submission to this form, with its questions as they stand there now."""
    fields = form_page.get_form_fields()
    return Submission(
        page=form_page,
        form_title=form_page.title,
        form_slug=form_page.slug,
        form_key=form_page.translation_key,
        notice_version=form_page.notice_version,
        questions_asked=[
            [field.clean_name, field.label, field.field_type] for field in fields
        ],
        form_data={
            field.clean_name: answers[field.label]
            for field in fields
            if field.label in answers
        },
        **values,
    )


def about_values(page: Page | None) -> dict:
    """What a submission keeps of the page it is about."""
    if page is None:
        return {}
    return {
        "about_page": page,
        "about_title": page.title,
        "about_url": page.full_url or "",
    }


def feedback_submissions(form_page: FormPage, articles: dict[str, Page]):
    """All feedback, as submissions that are not yet saved."""
    for number, letter in enumerate(FEEDBACK):
        kind = Submission.Kind.COMPLAINT if letter.is_complaint else form_page.kind
        yield submission(
            form_page,
            feedback_answers(letter),
            token=stable_token("feedback", number),
            kind=kind,
            status=letter.status,
            rating=letter.rating,
            submit_time=time_ago(letter.days_ago, number),
            **about_values(articles.get(letter.about)),
        )


def enquiry_submissions(form_page: FormPage):
    """All enquiries, as submissions that are not yet saved."""
    for number, letter in enumerate(ENQUIRIES):
        yield submission(
            form_page,
            enquiry_answers(letter),
            token=stable_token("enquiry", number),
            kind=letter.kind,
            status=letter.status,
            submit_time=time_ago(letter.days_ago, 100 + number),
        )


def load_submissions(
    feedback_form: FormPage, enquiry_form: FormPage, articles: dict[str, Page]
) -> int:
    """Store what is missing; how many were stored. `articles` are pages by slug."""
    wanted = [
        *feedback_submissions(feedback_form, articles),
        *enquiry_submissions(enquiry_form),
    ]
    stored = set(
        Submission.objects.filter(
            token__in=[each.token for each in wanted]
        ).values_list("token", flat=True)
    )
    missing = [each for each in wanted if each.token not in stored]
    work_on(missing)
    for each in missing:
        each.save()
    write_notes(missing)
    return len(missing)
