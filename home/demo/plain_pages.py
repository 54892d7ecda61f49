"""The plain pages: about, privacy, complaints, accessibility."""

from collections.abc import Callable
from typing import NamedTuple

from .clinic import EMAIL, NAME, PHONE
from .content_blocks import (
    action,
    bullets,
    care_card,
    inset,
    quote,
    steps,
    table,
    text,
)


class PlainPage(NamedTuple):
    """A plain page. `body` is a function because pages it leads to must exist."""

    slug: str
    title: str
    introduction: str
    body: Callable[[], list[dict]]
    in_menu: bool = False


def about() -> list[dict]:
    """Who the clinic is."""
    return [
        text(
            f"{NAME} is an independent clinic for people with long-term pain. It "
            "opened in 2014, in an old schoolhouse by the river.",
            "Four people see patients here: a consultant, a physiotherapist, a "
            "psychologist and a nurse. Most patients meet at least two of them.",
            "<h2>What to expect from us</h2>",
            bullets(
                "time: a first appointment lasts an hour",
                "straight answers, also when the answer is that we cannot help",
                "no pressure to have any treatment",
                "letters that you can read, with a copy to your GP if you wish",
            ),
        ),
        quote(
            "Nobody leaves without a next step, even if that step is back to the GP.",
            "Marguerite Fell, lead pain nurse",
        ),
        text(
            "<h2>What we do not do</h2>",
            "We are not an emergency service, and we do not replace your GP. The NHS "
            "offers most of our treatments free of charge.",
        ),
        inset(
            "This is a demonstration. The clinic, its people and its places are "
            "invented, and nobody answers the telephone."
        ),
        action("Ask for a consultation", "contact"),
    ]


def privacy() -> list[dict]:
    """What happens to personal data."""
    return [
        text(
            "<h2>This website</h2>",
            "Reading our pages sets no cookies, and nobody measures what you read. "
            "Nothing on the pages comes from another company.",
            "If you send us a form, your browser keeps its reference for 30 days. "
            "With it you can add to the form or withdraw it. Your browser keeps "
            "nothing else, and sends it to that form only.",
            "<h2>What you send us</h2>",
            "What you write in our forms may say something about your health. "
            "The law protects such data more than other data.",
        ),
        table(
            "What we keep, why, and for how long",
            ["What", "Why", "How long"],
            ["Feedback", "To improve our care", "2 years"],
            ["Enquiries", "To answer you", "1 year"],
            [
                "Complaints and reports of harm",
                "The law asks us to keep them",
                "10 years",
            ],
            ["Requests about your data", "To show that we answered", "3 years"],
            [
                "Your patient record",
                "To look after you",
                "8 years after your last visit",
            ],
        ),
        text(
            "The years count from the day when we have dealt with what you sent.",
            "<h2>Who can read it</h2>",
            "Only staff who need it to do their work. We do not sell data, and we do "
            "not send what you wrote by e-mail.",
            "<h2>Your rights</h2>",
            bullets(
                "you can see what we keep about you",
                "you can have mistakes put right",
                "you can ask us to delete it, or to stop using it",
                "you can take back a consent at any time",
            ),
            f"Write to {EMAIL}, or telephone {PHONE}. We confirm within 30 days that "
            "we have your request.",
            "You can also complain to the Information Commissioner’s Office "
            '(<a href="https://ico.org.uk/">ico.org.uk</a>).',
        ),
    ]


def complaints() -> list[dict]:
    """How to complain, and what happens then."""
    return [
        text(
            "You can complain with our feedback form, by telephone, in a letter or "
            "face to face. Somebody else can do it for you.",
            "A complaint never changes how we look after you.",
        ),
        steps(
            (
                "We write to you within 3 working days",
                "You learn who looks into your complaint, and how to reach them.",
            ),
            (
                "You have an answer within 20 working days",
                "It says what we found, what went wrong and what we change. If we need "
                "longer, we tell you why.",
            ),
            (
                "If you are not content, ask for a review",
                "You have 6 months for this. Somebody who had no part in the first "
                "answer looks at everything again.",
            ),
            (
                "If you are still not content",
                "We tell you which independent body can look at your complaint.",
            ),
        ),
        text(
            "<h2>Other places to turn to</h2>",
            "The Care Quality Commission (CQC) wants to hear about poor care, though "
            "it does not settle single complaints: "
            '<a href="https://www.cqc.org.uk/">cqc.org.uk</a>.',
        ),
        care_card(
            "urgent",
            "Telephone us at once if:",
            "you think that somebody is in danger from what happened here",
            "you were given a wrong treatment",
        ),
        action("Write to us", "feedback"),
    ]


def accessibility() -> list[dict]:
    """How the website and the buildings can be used by everybody."""
    return [
        text(
            "<h2>This website</h2>",
            "We want everybody to be able to use it. You should be able to:",
            bullets(
                "make the text twice as large without losing any of it",
                "reach everything with a keyboard",
                "listen to it with a screen reader",
                "fill in forms without a time limit that loses your answers",
            ),
            "We aim at level AA of the Web Content Accessibility Guidelines 2.2.",
            "<h2>Our buildings</h2>",
            "Both have a level entrance, a lift or no stairs, and a toilet for "
            "wheelchair users. Assistance dogs are welcome.",
            "<h2>Other formats</h2>",
            "We send every page in large print, in easy read, as a recording or in "
            "another language. This costs nothing.",
            f"Tell us what does not work for you: {PHONE} or {EMAIL}. We answer "
            "within 5 working days.",
        ),
    ]


PLAIN_PAGES = [
    PlainPage(
        "about",
        "About us",
        "A small clinic that takes its time.",
        about,
        in_menu=True,
    ),
    PlainPage(
        "privacy",
        "Privacy",
        "What we know about you, why, and who can read it.",
        privacy,
    ),
    PlainPage(
        "complaints",
        "Complaints",
        "If something went wrong, we want to know, and to put it right.",
        complaints,
    ),
    PlainPage(
        "accessibility",
        "Accessibility",
        "How to use this website and our buildings, whatever you need.",
        accessibility,
    ),
]
