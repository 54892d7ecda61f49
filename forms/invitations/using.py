"""What an invitation means for the form that it led to."""

from django.http import HttpRequest

from forms.models.invitation import Invitation

from .codes import NOTE_PARAMETER, read_note


class Invited:
    """How a patient came to a form: with an invitation that is good, or with one that
    is used, expired or not known. `invitation_id` is None for what is not known."""

    def __init__(self, invitation_id: int | None):
        self.invitation_id = invitation_id
        invitation = None
        if invitation_id is not None:
            invitation = (
                Invitation.objects.filter(pk=invitation_id)
                .select_related("sheet")
                .first()
            )
        self.is_usable = bool(invitation and invitation.is_usable)


def find_invited(request: HttpRequest) -> Invited | None:
    """What the form's address says of an invitation; None if it says nothing."""
    note = read_note(request.GET.get(NOTE_PARAMETER, ""))
    return note and Invited(note.invitation_id)


def use_invitation(invitation_id: int | None) -> bool:
    """Use the invitation up, if there is one and it is good."""
    return invitation_id is not None and Invitation.objects.use(invitation_id)
