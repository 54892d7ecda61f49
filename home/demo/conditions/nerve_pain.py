"""Nerve pain."""

from home.demo.article import Article
from home.demo.content_blocks import (
    bullets,
    care_card,
    do_and_dont,
    inset,
    section,
    suitability,
    text,
)
from home.demo.people import IMOGEN_SALLOW
from home.demo.references import NERVE_PAIN, PSYCHOLOGY_REVIEW, nhs


def sections() -> list[dict]:
    """What nerve pain is, and what can be done about it."""
    return [
        section(
            "definition",
            text(
                "Nerve pain comes from the nerves themselves. Doctors call it "
                "neuropathic pain.",
                "Nerves carry messages about touch, heat and injury. A damaged nerve "
                "can send messages of pain when nothing is hurting you.",
            ),
        ),
        section(
            "symptoms",
            text(
                "Nerve pain feels different from a bruise. People say it is:",
                bullets(
                    "burning, or as cold as ice",
                    "like electric shocks",
                    "like pins and needles, or crawling under the skin",
                    "set off by a light touch, such as a bed sheet",
                ),
                "The painful place can also be numb. Many people find it is worse at "
                "night.",
            ),
        ),
        section(
            "causes",
            text(
                "Many things can harm a nerve. Some of the more common ones are:",
                bullets(
                    "diabetes",
                    "shingles",
                    "a slipped disc that presses on a nerve",
                    "an injury or an operation",
                    "some treatments for cancer",
                    "low levels of vitamin B12, or drinking a lot of alcohol",
                ),
                "In some people no cause is found.",
            ),
        ),
        section(
            "challenges",
            text(
                "Painkillers from the pharmacy are made for other kinds of pain. They "
                "often do little for nerve pain.",
                "The medicines that a GP can offer do not help everybody. It may take "
                "weeks to find out, and each has side effects.",
            ),
            inset(
                "Less pain is a more realistic aim than no pain. Many people judge a "
                "treatment by what they can do again."
            ),
        ),
        section(
            "topic",
            do_and_dont(
                [
                    "check numb feet every day for cuts and blisters",
                    "test bath water with your elbow first",
                    "keep your blood sugar in range if you have diabetes",
                ],
                [
                    "do not walk barefoot if your feet are numb",
                    "do not stop a medicine suddenly without asking",
                ],
            ),
            heading="Looking after numb or painful skin",
        ),
        section(
            "topic",
            care_card(
                "urgent",
                "Ask for an urgent GP appointment or call 111 if:",
                "an arm or leg is newly weak, or your foot drags",
                "you have diabetes and a wound on your foot",
                "you have a painful rash with blisters on one side",
            ),
            heading="When to get help soon",
        ),
        suitability(
            text(
                "A GP can start treatment, and NICE lists what to try first. We can "
                "help if this was not enough, or if daily life has become narrow.",
            ),
            heading="When a pain clinic can help",
            questions=[
                "Do I need blood tests to look for a cause?",
                "What is the chance that this treatment helps me?",
                "How will we decide when to stop?",
            ],
        ),
    ]


ARTICLE = Article(
    slug="nerve-pain",
    title="Nerve pain",
    summary="Burning, shooting or electric pain that comes from the nerves "
    "themselves. Diabetes and shingles are common causes.",
    alternative_names=["Neuropathic pain", "Neuralgia"],
    author=IMOGEN_SALLOW,
    picture="Branches",
    sections=sections,
    references=[
        NERVE_PAIN,
        PSYCHOLOGY_REVIEW,
        nhs("Peripheral neuropathy", "peripheral-neuropathy"),
    ],
    related=["complex-regional-pain-syndrome", "referred-pain"],
    treatments=["psychological-therapy", "infusion-therapy"],
)
