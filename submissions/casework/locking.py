"""One member of staff at a time."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import transaction
from django.utils.translation import gettext as _

from submissions.models.submission import Submission

from .errors import ChangedMeanwhileError


@contextmanager
def locked(submission: Submission) -> Iterator[Submission]:
    """The submission as it is now; nobody else changes it before the block ends, and
    all that the block writes is there, or nothing.

    Raises ChangedMeanwhileError if it was deleted, or no longer counts.
    """
    with transaction.atomic():
        now = Submission.objects.select_for_update().filter(pk=submission.pk).first()
        if now is None:
            raise ChangedMeanwhileError(_("Somebody has deleted it meanwhile."))
        if now.is_put_aside:
            raise ChangedMeanwhileError(
                _("It was put aside meanwhile, and cannot be worked on.")
            )
        yield now
