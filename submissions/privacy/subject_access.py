"""All that is held about a person, for that person: as data, and to read.

UK GDPR, article 15: a copy of the data, what for, who saw it, how long it is kept.
"""

import json
from collections.abc import Sequence
from typing import Any

from django.apps import apps
from django.core.serializers.json import DjangoJSONEncoder
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from editorial.clinic_time import clinic_time
from submissions.models.export import Export
from submissions.models.retention_rule import RetentionRule
from submissions.models.submission import Submission

from .words_held import HOLDINGS, Holding

# What the log of exports calls it.
FILE_FORMAT = "sar"


def report(
    submissions: Sequence[Submission], *, with_internal: bool = False
) -> dict[str, Any]:
    """What is held, as plain data: times are the clinic's."""
    rules = list(RetentionRule.objects.exclude(confirmed_at=None))
    return {
        "made_at": clinic_time(timezone.now()),
        "shown_to": _(
            "Members of the clinic’s staff whose work it is to read what patients "
            "send. It was given to nobody else by this website."
        ),
        "submissions": [
            submission_report(each, rules, with_internal=with_internal)
            for each in submissions
        ],
    }


def submission_report(
    submission: Submission, rules: list[RetentionRule], *, with_internal: bool
) -> dict[str, Any]:
    """What is held of one submission."""
    closed_at = submission.closed_at
    return {
        "reference": submission.reference,
        "received_at": clinic_time(submission.submit_time),
        "closed_at": clinic_time(closed_at) if closed_at else None,
        "kind": submission.get_kind_display(),
        "state": submission.status_text,
        "form": submission.form_title,
        "about_page": submission.about_title,
        "about_address": submission.about_url,
        "notice_version": submission.notice_version,
        # Not a falsy test: 0 is an answer, “Don't know”.
        "rating": None
        if submission.rating is None
        else submission.get_rating_display(),
        "marked_as": submission.flag_labels,
        "erased_at": submission.erased_at and clinic_time(submission.erased_at),
        "kept_for": kept_for(submission, rules),
        "answers": [
            {"question": question, "answer": answer}
            for question, answer in submission.answers
        ],
        "also_held": [
            each
            for holding in HOLDINGS
            if holding.words and (with_internal or not holding.is_internal)
            for each in also_held(holding, submission)
        ],
    }


def kept_for(submission: Submission, rules: list[RetentionRule]) -> str:
    """How long it is kept, in words."""
    concerning = [
        rule
        for rule in rules
        if rule.form_key in (None, submission.form_key)
        and rule.kind in ("", submission.kind)
    ]
    if not concerning:
        return _("Until the clinic erases it, or you ask for that.")
    rule = max(concerning, key=lambda each: each.rank)
    return _("%(time)s after it was closed.") % {"time": rule.time_text}


def also_held(holding: Holding, submission: Submission) -> list[dict[str, Any]]:
    """The words of one model about this submission: additions, replies and so on."""
    model = apps.get_model(holding.model)
    what = capfirst(model._meta.verbose_name)
    return [
        {"what": what, "at": moment_of(row), "text": getattr(row, name)}
        for row in holding.rows([submission.pk]).order_by("pk")
        for name in holding.words
        if getattr(row, name)
    ]


def moment_of(row: Any) -> Any:
    """When it was written, by the first of its times."""
    moments = [
        field.value_from_object(row)
        for field in row._meta.fields
        if field.get_internal_type() == "DateTimeField"
    ]
    return next((clinic_time(moment) for moment in moments if moment), None)


def as_json(held: dict[str, Any]) -> str:
    """The report as data."""
    return json.dumps(held, cls=DjangoJSONEncoder, ensure_ascii=False, indent=2)


def as_page(held: dict[str, Any]) -> str:
    """The report as a page of its own, to be read or printed."""
    return render_to_string("submissions/subject_access.html", {"held": held})


def log_access(count: int, done_by: str, user: Any = None, *, internal: bool) -> Export:
    """Write down in the log of exports that what is held was given out."""
    what = _("Subject access, with internal notes") if internal else _("Subject access")
    return Export.objects.create(
        user=user,
        exported_by=done_by,
        file_format=FILE_FORMAT,
        filters=what,
        row_count=count,
    )
