"""The page that thanks, and says what happens next."""

from django.http import HttpResponse
from django.template.response import TemplateResponse

from forms.safety.help import find_help
from forms.visit import Visit
from submissions.models.submission import Submission

from .kiosk import go_back_in_time, way_back
from .receipts import holds_receipt


def find_sent(visit: Visit) -> Submission | None:
    """The submission that the address gives thanks for."""
    reference = visit.request.GET.get("sent", "")
    if not reference or "\x00" in reference:
        return None
    return Submission.objects.filter(
        page_id=visit.page.pk,
        reference=reference,
        is_test=visit.is_test,
        withdrawn_at=None,
    ).first()


def thank(visit: Visit, submission: Submission | None) -> HttpResponse:
    """The thanks; in a preview for no submission."""
    back = way_back(visit, submission)
    context = visit.page.get_context(visit.request) | {
        "visit": visit,
        "form_submission": submission,
        "was_added": "added" in visit.request.GET,
        "was_rated": "rated" in visit.request.GET,
        "has_receipt": submission and holds_receipt(visit, submission.reference),
        "way_back": back,
        "help": find_help(visit.request, submission),
    }
    template = visit.page.get_landing_page_template(visit.request)
    response = TemplateResponse(visit.request, template, context)
    if back:
        go_back_in_time(response, back)
    return response
