"""The receipt: a signed cookie for one form and one page that it was about.

It is sent to the form's own address only, is read by no script, and holds references.
Receipts for two pages are two cookies, which nothing joins.
"""

from datetime import timedelta
from urllib.parse import urlsplit

from django.conf import settings
from django.core import signing
from django.http import HttpRequest, HttpResponse

from forms.visit import Visit
from submissions.models.submission import Submission

SALT = "forms.receipt"
# Browsers take a name with this prefix only if the cookie is secure.
NAME = "__Secure-receipt-" if settings.HTTPS else "receipt-"
# On a shared device the newest count.
MOST_REFERENCES = 5


def keeps_receipts(visit: Visit) -> bool:
    """Not on a tablet that patients share, nor when an editor tries the form."""
    return not (visit.page.kiosk_mode or visit.is_test)


def cookie_name(about_page_id: int | None) -> str:
    """The receipt about this page; 0 stands for the clinic as a whole."""
    return f"{NAME}{about_page_id or 0}"


def path(visit: Visit) -> str:
    """Where the browser sends receipts: to the form and nowhere else."""
    return urlsplit(visit.address).path


def salt_for(visit: Visit, name: str) -> str:
    """A receipt is good under its own name and for its own form only."""
    return f"{SALT}.{visit.page.pk}.{name}"


def references(visit: Visit, name: str) -> list[str]:
    """The references on the receipt of this name, the oldest first."""
    signed = visit.request.COOKIES.get(name)
    if not signed or not keeps_receipts(visit):
        return []
    lifetime = timedelta(days=settings.RECEIPT_DAYS)
    try:
        return signing.loads(signed, salt=salt_for(visit, name), max_age=lifetime)
    except signing.BadSignature:
        return []


def give_receipt(visit: Visit, submission: Submission, response: HttpResponse) -> None:
    """Put the submission on the receipt for the page that it is about."""
    if not keeps_receipts(visit) or not settings.RECEIPT_DAYS:
        return
    name = cookie_name(submission.about_page_id)
    held = [
        reference
        for reference in references(visit, name)
        if reference != submission.reference
    ]
    write(visit, name, [*held, submission.reference], response)


def write(visit: Visit, name: str, held: list[str], response: HttpResponse) -> None:
    """Set the receipt."""
    response.set_cookie(
        name,
        signing.dumps(held[-MOST_REFERENCES:], salt=salt_for(visit, name)),
        max_age=timedelta(days=settings.RECEIPT_DAYS),
        path=path(visit),
        secure=settings.HTTPS,
        httponly=True,
        samesite="Lax",
    )


def forget(visit: Visit, reference: str, response: HttpResponse) -> None:
    """Take a reference off the receipt that holds it."""
    for name in receipt_names(visit.request):
        held = references(visit, name)
        if reference not in held:
            continue
        left = [each for each in held if each != reference]
        if left:
            write(visit, name, left, response)
        else:
            response.delete_cookie(name, path=path(visit), samesite="Lax")


def receipt_names(request: HttpRequest) -> list[str]:
    """The names of all cookies that may be receipts."""
    return [name for name in request.COOKIES if name.startswith(NAME)]


def holds_receipt(visit: Visit, reference: str) -> bool:
    """Whether this browser has a receipt with this reference."""
    return any(
        reference in references(visit, name) for name in receipt_names(visit.request)
    )
