"""Who sees to a submission."""

from typing import Any

from django.contrib.auth import get_user_model
from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from submissions.models import Submission
from submissions.permissions import ANSWER, VIEW, may

from .errors import CaseworkError, ChangedMeanwhileError
from .history import name_of, record
from .locking import locked


def colleagues(submission: Submission) -> QuerySet:
    """The members of staff who may answer this submission, by name."""
    users = get_user_model().objects.filter(is_active=True)
    for permission in (VIEW, ANSWER):
        users = users.filter(pk__in=holders(permission, submission))
    return users.order_by("last_name", "first_name", "username")


def holders(permission: str, submission: Submission) -> QuerySet:
    """The keys of those who have this permission, for all forms or for this one's."""
    users = get_user_model().objects
    codename = Q(codename=permission, content_type__app_label="submissions")
    everywhere = Q(is_superuser=True)
    for path in ("user_permissions", "groups__permissions"):
        everywhere |= Q(
            **{f"{path}__{name}": value for name, value in codename.children}
        )
    if submission.form_key:
        everywhere |= Q(
            groups__form_grants__form_key=submission.form_key,
            groups__form_grants__permission__codename=permission,
        )
    return users.filter(everywhere).values("pk")


def give(submission: Submission, owner: Any, user: Any, *, seen: int | None) -> None:
    """Give it to a member of staff, or with None to nobody. `seen` is the key of the
    owner that the member of staff had before their eyes.

    Raises ChangedMeanwhileError if somebody else has it by now, and CaseworkError if
    its new owner may not answer it.
    """
    with locked(submission) as now:
        if now.owner_id != seen:
            raise ChangedMeanwhileError(
                _("Somebody has changed it meanwhile: %(owner)s has it now.")
                % {"owner": name_of(now.owner) if now.owner else _("nobody")}
            )
        if owner and not may(owner, now, VIEW, ANSWER):
            raise CaseworkError(
                _("%(owner)s may not answer what comes by this form.")
                % {"owner": name_of(owner)}
            )
        now.owner = owner
        now.save(update_fields=["owner"])
        record(now, "owner", user, owner=name_of(owner) if owner else "")
