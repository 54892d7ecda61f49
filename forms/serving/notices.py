"""The notices that stand in a form, and their versions."""

from typing import TYPE_CHECKING, NamedTuple

from forms.models.notice_version import find_version, plain_text

if TYPE_CHECKING:
    from forms.models import FormField, FormPage


class Notice(NamedTuple):
    """The words of a notice, and the version that they are."""

    text: str
    version: str


def consent_notice(page: "FormPage", question: "FormField") -> Notice:
    """What a patient agrees to who ticks the box: the notice, and the box's words."""
    text = plain_text(question.text)
    words = f"{question.label}\n{text}"
    return Notice(text, find_version(page, words, question.clean_name))


def notices_of(page: "FormPage") -> list[Notice]:
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
