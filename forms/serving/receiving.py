"""What was sent: stored once, or shown again with what must be done."""

from http import HTTPStatus

from django.core import signing
from django.http import HttpResponse, HttpResponseRedirect, QueryDict

from forms.origin import is_cross_site
from forms.question_form import NEW_NAME
from forms.tokens import FormToken, read_expired_token, read_token
from forms.visit import Visit
from submissions.models.submission import Submission

from .asking import TOKEN_FIELD, render_form
from .receipts import give_receipt
from .storing import store

# More questions than this have not gone at once.
MOST_GONE = 50


def receive(visit: Visit, posted: QueryDict) -> HttpResponse:
    """Store what was sent once, then redirect; or show what is wrong with it."""
    token, is_current = token_sent(visit, posted)
    form = visit.form_class(posted)
    stored = None
    if is_current:
        stored = Submission.objects.filter(token=token.number).first()
    if stored and (not form.is_valid() or stored.has_answers(form.cleaned_data)):
        return redirect_to_thanks(visit, stored)
    # A token from before questions were digested tells nothing of them.
    has_changed = token.asked not in ("", visit.asked)
    if form.is_valid() and is_current and not stored and not has_changed:
        return redirect_to_thanks(visit, store(visit, form, token))
    if stored or has_changed or not is_current:
        token = token.renewed(visit.asked)
    return render_form(
        visit,
        form,
        token,
        asks_again=not is_current and not has_changed,
        has_changed=has_changed,
        # Other answers, after going back: kept in the form, to be sent or not.
        sent_before=stored,
        no_longer_asked=answers_no_longer_asked(visit, posted),
    )


def token_sent(visit: Visit, posted: QueryDict) -> tuple[FormToken, bool]:
    """The token that came back, and whether it still counts.

    If it does not (too old, not ours, sent from another website, or on trial where it
    should be real), another about the same page takes its place, and nothing that was
    typed is lost.
    """
    signed = posted.get(TOKEN_FIELD, "")
    nothing = visit.new_token(None)
    try:
        token = read_token(signed)
        is_current = not is_cross_site(visit.request)
    except signing.SignatureExpired:
        token = read_expired_token(signed)
        is_current = False
    except signing.BadSignature:
        return nothing, False
    if token.form_page_id != visit.page.pk:
        return nothing._replace(about_page_id=token.about_page_id), False
    if token.is_test != visit.is_test:
        return token._replace(is_test=visit.is_test), False
    return token, is_current


def answers_no_longer_asked(visit: Visit, posted: QueryDict) -> tuple[str, ...]:
    """What was answered to questions that are gone: the patient may want the words."""
    gone = [
        text
        for name, texts in posted.lists()
        if NEW_NAME.fullmatch(name) and name not in visit.form_class.base_fields
        for text in texts
        if text.strip()
    ]
    return tuple(gone[:MOST_GONE])


def redirect_to_thanks(visit: Visit, submission: Submission) -> HttpResponse:
    """A redirect, so that going back or reloading sends nothing again."""
    response = HttpResponseRedirect(
        visit.thanks_address(submission), status=HTTPStatus.SEE_OTHER
    )
    give_receipt(visit, submission, response)
    return response
