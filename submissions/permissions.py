"""Who may do what with which submissions.

A permission given to a group holds for every form; a `FormGrant`, for one. Whatever
the desk shows or does to a submission asks here first.
"""

from typing import Any
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet

from submissions.models import FormGrant, Submission

VIEW = "view_submission"
ANSWER = "change_submission"
EXPORT = "export_submission"
EXPORT_IDENTITY = "export_identity_submission"
ERASE = "delete_submission"
CONFIGURE = "configure_desk"


def for_all_forms(user: Any, *permissions: str) -> bool:
    """Whether the user has these permissions, by codename, for every form."""
    return user.has_perms([f"submissions.{permission}" for permission in permissions])


def granted_forms(user: Any, *permissions: str) -> set[UUID]:
    """The keys of the forms for which the user has all of these permissions, as far as
    they were given for single forms; those given for all forms count for each."""
    missing = {each for each in permissions if not for_all_forms(user, each)}
    if not (missing and user.is_active and user.is_authenticated):
        return set()
    return {form_key for form_key, given in grants_of(user).items() if missing <= given}


def grants_of(user: Any) -> dict[UUID, set[str]]:
    """By form, the codenames of what the user may do with what came by it. Read once
    for a user as it was loaded, like Django's own permissions."""
    if not hasattr(user, "_form_grants"):
        grants: dict[UUID, set[str]] = {}
        for form_key, codename in FormGrant.objects.filter(
            group__user=user, permission__content_type__app_label="submissions"
        ).values_list("form_key", "permission__codename"):
            grants.setdefault(form_key, set()).add(codename)
        user._form_grants = grants
    return user._form_grants


def may_somewhere(user: Any, *permissions: str) -> bool:
    """Whether the user has all of these permissions for at least one form."""
    return for_all_forms(user, *permissions) or bool(granted_forms(user, *permissions))


def rows_for(user: Any, *permissions: str, rows: QuerySet | None = None) -> QuerySet:
    """The submissions, of `rows` or of all, for which the user has all of these."""
    rows = Submission.objects.all() if rows is None else rows
    if for_all_forms(user, *permissions):
        return rows
    keys = granted_forms(user, *permissions)
    return rows.filter(form_key__in=keys) if keys else rows.none()


def may(user: Any, submission: Submission, *permissions: str) -> bool:
    """Whether the user has all of these permissions for this submission."""
    return for_all_forms(user, *permissions) or (
        submission.form_key in granted_forms(user, *permissions)
    )


def demand(user: Any, submission: Submission, *permissions: str) -> None:
    """Raises PermissionDenied if the user lacks one of these for this submission."""
    if not may(user, submission, *permissions):
        raise PermissionDenied
