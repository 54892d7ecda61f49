"""What a request to a form gets: the form, the thanks, or the form once more."""

from django.http import HttpResponse
from django.utils.cache import (
    add_never_cache_headers,
    patch_cache_control,
    patch_vary_headers,
)

from forms.visit import Visit

from .asking import ask
from .posted import PostRefusedError, read_post
from .receipts import act, is_action, show_receipt
from .receiving import receive
from .refusing import refuse
from .thanking import find_sent, thank


def answer(visit: Visit) -> HttpResponse:
    """Ask, receive, or thank. Only the browser may keep any of it."""
    if visit.request.method == "POST":
        try:
            posted = read_post(visit.request)
            handle = act if is_action(visit, posted) else receive
            response = handle(visit, posted)
        except PostRefusedError as refused:
            response = refuse(visit, refused)
    elif submission := find_sent(visit):
        response = thank(visit, submission)
    elif shown := show_receipt(visit):
        response = shown
    else:
        response = ask(visit)
        patch_vary_headers(response, ["Cookie"])
        if not visit.page.kiosk_mode:
            # The back button brings the same form with the same token back, so that
            # what is sent again is stored once.
            patch_cache_control(response, private=True, no_cache=True)
            return response
    add_never_cache_headers(response)
    return response
