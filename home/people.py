"""The clinic's people, and a profile of each."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _

from articles.models import ConditionPage, TreatmentPage
from editorial.models import Clinician

from .for_everybody import for_everybody
from .languages import front_page_shown
from .navigation import Link


@for_everybody
def people(request: HttpRequest) -> HttpResponse:
    """Everybody who works at the clinic."""
    clinicians = Clinician.objects.select_related("photograph")
    context = {
        "clinicians": clinicians,
        "breadcrumb_trail": [],
        "description": _("Who you will meet at the clinic."),
    }
    return render(request, "home/people.html", context)


@for_everybody
def clinician_page(request: HttpRequest, slug: str) -> HttpResponse:
    """One of them, with the public articles they wrote. Raises Http404."""
    clinicians = Clinician.objects.select_related("photograph")
    clinician = get_object_or_404(clinicians, slug=slug)
    front_page = front_page_shown(request)
    context = {
        "clinician": clinician,
        "articles": [
            *ConditionPage.objects.listed_below(front_page).filter(author=clinician),
            *TreatmentPage.objects.listed_below(front_page).filter(author=clinician),
        ],
        "breadcrumb_trail": [Link(_("Our people"), reverse("people"))],
        "description": f"{clinician.name}, {clinician.role}",
    }
    return render(request, "home/clinician_page.html", context)
