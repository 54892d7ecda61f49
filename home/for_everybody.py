"""What a view says of a page that is the same bytes for everybody."""

from collections.abc import Callable
from functools import wraps

from django.http import HttpResponse
from django.utils.cache import patch_cache_control

View = Callable[..., HttpResponse]


def for_everybody(view: View) -> View:
    """Any cache may keep its answer, and asks each time whether it is still so.

    Unless the answer itself says who may keep it. Such a view reads neither cookies nor
    the query: clinicsite/page_cache gives its answer to all who ask for the address.
    """

    @wraps(view)
    def wrapped(*args, **kwargs) -> HttpResponse:
        response = view(*args, **kwargs)
        if not response.has_header("Cache-Control"):
            patch_cache_control(response, public=True, no_cache=True)
        return response

    return wrapped
