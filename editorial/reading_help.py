"""The reading help beside the page editor: advice on the text in the preview."""

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST
from wagtail.permission_policies.pages import PagePermissionPolicy

from .models import PlainWord
from .reading.advice import Kind, advise
from .reading.reading_age import OLDEST, YOUNGEST

# Characters of HTML: ten times the longest article. It takes a second or two.
LONGEST_PAGE = 600_000
SHOWN_OF_A_KIND = 20

HEADINGS = {
    Kind.LONG_SENTENCE: _("Long sentences"),
    Kind.LONG_PARAGRAPH: _("Long paragraphs"),
    Kind.HARD_WORD: _("Hard words"),
    Kind.US_SPELLING: _("US words and spellings"),
    Kind.VAGUE_LINK: _("Links that do not say where they lead"),
    Kind.ADDRESS_LINK: _("Links that show an address"),
}
WHAT_TO_DO = {
    Kind.LONG_SENTENCE: _("Make two of one. Up to 25 words are easy to follow."),
    Kind.LONG_PARAGRAPH: _(
        "Begin a new paragraph with each new thought, or use a list."
    ),
    Kind.HARD_WORD: _("Write the plain words, or explain the hard one beside them."),
    Kind.US_SPELLING: _("Write what readers in the UK know."),
    Kind.VAGUE_LINK: _("Let the link name its page: screen readers list links alone."),
    Kind.ADDRESS_LINK: _(
        "Let the link name its page: an address is hard to listen to."
    ),
}


@require_POST
def reading_help(request: HttpRequest) -> HttpResponse:
    """Advice on the HTML of a page's main part, which is sent as `html`.

    `lang` is the language of that page; there is advice for English alone. Nothing is
    stored. Raises PermissionDenied for staff who write no pages.
    """
    policy = PagePermissionPolicy()
    if not policy.user_has_any_permission(request.user, ["add", "change", "publish"]):
        raise PermissionDenied
    html = request.POST.get("html", "")
    context = {
        "is_english": request.POST.get("lang", "").lower().startswith("en"),
        "is_too_long": len(html) > LONGEST_PAGE,
        "youngest": YOUNGEST,
        "oldest": OLDEST,
    }
    if context["is_english"] and not context["is_too_long"]:
        report = advise(html, dict(PlainWord.objects.values_list("term", "plain")))
        context["report"] = report
        context["groups"] = [
            {
                "kind": kind,
                "heading": HEADINGS[kind],
                "what_to_do": WHAT_TO_DO[kind],
                "total": len(report.findings[kind]),
                "findings": report.findings[kind][:SHOWN_OF_A_KIND],
                "more": max(0, len(report.findings[kind]) - SHOWN_OF_A_KIND),
            }
            for kind in Kind
            if kind in report.findings
        ]
    return render(request, "editorial/reading_help.html", context)
