"""What is held about somebody, found by e-mail address or by reference."""

import json
from collections.abc import Iterable
from typing import NamedTuple

from django.db.models import Q, QuerySet, TextField
from django.db.models.functions import Cast

from submissions.models.submission import Submission

from .addresses import gives_address
from .fingerprints import tidy_reference
from .words_held import HOLDINGS


class Found(NamedTuple):
    """What gives the address, or has the reference; and what names the address
    elsewhere in its words, to be looked at one by one."""

    certain: list[Submission]
    to_look_at: list[Submission]

    @property
    def keys(self) -> set[int]:
        """The ids of all of them."""
        return {each.pk for each in (*self.certain, *self.to_look_at)}


def find_by_reference(rows: QuerySet, reference: str) -> Found:
    """The submission with this reference, of these rows."""
    return Found(list(rows.filter(reference=tidy_reference(reference))), [])


def find_by_address(rows: QuerySet, address: str) -> Found:
    """What gives this address in answer to a question for one, of these rows; and what
    holds it anywhere else in somebody's words."""
    address = address.strip()
    naming = rows.filter(Q(pk__in=naming_elsewhere(address)) | in_answers(address))
    certain, to_look_at = [], []
    for submission in naming.order_by("-submit_time", "-pk"):
        if gives_address(submission, address):
            certain.append(submission)
        else:
            to_look_at.append(submission)
    return Found(certain, to_look_at)


def in_answers(address: str) -> Q:
    """The submissions with this text in an answer."""
    # As it lies in the database: SQLite's JSON has no letters but those of ASCII.
    escaped = json.dumps(address)[1:-1]
    answers = Submission.objects.annotate(answers_text=Cast("form_data", TextField()))
    found = answers.filter(
        Q(answers_text__icontains=address) | Q(answers_text__icontains=escaped)
    )
    return Q(pk__in=found.values("pk"))


def naming_elsewhere(address: str) -> Iterable[int]:
    """The ids of submissions with this text in an addition, a note and so on."""
    found: set[int] = set()
    for holding in HOLDINGS:
        holds = Q()
        for name in holding.words:
            holds |= Q(**{f"{name}__icontains": address})
        if holding.words:
            rows = holding.all_rows().filter(holds)
            found.update(rows.values_list(f"{holding.field}_id", flat=True))
    return found
