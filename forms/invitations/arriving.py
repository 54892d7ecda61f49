"""From an invitation's short link to its form."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.cache import add_never_cache_headers
from django.utils.http import urlencode
from django.views.decorators.csrf import csrf_exempt

from editorial.models import public_pages
from forms.models import FormPage, Invitation
from submissions.models import Submission

from .codes import NOTE_PARAMETER, InvitationNote, possible_hashes


# Stores nothing. Any method is answered alike, and always with a redirect: a refusal
# would be logged with the address, and so with the code.
@csrf_exempt
def arrive(request: HttpRequest, code: str) -> HttpResponse:
    """Lead to the invitation's form, with a signed note in place of the code.

    A used, expired or unknown code leads to the form as well. Looking uses nothing
    up: programs that preview links may come before the patient.
    """
    invitation = (
        Invitation.objects.filter(code_hash__in=possible_hashes(code))
        .select_related("sheet__form_page")
        .first()
    )
    form_page = find_form(invitation)
    address = "/"
    if form_page:
        note = InvitationNote(invitation.pk if invitation else None)
        query = urlencode({NOTE_PARAMETER: note.sign()})
        address = f"{form_page.get_url(request)}?{query}"
    response = HttpResponseRedirect(address)
    response.status_code = 303
    response.headers["Referrer-Policy"] = "no-referrer"
    add_never_cache_headers(response)
    return response


def find_form(invitation: Invitation | None) -> FormPage | None:
    """The form that it invites to; the clinic's first feedback form if that is gone."""
    live = public_pages(FormPage.objects.all())
    chosen = None
    if invitation and invitation.sheet.form_page_id:
        chosen = live.filter(pk=invitation.sheet.form_page_id).first()
    feedback = live.filter(kind=Submission.Kind.FEEDBACK)
    return chosen or feedback.order_by("path").first()
