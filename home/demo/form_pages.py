"""The feedback form and the enquiry form."""

from typing import NamedTuple

from forms.models import FormField, FormPage
from submissions.models import Submission

from .accounts import address
from .clinic import PHONE


class Question(NamedTuple):
    """A question of a form; choices stand one on each line."""

    label: str
    field_type: str
    required: bool = False
    help_text: str = ""
    choices: str = ""
    makes_complaint: bool = False
    purpose: str = ""
    identifies: bool = False


RATING = "How was your experience with us?"
GOOD = "What was good?"
BETTER = "What could be better?"
REPLY_ADDRESS = "Your e-mail address"
IS_COMPLAINT = "Treat this as a complaint"

YOUR_NAME = "Your name"
YOUR_EMAIL = "E-mail address"
YOUR_PHONE = "Telephone number"
MESSAGE = "Your message"
HOW_TO_REPLY = "How should we reply?"
CONSENT = "You may use what I wrote about my health to answer me"

FEEDBACK_QUESTIONS = [
    Question(RATING, "rating", required=True),
    Question(GOOD, "multiline"),
    Question(
        BETTER,
        "multiline",
        help_text="Please do not name other patients.",
    ),
    Question(
        REPLY_ADDRESS,
        "email",
        help_text="Only if you would like a reply.",
    ),
    Question(
        IS_COMPLAINT,
        "checkbox",
        help_text="We write to the e-mail address that you give us within 3 working "
        "days.",
        makes_complaint=True,
    ),
]

ENQUIRY_QUESTIONS = [
    Question(YOUR_NAME, "singleline", required=True, purpose="name"),
    Question(YOUR_EMAIL, "email", required=True),
    Question(
        YOUR_PHONE,
        "singleline",
        help_text="Only if we should telephone you.",
        identifies=True,
    ),
    Question(
        MESSAGE,
        "multiline",
        required=True,
        help_text="A few sentences are enough. Do not send test results.",
    ),
    Question(
        HOW_TO_REPLY,
        "radio",
        required=True,
        choices="By e-mail\nBy telephone",
    ),
    Question(CONSENT, "checkbox", required=True),
]


def form_fields(questions: list[Question]) -> list[FormField]:
    """The questions as rows of a form page, in order."""
    return [
        FormField(sort_order=number, **question._asdict())
        for number, question in enumerate(questions)
    ]


def feedback_form() -> FormPage:
    """The form behind the feedback panel, not yet saved."""
    return FormPage(
        title="Give feedback",
        slug="feedback",
        show_in_menus=True,
        kind=Submission.Kind.FEEDBACK,
        introduction="<p>Good or bad, we want to hear it. You need not give your name."
        "</p><p>This form takes about 2 minutes.</p>",
        privacy_notice="<p>Our lead nurse reads what you write. We erase it 2 "
        "years after we have dealt with it, or sooner if you ask. We do not publish it."
        "</p>",
        button_text="Send feedback",
        thank_you_title="Thank you for your feedback",
        thank_you_text="<p>We read everything within 5 working days. If you asked for "
        "a reply, it comes to your e-mail address.</p><p>Keep the reference if you "
        "want to ask about your feedback later.</p>",
        staff_addresses=address("staff"),
        form_fields=form_fields(FEEDBACK_QUESTIONS),
    )


def enquiry_form() -> FormPage:
    """The form that "Contact us" leads to, not yet saved."""
    return FormPage(
        title="Contact us",
        slug="contact",
        show_in_menus=True,
        kind=Submission.Kind.ENQUIRY,
        introduction="<p>Ask a question, or ask for a first consultation. You can "
        f"also telephone {PHONE}.</p>",
        privacy_notice="<p>Our office and our nurse read your message. We erase it "
        "1 year after we have dealt with it, or sooner if you ask.</p>",
        button_text="Send message",
        thank_you_title="Thank you for your message",
        thank_you_text="<p>We reply within 2 working days, in the way that you chose."
        "</p>",
        staff_addresses=address("staff"),
        form_fields=form_fields(ENQUIRY_QUESTIONS),
    )
