"""Fibromyalgia."""

from home.demo.article import Article
from home.demo.content_blocks import (
    bullets,
    care_card,
    expander,
    quote,
    section,
    suitability,
    text,
)
from home.demo.people import NADIA_OKONEDO_PRYCE
from home.demo.references import (
    CHRONIC_PAIN,
    EXERCISE_REVIEW,
    PSYCHOLOGY_REVIEW,
    nhs,
)


def sections() -> list[dict]:
    """What fibromyalgia is, and what can be done about it."""
    return [
        section(
            "definition",
            text(
                "Fibromyalgia is a long-term condition with pain in many parts of the "
                "body, tiredness and poor sleep.",
                "It does not damage joints, muscles or organs. The pain is real all "
                "the same.",
                "NICE counts it as chronic primary pain. This means that the pain is "
                "a condition in itself, not a sign of another one.",
            ),
        ),
        section(
            "symptoms",
            text(
                "No two people have the same symptoms, and they change from day to "
                "day. Common ones are:",
                bullets(
                    "aching, burning or stabbing pain on both sides of the body",
                    "waking up tired, even after a long night",
                    "trouble with memory and concentration, called fibro-fog",
                    "headaches and a sensitive bowel",
                    "being bothered by noise, light or cold",
                ),
            ),
            quote(
                "The fog was worse than the pain. I stopped trusting myself with "
                "recipes I had cooked for years.",
                "Invented for this demonstration",
            ),
        ),
        section(
            "causes",
            text(
                "Nobody knows the exact cause. The nervous system seems to turn up "
                "the strength of pain signals.",
                "It can begin after an injury, an infection or a very stressful time. "
                "It also runs in some families.",
                "Some estimates say that nearly 1 in 20 people have it to some degree.",
            ),
        ),
        section(
            "challenges",
            text(
                "There is no blood test or scan for fibromyalgia. Many people wait "
                "years for a name for what they have.",
                "The symptoms feed each other. Pain spoils sleep, tiredness lowers "
                "mood, and low mood makes pain harder to bear.",
            ),
        ),
        section(
            "topic",
            text(
                "NICE says that you should be offered an exercise programme in a "
                "group. It also says that these can be considered:",
                bullets(
                    "a talking therapy made for pain",
                    "one course of acupuncture, within limits",
                ),
                "NICE also lists medicines that should not be started for it. They "
                "include medicines that some clinics give by infusion. We do not "
                "offer infusion therapy for fibromyalgia.",
            ),
            expander(
                "What pacing means",
                "Pacing is doing a bit less on good days and a bit more on bad days. "
                "It aims to avoid days of doing too much that end in days in bed.",
                "Start from what you can do on a bad day. Add a little each week.",
            ),
            heading="What can help",
        ),
        section(
            "topic",
            care_card(
                "non_urgent",
                "See a GP if:",
                "you have had widespread pain for more than 3 months",
                "you feel low or anxious on most days",
                "your symptoms have changed",
            ),
            heading="When to see a GP",
        ),
        suitability(
            text(
                "Our programme and our talking therapies are open to you. Many NHS "
                "pain services offer the same, and your GP can refer you.",
            ),
            heading="When a pain clinic can help",
            questions=[
                "Is there an NHS programme near me, and how long is the wait?",
                "Can I take part if I have to rest often?",
                "May I bring a friend?",
            ],
        ),
    ]


ARTICLE = Article(
    slug="fibromyalgia",
    title="Fibromyalgia",
    summary="A long-term condition with pain in many parts of the body, tiredness "
    "and poor sleep.",
    alternative_names=["Fibromyalgia syndrome", "FMS"],
    author=NADIA_OKONEDO_PRYCE,
    picture="Scattered marks",
    sections=sections,
    references=[
        CHRONIC_PAIN,
        EXERCISE_REVIEW,
        PSYCHOLOGY_REVIEW,
        nhs("Fibromyalgia", "fibromyalgia"),
    ],
    related=["pain-management-programme", "referred-pain"],
    treatments=[
        "pain-management-programme",
        "psychological-therapy",
        "physiotherapy-led-rehabilitation",
    ],
)
