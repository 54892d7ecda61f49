"""What a receipt lets its holder do: see it, add, withdraw, take back, forget."""

from http import HTTPStatus

from django.core import signing
from django.http import HttpResponse, HttpResponseRedirect, QueryDict

from forms.invitations.using import find_invited
from forms.origin import is_cross_site
from forms.serving.about_page import find_about_page
from forms.serving.posted import PostRefusedError
from forms.tokens import new_number
from forms.visit import Visit
from submissions.models.submission import Submission

from .action_token import (
    TOKEN_FIELD,
    ActionToken,
    new_action_token,
    read_action_token,
)
from .adding import AdditionForm, ask_for_addition, store_addition
from .cookie import forget, holds_receipt, receipt_names
from .notice import (
    ADD,
    AFRESH,
    FORGET,
    FORGOTTEN,
    RATE,
    WITHDRAW,
    find_received,
    form_address,
    show_notice,
)
from .rating import (
    RatingForm,
    ask_for_rating,
    correct_rating,
    may_correct_rating,
)
from .withdrawing import (
    UNDO_FIELD,
    ask_to_withdraw,
    show_withdrawn,
    undo_withdrawal,
    withdraw,
)


def show_receipt(visit: Visit) -> HttpResponse | None:
    """What stands in place of the form for somebody with a receipt; None if nothing
    does. Costs no query where there is no cookie."""
    asked = visit.request.GET
    if not receipt_names(visit.request):
        return None
    for action in (ADD, RATE, WITHDRAW):
        submission = find_submission(visit, asked.get(action, ""))
        if action == RATE and submission and not may_correct_rating(submission):
            continue
        if submission and holds_receipt(visit, submission.reference):
            return ask_what(visit, new_action_token(action, submission.reference))
    invited = find_invited(visit.request)
    if AFRESH in asked or (invited and invited.is_usable):
        return None
    about_page = find_about_page(asked.get("about", ""))
    received = find_received(visit, about_page)
    return show_notice(visit, received, about_page) if received else None


def find_submission(visit: Visit, reference: str) -> Submission | None:
    """The patient's submission to this form with this reference."""
    if not reference or "\x00" in reference:
        return None
    return Submission.objects.filter(
        page_id=visit.page.pk, reference=reference, is_test=False
    ).first()


def ask_what(
    visit: Visit, token: ActionToken, posted: QueryDict | None = None
) -> HttpResponse | None:
    """The screen of this action; once more, if `posted` was sent too late. None if
    the submission is gone."""
    submission = find_submission(visit, token.reference)
    if submission is None:
        return None
    if submission.withdrawn_at:
        return show_withdrawn(visit, submission)
    ask = {ADD: ask_for_addition, RATE: ask_for_rating}.get(token.action)
    if ask:
        return ask(visit, submission, token, posted, asks_again=posted is not None)
    return ask_to_withdraw(visit, submission, token)


def is_action(visit: Visit, posted: QueryDict) -> bool:
    """Whether it is no form that was sent, but one of these actions."""
    return not visit.is_test and (TOKEN_FIELD in posted or UNDO_FIELD in posted)


def act(visit: Visit, posted: QueryDict) -> HttpResponse:
    """Do what was asked. Raises PostRefusedError if nothing says who asks."""
    if UNDO_FIELD in posted:
        return undo(visit, posted)
    try:
        token, is_current = read_action_token(posted)
    except signing.BadSignature:
        raise PostRefusedError from None
    if is_cross_site(visit.request) or not is_current:
        if holds_receipt(visit, token.reference):
            renewed = token._replace(number=new_number())
            return ask_what(visit, renewed, posted) or see_other(visit.address)
        raise PostRefusedError
    if token.action == FORGET:
        response = see_other(form_address(visit, posted, **{FORGOTTEN: 1}))
        forget(visit, token.reference, response)
        return response
    submission = find_submission(visit, token.reference)
    if submission is None:
        raise PostRefusedError
    if token.action == ADD:
        return add(visit, submission, token, posted)
    if token.action == RATE:
        return rate(visit, submission, token, posted)
    taken = withdraw(submission)
    submission.refresh_from_db()
    return show_withdrawn(visit, submission, taken)


def add(
    visit: Visit, submission: Submission, token: ActionToken, posted: QueryDict
) -> HttpResponse:
    """Store the message and give thanks, or show what is wrong with it."""
    form = AdditionForm(posted)
    if not form.is_valid():
        return ask_for_addition(visit, submission, token, posted)
    if not store_addition(visit, submission, token, form):
        return show_withdrawn(visit, submission)
    return see_other(visit.thanks_address(submission, added=1))


def rate(
    visit: Visit, submission: Submission, token: ActionToken, posted: QueryDict
) -> HttpResponse:
    """Correct the rating and give thanks, or ask for one."""
    form = RatingForm(posted)
    if not form.is_valid():
        return ask_for_rating(visit, submission, token, posted)
    if not correct_rating(submission, form.cleaned_data["rating"]):
        return see_other(visit.address_about(submission))
    return see_other(visit.thanks_address(submission, rated=1))


def undo(visit: Visit, posted: QueryDict) -> HttpResponse:
    """Take a withdrawal back, then show the receipt."""
    if is_cross_site(visit.request):
        raise PostRefusedError
    try:
        submission = undo_withdrawal(posted, page_id=visit.page.pk)
    except (signing.BadSignature, Submission.DoesNotExist):
        raise PostRefusedError from None
    return see_other(visit.address_about(submission))


def see_other(address: str) -> HttpResponse:
    """A redirect, so that going back or reloading sends nothing again."""
    return HttpResponseRedirect(address, status=HTTPStatus.SEE_OTHER)
