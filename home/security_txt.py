"""Whom to tell of a weakness in the website: /.well-known/security.txt (RFC 9116)."""

from datetime import date
from urllib.parse import quote

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe
from wagtail.models import Site

from editorial.clinic_time import clinic_today
from home.models import ClinicSettings


def expiry(today: date) -> date:
    """The last day of the answer: the same for half a year, 6 to 12 months ahead.

    The contact is read anew each time, so it is right for as long as it is served.
    """
    half_year = date(today.year, 1 if today.month <= 6 else 7, 1)
    return half_year.replace(year=today.year + 1)


def contact_address(contact: str) -> str:
    """An e-mail address as a URI; what is one already stays as it is."""
    if contact.startswith(("https://", "mailto:", "tel:")):
        return contact
    return f"mailto:{quote(contact, safe='@')}"


@require_safe
@cache_control(public=True, max_age=24 * 60 * 60)
def security_txt(request: HttpRequest) -> HttpResponse:
    """The contact of the settings, else the clinic's e-mail address.

    Raises Http404 if there is neither: the standard demands one.
    """
    contact = settings.SECURITY_CONTACT or ClinicSettings.for_request(request).email
    if not contact:
        raise Http404
    root_url = Site.find_for_request(request).root_url
    fields = {
        "Contact": contact_address(contact),
        "Expires": f"{expiry(clinic_today()).isoformat()}T00:00:00Z",
        "Preferred-Languages": settings.LANGUAGE_CODE.partition("-")[0],
        "Canonical": root_url + reverse("security_txt"),
    }
    text = "".join(f"{name}: {value}\n" for name, value in fields.items())
    return HttpResponse(text, content_type="text/plain; charset=utf-8")
