"""The site's closed door, while somebody works on it."""

import os
from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from .middleware import is_admin
from .outage import outage_page

# Seconds after which programs should ask again.
RETRY_AFTER = 600


def is_closed() -> bool:
    """Whether somebody closed the door: a file `maintenance` lies in DATA_DIR."""
    return os.path.exists(settings.DATA_DIR / "maintenance")


class MaintenanceMiddleware:
    """Answers 503 at every public address while DATA_DIR has a file `maintenance`.

    It asks for the file at each request, so that no restart is needed, and for nothing
    else: the database may be down. Staff can go on in the admin.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]):
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if is_admin(request) or not is_closed():
            return self.get_response(request)
        response = outage_page(
            "maintenance.html", 503, not_sent=request.method == "POST"
        )
        response.headers["Retry-After"] = str(RETRY_AFTER)
        # Django would log an error for each request; this is what was asked for.
        response._has_been_logged = True
        return response
