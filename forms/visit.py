"""One request to one form."""

import hashlib
import json
import time
from typing import Any

from django.http import HttpRequest
from django.utils.functional import cached_property
from django.utils.http import urlencode
from wagtail.models import Page

from forms.builder.autofill import turn_off_autofill
from forms.builder.free_texts import asks_for_words
from forms.builder.patient_form import PatientForm
from forms.safety.help import sender_key
from forms.tokens import FormToken, new_number
from submissions.models.rating import Rating
from submissions.models.submission import Submission

# What a question asks, and so what its answers mean.
MEANING = (
    "clean_name",
    "label",
    "field_type",
    "choices",
    "text",
    "shown_if_question",
    "shown_if_answers",
)


class Visit:
    """A form as it is served at `address` to a request.

    `is_test` says that an editor is trying it: what is sent then does not count.
    """

    def __init__(
        self,
        page: Page,
        request: HttpRequest,
        address: str,
        *,
        is_test: bool = False,
    ):
        self.page = page
        self.request = request
        self.address = address
        self.is_test = is_test

    @cached_property
    def builder(self) -> Any:
        """The questions, read once, and what makes a form of them."""
        return self.page.form_builder(self.page.get_form_fields())

    @property
    def questions(self) -> list:
        """The questions in their order, without the headings."""
        return self.builder.questions

    @property
    def asks_for_words(self) -> bool:
        """Whether patients may write what cannot wait."""
        return any(map(asks_for_words, self.questions))

    @cached_property
    def form_class(self) -> type[PatientForm]:
        """The form."""
        form_class = self.builder.get_form_class()
        if self.page.kiosk_mode:
            turn_off_autofill(form_class)
        return form_class

    @cached_property
    def asked(self) -> str:
        """A digest of all that is asked, and of the notices that stand with it."""
        meanings = [
            [getattr(field, name) for name in MEANING] for field in self.builder.fields
        ]
        text = json.dumps([self.page.privacy_notice, meanings])
        return hashlib.sha256(text.encode()).hexdigest()[:16]

    def thanks_address(self, submission: Submission, **more: int) -> str:
        """Where its sender is thanked, and shown the help for what was written."""
        asked = {"sent": submission.reference, **more, "key": sender_key(submission)}
        return f"{self.address}?{urlencode(asked)}"

    def address_about(self, submission: Submission) -> str:
        """The form about the same page."""
        about = submission.about_page_id
        return (
            f"{self.address}?{urlencode({'about': about})}" if about else self.address
        )

    @property
    def chosen_rating(self) -> Rating | None:
        """The rating chosen in the panel that led here."""
        chosen = self.request.GET.get("rating", "")
        return Rating(int(chosen)) if chosen in map(str, Rating.values) else None

    def new_token(self, about_page_id: int | None) -> FormToken:
        """A token for this form, with a number never used before."""
        return FormToken(
            self.page.pk,
            about_page_id,
            new_number(),
            self.asked,
            self.is_test,
            served_at=round(time.time(), 1),
        )
