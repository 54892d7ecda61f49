"""Why somebody cannot sign a page off."""

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from editorial.clinical_content import writer_id
from editorial.publication import PublicationStoppedError

NO_CLINICIAN = gettext_lazy(
    "Your account does not say which clinician you are. Ask a site manager to choose "
    "your account on your entry under “People”."
)

NOT_REGISTERED = gettext_lazy(
    "Only a registered health professional can review a page. Ask a site manager to "
    "write your registration on your entry under “People”."
)


class SignOffRefusedError(PublicationStoppedError):
    """The page was not approved, and waits on. `problems` say why."""


def clinician_of(user: Any) -> Any:
    """The clinician whose account this is, or None."""
    return getattr(user, "clinician", None)


def refusals(page: Any, user: Any) -> list[str]:
    """Why this user cannot sign off the newest version of this page; none if they can.

    Whoever vouches for a page is a clinician, and read what somebody else wrote.
    """
    clinician = clinician_of(user)
    if not user.is_active:
        return [_("Your account is closed. Another clinical reviewer must approve.")]
    if clinician is None or not clinician.register:
        return [str(NOT_REGISTERED if clinician else NO_CLINICIAN)]
    if clinician.pk in author_ids(page):
        return [
            _(
                "You are the author of this page. Another clinical reviewer must read "
                "and approve it."
            )
        ]
    if writer_id(page, page.get_latest_revision()) == user.pk:
        return [
            _(
                "You wrote the newest version of this page. Another clinical reviewer "
                "must read and approve it."
            )
        ]
    workflow_state = page.current_workflow_state
    if workflow_state and workflow_state.requested_by_id == user.pk:
        return [
            _(
                "You submitted this page for review. Another clinical reviewer must "
                "read and approve it."
            )
        ]
    return []


def author_ids(page: Any) -> set[int | None]:
    """The author of the page as it is in memory, and in its newest version."""
    versions = (page, page.get_latest_revision_as_object())
    return {getattr(version, "author_id", None) for version in versions}
