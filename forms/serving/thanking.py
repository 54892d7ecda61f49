"""The page that thanks, and says what happens next."""

from django.http import HttpResponse
from django.template.response import TemplateResponse

from forms.models.submission import Submission

from .visit import Visit


def find_sent(visit: Visit) -> Submission | None:
    """The submission that the address gives thanks for."""
    reference = visit.request.GET.get("sent", "")
    if not reference or "\x00" in reference:
        return None
    return Submission.objects.filter(
        page_id=visit.page.pk, reference=reference, is_test=visit.is_test
    ).first()


def thank(visit: Visit, submission: Submission | None) -> HttpResponse:
    """The thanks; in a preview for no submission."""
    context = visit.page.get_context(visit.request) | {
        "visit": visit,
        "form_submission": submission,
    }
    template = visit.page.get_landing_page_template(visit.request)
    return TemplateResponse(visit.request, template, context)
