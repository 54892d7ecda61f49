"""The one way by which the words of submissions go."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any, NamedTuple

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from submissions.export.erased import forget_files_of
from submissions.models.addition import SubmissionAddition
from submissions.models.erasure import ErasedReference, Erasure
from submissions.models.submission import Submission

from .fingerprints import fingerprint
from .holds import Holds
from .words_held import with_words

Why = Erasure.Why
Way = Erasure.Way

# What is empty when the words are gone. Flags and suspicions were made from words.
EMPTY: dict[str, Any] = {
    "form_data": dict,
    "search_text": str,
    "not_asked": list,
    "flags": list,
    "held_because": list,
    "needs_attention": bool,
}
# Rows locked and changed in one transaction.
CHUNK_SIZE = 200


class Cause(NamedTuple):
    """Why something is erased, what stays, who did it, and the rule or reason."""

    why: Erasure.Why
    way: Erasure.Way
    done_by: str
    rule: str = ""


class Outcome(NamedTuple):
    """How many were erased; how many a legal hold keeps."""

    erased: int
    kept_back: int


def erase(submissions: QuerySet, cause: Cause) -> Outcome:
    """Erase these submissions as `cause.way` says, and write it down in the log.

    What a legal hold keeps stays as it is; so does what is erased already. Done in
    parts, each of which is whole: broken off, it can be started again.
    """
    if cause.way == Way.WORDS:
        submissions = submissions.filter(erased_at=None)
    keys = list(submissions.order_by("pk").values_list("pk", flat=True))
    erased = kept_back = 0
    for start in range(0, len(keys), CHUNK_SIZE):
        with transaction.atomic():
            rows = Submission.objects.select_for_update().filter(
                pk__in=keys[start : start + CHUNK_SIZE]
            )
            holds = Holds()
            chunk = [row for row in rows if not holds.keep(row)]
            kept_back += len(rows) - len(chunk)
            erase_rows(chunk, cause)
            erased += len(chunk)
    return Outcome(erased, kept_back)


def erase_rows(submissions: list[Submission], cause: Cause) -> None:
    """Erase these, which are locked and on no hold, and write it down."""
    log_erasure(submissions, cause)
    if cause.way == Way.WORDS:
        for submission in submissions:
            take_words(submission)
            if cause.why == Why.WITHDRAWN:
                submission.rating = None
            submission.save(update_fields=["erased_at", "rating", *EMPTY])
    else:
        Submission.objects.filter(pk__in=[each.pk for each in submissions]).delete()


def take_words(submission: Submission) -> dict[str, Any]:
    """Empty the row, which the caller saves, and delete the rows that hold more.

    Returns the patient's own of it, as JSON can hold it.
    """
    taken = {name: getattr(submission, name) for name in EMPTY}
    taken["additions"] = [
        [addition.token, addition.text, addition.received_at.isoformat()]
        for addition in SubmissionAddition.objects.filter(submission=submission)
    ]
    for name, empty in EMPTY.items():
        setattr(submission, name, empty())
    submission.erased_at = timezone.now()
    for holding in with_words():
        holding.rows([submission.pk]).delete()
    return taken


def log_erasure(submissions: Iterable[Submission], cause: Cause) -> None:
    """A line in the log for each form and kind, and the hashes of the references. When
    all is committed, files of exports that may hold the words go too."""
    groups: dict[tuple, list[Submission]] = defaultdict(list)
    for submission in submissions:
        groups[submission.form_key, submission.kind].append(submission)
    form_keys = {form_key for form_key, _kind in groups}
    transaction.on_commit(lambda: forget_files_of(form_keys))
    for (form_key, kind), group in groups.items():
        erasure = Erasure.objects.create(
            **cause._asdict(),
            form_key=form_key,
            form_title=group[0].form_title,
            kind=kind,
            row_count=len(group),
        )
        ErasedReference.objects.bulk_create(
            ErasedReference(erasure=erasure, fingerprint=fingerprint(each.reference))
            for each in group
        )
