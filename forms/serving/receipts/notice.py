"""“You told us about this page on 3 May”: in place of the form, never in its way."""

from django.http import HttpResponse, QueryDict
from django.template.response import TemplateResponse
from django.utils.http import urlencode
from wagtail.models import Page

from editorial.clinic_time import clinic_day
from forms.visit import Visit
from submissions.models.submission import Submission

from .action_token import TOKEN_FIELD, new_action_token
from .cookie import cookie_name, references
from .rating import may_correct_rating

# In the address of the form: what to do with which reference. FORGET is posted only.
ADD, RATE, WITHDRAW, FORGET = "add", "rate", "withdraw", "forget"
# “Answer as somebody else”.
AFRESH = "afresh"
# It has just been forgotten.
FORGOTTEN = "forgotten"


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
        self.add_address, self.rate_address, self.withdraw_address = (
            form_address(visit, visit.request.GET, **{action: submission.reference})
            for action in (ADD, RATE, WITHDRAW)
        )
        self.is_rated = may_correct_rating(submission)
        self.forget_token = new_action_token(FORGET, submission.reference).sign()


def asked_about(data: QueryDict) -> dict[str, str]:
    """The page that the form was opened about, and the rating chosen there."""
    return {name: data[name] for name in ("about", "rating") if name in data}


def form_address(visit: Visit, data: QueryDict, **more: int | str) -> str:
    """The same form about the same page, with the same rating."""
    return f"{visit.address}?{urlencode({**asked_about(data), **more})}"


def show_notice(
    visit: Visit, received: list[Submission], about_page: Page | None
) -> HttpResponse:
    """The notice, with what can be done."""
    context = visit.page.get_context(visit.request) | {
        "visit": visit,
        "received": [Received(visit, submission) for submission in received],
        "about_page": about_page,
        "afresh_address": form_address(visit, visit.request.GET, **{AFRESH: 1}),
        "kept": asked_about(visit.request.GET),
        "chosen_rating": visit.chosen_rating,
        "token_field": TOKEN_FIELD,
    }
    return TemplateResponse(visit.request, "forms/receipt_notice.html", context)
