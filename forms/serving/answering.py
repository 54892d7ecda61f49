"""What a request to a form gets: the form, the thanks, or the form once more."""

from django.http import HttpResponse
from django.utils.cache import add_never_cache_headers, patch_cache_control

from .asking import ask
from .posted import PostRefusedError, read_post
from .receiving import receive
from .refusing import refuse
from .thanking import find_sent, thank
from .visit import Visit


def answer(visit: Visit) -> HttpResponse:
    """Ask, receive, or thank. Only the browser may keep any of it."""
    if visit.request.method == "POST":
        try:
            response = receive(visit, read_post(visit.request))
        except PostRefusedError as refused:
            response = refuse(visit, refused)
    elif submission := find_sent(visit):
        response = thank(visit, submission)
    else:
        response = ask(visit)
        # The back button brings the same form with the same token back, so that
        # what is sent again is stored once.
        patch_cache_control(response, private=True, no_cache=True)
        return response
    add_never_cache_headers(response)
    return response
