"""“You told us about this page on 3 May”: in place of the form, never in its way."""

from django.http import HttpResponse
from django.template.response import TemplateResponse
from django.utils.http import urlencode
from wagtail.models import Page

from editorial.clinic_time import clinic_day
from forms.models.submission import Submission
from forms.serving.visit import Visit

from .action_token import TOKEN_FIELD, new_action_token
from .cookie import cookie_name, references

# In the address of the form: what to do with which reference. FORGET is posted only.
ADD, WITHDRAW, FORGET = "add", "withdraw", "forget"
# “Answer as somebody else”.
AFRESH = "afresh"


def find_received(visit: Visit, about_page: Page | None) -> list[Submission]:
    """What was sent about this page from this browser, the oldest first.

    Costs a query only if the browser says that something was.
    """
    name = cookie_name(about_page.pk if about_page else None)
    held = references(visit, name)
    if not held:
        return []
    return list(
        Submission.objects.filter(
            reference__in=held,
            page_id=visit.page.pk,
            is_test=False,
            withdrawn_at=None,
            erased_at=None,
        ).order_by("submit_time", "pk")
    )


class Received:
    """One submission in the notice, with where to add to it and to withdraw it."""

    def __init__(self, visit: Visit, submission: Submission):
        self.reference = submission.reference
        self.day = clinic_day(submission.submit_time)
        self.add_address = action_address(visit, ADD, submission)
        self.withdraw_address = action_address(visit, WITHDRAW, submission)
        self.forget_token = new_action_token(FORGET, submission.reference).sign()


def action_address(visit: Visit, action: str, submission: Submission) -> str:
    """Where this is done."""
    return f"{visit.address}?{urlencode({action: submission.reference})}"


def address_about(visit: Visit, submission: Submission) -> str:
    """The form about the same page."""
    about = submission.about_page_id
    return f"{visit.address}?{urlencode({'about': about})}" if about else visit.address


def afresh_address(visit: Visit) -> str:
    """The same form for somebody else, with the page it is about and the rating."""
    kept = {
        name: visit.request.GET[name]
        for name in ("about", "rating")
        if name in visit.request.GET
    }
    return f"{visit.address}?{urlencode({**kept, AFRESH: 1})}"


def show_notice(
    visit: Visit, received: list[Submission], about_page: Page | None
) -> HttpResponse:
    """The notice, with what can be done."""
    context = visit.page.get_context(visit.request) | {
        "visit": visit,
        "received": [Received(visit, submission) for submission in received],
        "about_page": about_page,
        "afresh_address": afresh_address(visit),
        "token_field": TOKEN_FIELD,
    }
    return TemplateResponse(visit.request, "forms/receipt_notice.html", context)
