"""The notices that stand in a form, and their versions."""

from typing import Any, NamedTuple

from wagtail.models import Page

from editorial.rich_text import plain_text
from forms.models.notice_version import find_version


class Notice(NamedTuple):
    """The words of a notice, and the version that they are."""

    text: str
    version: str


def consent_notice(page: Page, question: Any) -> Notice:
    """What a patient agrees to who ticks the box: the notice, and the box's words."""
    text = plain_text(question.text)
    words = f"{question.label}\n{text}"
    return Notice(text, find_version(page, words, question.clean_name))


def notices_of(page: Page) -> list[Notice]:
    """All notices of a form. Wordings that are new become versions."""
    text = plain_text(page.privacy_notice)
    return [
        Notice(text, find_version(page, text)),
        *(
            consent_notice(page, question)
            for question in page.get_form_fields()
            if question.field_type == "consent"
        ),
    ]
