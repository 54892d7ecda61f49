"""Pages for when the site cannot answer. They ask the database for nothing."""

import logging

from django.contrib.staticfiles.storage import staticfiles_storage
from django.http import HttpRequest, HttpResponse
from django.template import loader

logger = logging.getLogger(__name__)

STYLESHEET = "clinicsite/site.css"


def stylesheet_url() -> str:
    """The stylesheet's address; empty if it cannot be known."""
    try:
        return str(staticfiles_storage.url(STYLESHEET))
    except Exception:
        # Whatever is wrong with the files: a page without style is better than none.
        logger.warning("The stylesheet has no address. Run collectstatic.")
        return ""


def outage_page(template: str, status: int, **context: object) -> HttpResponse:
    """A page that stands by itself and that nobody may keep."""
    context["stylesheet"] = stylesheet_url()
    content = loader.render_to_string(template, context)
    return HttpResponse(content, status=status, headers={"Cache-Control": "no-store"})


def server_error(_request: HttpRequest) -> HttpResponse:
    """The answer to an error of ours. What the request carried is not looked at."""
    return outage_page("500.html", 500)
