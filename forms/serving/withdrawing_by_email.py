"""“You told us something and want it back?”: by reference and e-mail address.

Four steps at one address, each a form that is posted: who asks, the code, the last
question, done. What was typed stands in no address; the answers are the same whether or
not anything was found.
"""

import logging
import time
from http import HTTPStatus
from typing import Any

from django import forms
from django.core import signing
from django.core.cache import caches
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from forms.builder.patient_form import PatientForm
from forms.builder.typed_fields import EmailField, FoldedTextField
from forms.origin import is_cross_site
from forms.screening.buckets import Bucket
from forms.screening.network import daily_digest, network_of
from submissions.code_digits import DIGITS
from submissions.models.submission import Submission
from submissions.privacy.codes import ask_for_code, read, sign, use_code
from submissions.privacy.fingerprints import tidy_reference

from .posted import PostRefusedError, read_post
from .receipts.withdrawing import (
    UNDO_FIELD,
    keeps_words,
    undo_withdrawal,
    withdraw,
)

logger = logging.getLogger(__name__)

# The names of the tokens, which are those of the steps.
CODE, CONFIRM = "withdrawal-code", "withdrawal"
# A family or a ward may ask ten times in an hour.
NETWORK = Bucket(size=10, depth=1)
SITE = Bucket(size=200, depth=1)


class AskForm(PatientForm):
    """Which submission, and whose."""

    reference = FoldedTextField(
        label=_("Your reference"),
        limit=40,
        help_text=_("Eight letters and digits, such as K7QM-4ZD2."),
        error_messages={"required": _("Type the reference.")},
        widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
    )
    address = EmailField(
        label=_("Your e-mail address"),
        limit=254,
        help_text=_("The one that you gave us in the form."),
        error_messages={
            "required": _("Type your e-mail address."),
            "invalid": _("Type a whole e-mail address, such as name@example.org."),
        },
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )


class CodeForm(PatientForm):
    """The code from the e-mail."""

    code = FoldedTextField(
        label=_("The code from the e-mail"),
        limit=40,
        help_text=_("Six digits."),
        error_messages={"required": _("Type the code from the e-mail.")},
        widget=forms.TextInput(
            attrs={
                "autocomplete": "one-time-code",
                "inputmode": "numeric",
                "size": DIGITS + 2,
            }
        ),
    )


# No cookie is involved: the tokens in the forms, and `is_cross_site`, say who asks.
@csrf_exempt
@never_cache
@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
def withdraw_by_email(request: HttpRequest) -> HttpResponse:
    """Ask, check, withdraw; whatever was sent, a page that says what to do."""
    response = answer(request)
    response.headers["X-Robots-Tag"] = "noindex"
    return response


def answer(request: HttpRequest) -> HttpResponse:
    """The page for this step."""
    if request.method != "POST":
        return show_ask(request, AskForm())
    try:
        posted = read_post(request)
        if is_cross_site(request):
            return show_ask(request, AskForm(), starts_again=True)
        steps = {UNDO_FIELD: take_back, CONFIRM: confirmed, CODE: code_sent}
        step = next((steps[name] for name in steps if name in posted), asked)
        return step(request, posted)
    except (PostRefusedError, signing.BadSignature, Submission.DoesNotExist):
        return show_ask(request, AskForm(), starts_again=True)


def asked(request: HttpRequest, posted: QueryDict) -> HttpResponse:
    """Have the code mailed, if there is reason to; the same answer if there is none."""
    form = AskForm(posted)
    if not form.is_valid():
        return show_ask(request, form)
    if is_too_much(request):
        return show_ask(request, form, is_busy=True)
    reference = tidy_reference(form.cleaned_data["reference"])
    code = ask_for_code(reference, form.cleaned_data["address"])
    return show_code(request, CodeForm(), sign(CODE, code.pk))


def code_sent(request: HttpRequest, posted: QueryDict) -> HttpResponse:
    """Check the code, then ask once more. Raises BadSignature."""
    signed = posted[CODE]
    code_id = read(CODE, signed)
    form = CodeForm(posted)
    if not form.is_valid():
        return show_code(request, form, signed)
    submission = use_code(code_id, form.cleaned_data["code"])
    if submission is None:
        form.add_error(
            "code",
            gettext(
                "This code is not right, or no longer good. Check it, or ask for "
                "a new one."
            ),
        )
        return show_code(request, form, signed)
    if submission.withdrawn_at:
        return show_withdrawn(request, submission, "")
    return show(
        request,
        "forms/receipt_withdraw.html",
        submission=submission,
        is_kept=keeps_words(submission),
        token_field=CONFIRM,
        token={"sign": sign(CONFIRM, submission.pk)},
    )


def confirmed(request: HttpRequest, posted: QueryDict) -> HttpResponse:
    """Withdraw it. Raises BadSignature, and DoesNotExist if staff deleted it."""
    submission = Submission.objects.get(pk=read(CONFIRM, posted[CONFIRM]))
    undo = withdraw(submission)
    submission.refresh_from_db()
    return show_withdrawn(request, submission, undo)


def take_back(request: HttpRequest, posted: QueryDict) -> HttpResponse:
    """Put it back. Raises BadSignature, and DoesNotExist if staff deleted it."""
    submission = undo_withdrawal(posted)
    return show(request, "forms/withdraw/taken_back.html", submission=submission)


def is_too_much(request: HttpRequest) -> bool:
    """Whether more was asked for, from this network or altogether, than people ask.

    Without a cache, no: nobody is kept from their rights by a fault of ours.
    """
    cache, now = caches["screening"], time.time()
    network = network_of(request)
    try:
        key = f"withdraw:{daily_digest(cache, network)}"
        if network and NETWORK.take(cache, key, now) < 0:
            return True
        return SITE.take(cache, "withdraw:site", now) < 0
    except Exception as error:  # a cache of any kind, broken in any way
        logger.warning("The screening cache failed: %s", type(error).__name__)
        return False


def show_ask(
    request: HttpRequest,
    form: AskForm,
    *,
    is_busy: bool = False,
    starts_again: bool = False,
) -> HttpResponse:
    """The first step."""
    response = show(
        request,
        "forms/withdraw/ask.html",
        form,
        is_busy=is_busy,
        starts_again=starts_again,
    )
    if is_busy:
        response.status_code = HTTPStatus.TOO_MANY_REQUESTS
    return response


def show_code(request: HttpRequest, form: CodeForm, signed: str) -> HttpResponse:
    """The second step."""
    return show(
        request, "forms/withdraw/code.html", form, token_field=CODE, signed=signed
    )


def show_withdrawn(
    request: HttpRequest, submission: Submission, undo: str
) -> HttpResponse:
    """That it is withdrawn."""
    return show(
        request,
        "forms/receipt_withdrawn.html",
        submission=submission,
        is_kept=not submission.is_erased,
        undo=undo,
        undo_field=UNDO_FIELD,
    )


def show(
    request: HttpRequest, template: str, form: PatientForm | None = None, **values: Any
) -> HttpResponse:
    """A page of these steps."""
    context = {
        "visit": {"address": request.path},
        "form": form,
        "breadcrumb_trail": [],
        # Read out first by screen readers when the page has loaded again.
        "title_prefix": f"{gettext('Error:')} " if form and form.errors else "",
        **values,
    }
    return render(request, template, context)
