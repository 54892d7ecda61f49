"""The first ones of a flood, which nobody could know for what they were."""

from collections.abc import Iterable

from django.core.cache import BaseCache
from django.db import transaction
from wagtail.log_actions import log

from submissions.models.states import NEVER_PUT_ASIDE, Status
from submissions.models.submission import Submission

from .repetition import Prints, came_before


def hold_the_first(cache: BaseCache, prints: Prints) -> None:
    """Hold what came earlier today with nearly the same text."""
    hold_untouched(came_before(cache, prints), ["often_repeated"])


def hold_untouched(submission_ids: Iterable[int], because: list[str]) -> None:
    """Hold these, and note it in the log. `because` are names of signals.

    Nothing that staff have touched, or released before; nothing with a flag, from a
    verified visit, or of a kind that must be answered whatever it is.
    """
    untouched = Submission.objects.filter(
        pk__in=submission_ids,
        status=Status.NEW,
        is_held=False,
        is_test=False,
        withdrawn_at=None,
        owner=None,
        is_verified=False,
        needs_attention=False,
        flags=[],
        held_because=[],
        acknowledged_at=None,
        responded_at=None,
    ).exclude(kind__in=[kind.value for kind in NEVER_PUT_ASIDE])
    for submission in untouched:
        with transaction.atomic():
            still_untouched = untouched.filter(pk=submission.pk)
            if still_untouched.update(is_held=True, held_because=because):
                log(instance=submission, action="forms.hold")
