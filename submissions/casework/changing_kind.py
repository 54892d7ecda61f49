"""Staff say what a submission is."""

from typing import Any

from django.utils.translation import gettext as _

from submissions.models import Submission
from submissions.models.states import Kind

from .due_dates import set_due
from .errors import CaseworkError
from .history import record
from .locking import locked


def change_kind(submission: Submission, kind: str, reason: str, user: Any) -> None:
    """Make it another kind (a value of `Kind`), with the clocks of that kind.

    `reason` goes into the log. Raises CaseworkError if it is of this kind already.
    """
    with locked(submission) as now:
        before = now.kind
        if kind == before:
            raise CaseworkError(
                _("It is a “%(kind)s” already.") % {"kind": Kind(kind).label}
            )
        now.kind = kind
        set_due(now)
        now.save(update_fields=["kind", "due_at"])
        record(now, "kind", user, before=before, after=kind, reason=reason)
