"""What the demo clinic's staff have done about what came in."""

from collections.abc import Iterable
from datetime import timedelta

from django.contrib.auth import get_user_model
from django.utils import timezone

from forms.tokens import new_number
from submissions.casework.due_dates import set_due
from submissions.casework.pausing import pause
from submissions.models import (
    ClockPause,
    Note,
    ReplyTemplate,
    RetentionRule,
    Submission,
)
from submissions.models.states import Kind, Status

OWNER = "staff"
# Days from its coming in to each step.
ACKNOWLEDGED_AFTER, RESPONDED_AFTER, CLOSED_AFTER = 2, 12, 14

TEMPLATES = {
    "We have your complaint": (
        "Your complaint, reference {reference}",
        "Thank you for telling us. I am sorry that your experience with us was not "
        "what it should have been.\n\nWe got your complaint on {received}. I look "
        "into it now, and write to you with what I have found within 20 working "
        "days. If you would rather talk, call {phone}.\n\nKind regards\n{clinic}",
    ),
    "Answer to an enquiry": (
        "Your message to {clinic}, reference {reference}",
        "Thank you for your message of {received}.\n\n\n\nIf you have more "
        "questions, call {phone}.\n\nKind regards\n{clinic}",
    ),
}
# As the page “Privacy” and the forms say.
YEARS_KEPT = {
    Kind.FEEDBACK: 2,
    Kind.ENQUIRY: 1,
    Kind.COMPLAINT: 10,
    Kind.SAFETY: 10,
    Kind.DATA_REQUEST: 3,
}
NOTES = {
    Kind.COMPLAINT: "I have asked the front desk how the day went, and wait for the "
    "rota. I will telephone on Thursday.",
    Kind.ENQUIRY: "Left a message on the answering machine. Will try again tomorrow.",
}


def load_reply_templates() -> int:
    """Add the templates that are missing; how many were added."""
    added = 0
    for name, (subject, body) in TEMPLATES.items():
        _template, is_new = ReplyTemplate.objects.get_or_create(
            name=name, defaults={"subject": subject, "body": body}
        )
        added += is_new
    return added


def load_retention_rules() -> int:
    """Keep what the demo's privacy notices promise; how many rules were added.

    None where anything was sent: rules erase, and what is there is somebody's own.
    """
    if Submission.objects.exists() or RetentionRule.objects.exists():
        return 0
    rules = RetentionRule.objects.bulk_create(
        RetentionRule(
            kind=kind,
            months=12 * years,
            way=RetentionRule.Way.WORDS,
            confirmed_at=timezone.now(),
            confirmed_by="demo",
        )
        for kind, years in YEARS_KEPT.items()
    )
    return len(rules)


def demo_owner():
    """Who works on what came in; None if the account is gone."""
    return get_user_model().objects.filter(username=OWNER).first()


def work_on(submissions: Iterable[Submission]) -> None:
    """Give each what fits its status: an owner, times, a due date. Does not save."""
    owner = demo_owner()
    now = timezone.now()
    for each in submissions:
        if each.status != Status.NEW:
            each.owner = owner
            each.acknowledged_at = days_after(each, ACKNOWLEDGED_AFTER, now)
        if each.status in (Status.RESPONDED, Status.CLOSED):
            each.responded_at = days_after(each, RESPONDED_AFTER, now)
        if each.status == Status.CLOSED:
            each.closed_at = days_after(each, CLOSED_AFTER, now)
        set_due(each)


def days_after(submission: Submission, days: int, now):
    """So many days after it came in, if that is past; else now."""
    return min(submission.submit_time + timedelta(days=days), now)


def write_notes(submissions: Iterable[Submission]) -> None:
    """A note on what is being worked on, and one clock that stands still. For
    submissions that were stored just now."""
    owner = demo_owner()
    at_work = [each for each in submissions if each.status == Status.IN_PROGRESS]
    Note.objects.bulk_create(
        Note(submission=each, author=owner, text=NOTES[each.kind], token=new_number())
        for each in at_work
        if each.kind in NOTES
    )
    complaints = [each for each in at_work if each.kind == Kind.COMPLAINT]
    if len(complaints) > 1:
        newest = max(complaints, key=lambda each: each.submit_time)
        words = "Rota asked for from the agency"
        pause(newest, ClockPause.Reason.OTHERS, words, owner)
