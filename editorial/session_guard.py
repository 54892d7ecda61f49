"""Keeps an editor's text when the login has run out or the connection is gone."""

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.middleware.csrf import get_token
from django.shortcuts import render
from django.template.loader import render_to_string
from django.views.decorators.cache import never_cache


@never_cache
def signed_in(request: HttpRequest) -> HttpResponse:
    """Tell the editing screen that it may send its form, and with which token.

    Signing in makes a new token: the one in an open form is no longer taken. Wagtail
    answers 403 to a script, and the login to everybody else, if nobody is signed in.
    """
    if request.headers.get("x-requested-with") == "XMLHttpRequest":
        return JsonResponse({"csrf_token": get_token(request)})
    return render(request, "editorial/signed_in.html")


def session_guard() -> str:
    """The dialogs and the script, for the end of an editing screen."""
    return render_to_string("editorial/session_guard.html")
