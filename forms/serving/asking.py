"""The form on the page: empty, or once more with all that was typed."""

from django.http import HttpResponse
from django.template.response import TemplateResponse
from django.utils.translation import gettext

from forms.builder.patient_form import PatientForm
from forms.invitations.using import Invited, find_invited
from forms.screening.trap import TRAP_FIELD
from forms.tokens import FormToken
from forms.visit import Visit
from submissions.models.submission import Submission

from .about_page import find_about_page

TOKEN_FIELD = "form-token"


def ask(visit: Visit) -> HttpResponse:
    """The form as a link led to it."""
    about_page = find_about_page(visit.request.GET.get("about", ""))
    form = visit.form_class(initial=answers_from_link(visit))
    token = visit.new_token(about_page.pk if about_page else None)
    invited = find_invited(visit.request)
    if invited:
        token = token._replace(invitation_id=invited.invitation_id)
    return render_form(visit, form, token, invited=invited)


def answers_from_link(visit: Visit) -> dict[str, int]:
    """The rating chosen in the panel, as the form's first answer."""
    if visit.chosen_rating is None:
        return {}
    return {
        question.clean_name: visit.chosen_rating.value
        for question in visit.questions
        if question.field_type == "rating"
    }


def form_context(visit: Visit, form: PatientForm, token: FormToken) -> dict:
    """What the form's template needs, besides the page's own context."""
    return {
        "form": form,
        "visit": visit,
        "token": token,
        "token_field": TOKEN_FIELD,
        "trap_field": TRAP_FIELD,
        "about_page": find_about_page(str(token.about_page_id or "")),
    }


def render_form(
    visit: Visit,
    form: PatientForm,
    token: FormToken,
    *,
    asks_again: bool = False,
    has_changed: bool = False,
    sent_before: Submission | None = None,
    no_longer_asked: tuple[str, ...] = (),
    invited: Invited | None = None,
) -> HttpResponse:
    """The form; `asks_again` says that it must be sent once more, `has_changed` that
    its questions are others now, `sent_before` that it was sent already, with other
    answers. `no_longer_asked` are answers to questions that are gone. `invited` is
    known from the form's address, or else from the token."""
    if token.invitation_id is not None and invited is None:
        invited = Invited(token.invitation_id)
    has_problem = form.errors or asks_again or has_changed or sent_before
    context = {
        **visit.page.get_context(visit.request),
        **form_context(visit, form, token),
        "asks_again": asks_again,
        "has_changed": has_changed,
        "sent_before": sent_before,
        "no_longer_asked": no_longer_asked,
        "invited": invited,
        # Read out first by screen readers when the page has loaded again.
        "title_prefix": f"{gettext('Error:')} " if has_problem else "",
    }
    template = visit.page.get_template(visit.request)
    return TemplateResponse(visit.request, template, context)
