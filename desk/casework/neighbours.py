"""The submissions before and after one, in the order of the list."""

from typing import Any, NamedTuple

from django.db.models import Q

from submissions.models import Submission
from submissions.permissions import VIEW, rows_for


class Neighbours(NamedTuple):
    """The one above it in the list, and the one below it."""

    previous: Submission | None
    next: Submission | None


def neighbours(user: Any, submission: Submission) -> Neighbours:
    """Those beside it in the list as it opens: what must be read at once stands first,
    then the newest."""
    rows = (
        rows_for(user, VIEW)
        .that_count()
        .only("reference", "needs_attention", "submit_time")
    )
    urgent, moment = submission.needs_attention, submission.submit_time
    same = Q(needs_attention=urgent)
    newer = Q(submit_time__gt=moment) | Q(submit_time=moment, pk__gt=submission.pk)
    older = Q(submit_time__lt=moment) | Q(submit_time=moment, pk__lt=submission.pk)
    above, below = same & newer, same & older
    if urgent:
        below |= Q(needs_attention=False)
    else:
        above |= Q(needs_attention=True)
    return Neighbours(
        rows.filter(above).order_by("needs_attention", "submit_time", "pk").first(),
        rows.filter(below).order_by("-needs_attention", "-submit_time", "-pk").first(),
    )
