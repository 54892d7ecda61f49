"""Pages that lack something, and their editor's forms, for tests of publication."""

from wagtail.models import Page
from wagtail.test.utils.form_data import (
    inline_formset,
    nested_form_data,
    rich_text,
    streamfield,
)

from articles.models import ConditionPage
from tests import factories


def section(kind: str, text: str = "Written.") -> dict:
    """A section of an article, as stored."""
    body = [{"type": "text", "value": f"<p>{text}</p>"}]
    return {"type": kind, "value": {"heading": kind.title(), "body": body}}


def incomplete(**values) -> ConditionPage:
    """A draft without a summary, which tells of benefits but not of risks."""
    return factories.ConditionPageFactory(
        **{"live": False, "summary": "", "sections": [section("benefits")]} | values
    )


def complete(page: ConditionPage) -> ConditionPage:
    """The page with all that it lacked, not saved."""
    page.summary = "A condition."
    page.sections = [section("benefits"), section("considerations")]
    return page


def is_live(page: Page) -> bool:
    return Page.objects.get(pk=page.pk).live


def typed(*kinds: str, **values) -> dict:
    """What the editor's form of a condition sends, with a section of each kind."""
    sections = [
        (
            kind,
            {
                "heading": kind.title(),
                "body": streamfield([("text", rich_text(f"<p>Typed {kind}.</p>"))]),
                **(
                    {"items-count": "0", "closing": streamfield([]), "evidence": ""}
                    if kind in {"benefits", "considerations"}
                    else {}
                ),
            },
        )
        for kind in kinds
    ]
    return nested_form_data(
        {
            "title": "Back pain",
            "slug": "back-pain",
            "summary": "",
            "sections": streamfield(sections),
            "references": streamfield([]),
            "related_page_links": inline_formset([]),
            "treatment_links": inline_formset([]),
            "comments": inline_formset([]),
            "alternative_names": "",
            "feedback_enabled": "on",
        }
        | values
    )
