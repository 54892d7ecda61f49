"""Referred pain."""

from home.demo.article import Article
from home.demo.content_blocks import (
    bullets,
    care_card,
    expander,
    inset,
    picture,
    section,
    suitability,
    table,
    text,
)
from home.demo.people import IMOGEN_SALLOW
from home.demo.references import CHRONIC_PAIN, CORE_STANDARDS, nhs


def sections() -> list[dict]:
    """What referred pain is, and what can be done about it."""
    return [
        section(
            "definition",
            text(
                "Referred pain is pain that you feel in one part of the body although "
                "its cause is in another part.",
                "Most pain is local. If you cut a finger, it is the finger that "
                "hurts. With referred pain, the place that hurts may be healthy.",
            ),
            picture(
                "Where pain is felt",
                "A figure. Lines run from the heart to the left arm and the jaw, and "
                "from a kidney to the groin.",
                "Three common routes of referred pain.",
            ),
            care_card(
                "emergency",
                "Call 999 if:",
                "you have sudden chest pain that does not go away",
                "chest pain spreads to an arm, your neck, jaw, back or stomach",
                "you have chest pain and sweat, feel sick or are short of breath",
            ),
        ),
        section(
            "symptoms",
            text(
                "Referred pain is often dull and hard to point to. It can move, or "
                "cover a wide area. Pressing on the sore place may change nothing.",
            ),
            table(
                "Where some pains start, and where people feel them",
                ["Where it starts", "Where you may feel it"],
                ["Heart", "Left arm, neck, jaw or upper back"],
                ["Kidney stone", "Lower back, groin or inner thigh"],
                ["Gallbladder", "Right shoulder or between the shoulder blades"],
                ["Hip joint", "Thigh or knee"],
                ["Neck joints and muscles", "Head, shoulder or arm"],
            ),
        ),
        section(
            "causes",
            text(
                "Nerves from different parts of the body meet in the spinal cord. "
                "They share pathways to the brain.",
                "The brain then has to work out where a signal came from. When "
                "pathways are shared, it can settle on the wrong place.",
                "The first cause can be in:",
                bullets(
                    "an internal organ, such as the heart or a kidney",
                    "a muscle or joint",
                    "a nerve, for example one that is pressed in the back",
                ),
                "With some long-term conditions, such as fibromyalgia, pain is felt "
                "in many places. There may be no single starting point.",
            ),
            expander(
                "How nerves come to share a pathway",
                "Before birth, the heart forms close to the neck. It keeps the nerves "
                "from that level of the spinal cord.",
                "Nerves from the left arm join the spinal cord nearby. This is one "
                "reason why pain from the heart can be felt in the arm.",
            ),
        ),
        section(
            "challenges",
            text(
                "Treating the place that hurts may not help if the cause is somewhere "
                "else. This goes for painkillers, physiotherapy and operations alike.",
                "It can take several appointments to find the cause. Sometimes none "
                "is found, although the pain is real.",
                "Pain that lasts can also make the nervous system more sensitive. "
                "Then signals may go on after the first cause has healed.",
            ),
            inset(
                "A pain diary helps. Note where it hurts, when, and what you were "
                "doing. Two weeks are enough for a first appointment."
            ),
        ),
        section(
            "topic",
            text(
                "The first step is to look for the cause. Your GP can do this, and "
                "refer you to an NHS hospital if needed.",
                "If the pain lasts longer than 3 months, the aim often changes. It is "
                "then about living better with pain. Being active at your own pace, "
                "good sleep and support all play a part.",
                "Some people with long-term pain are offered infusion therapy. It is "
                "not for everybody. For some kinds of pain, national guidelines "
                "advise against it.",
            ),
            heading="What can be done",
        ),
        section(
            "topic",
            care_card(
                "urgent",
                "Ask for an urgent GP appointment or call 111 if:",
                "you have a new pain and also a high temperature",
                "you see blood in your pee",
                "a pain keeps waking you at night",
            ),
            heading="When to get help soon",
        ),
        suitability(
            text(
                "See your GP before you come to us, so that urgent causes can be "
                "looked for. We then look at your pain as a whole.",
            ),
            heading="When a pain clinic can help",
            questions=[
                "What could be causing my pain, and what has been ruled out?",
                "Which tests would change what we do next?",
                "What can I do myself while I wait?",
            ],
        ),
    ]


ARTICLE = Article(
    slug="referred-pain",
    title="Referred pain",
    summary="Pain that you feel in one part of the body although its cause is in "
    "another, such as arm pain from the heart.",
    alternative_names=["Reflective pain"],
    author=IMOGEN_SALLOW,
    picture="Stray line",
    sections=sections,
    references=[
        CHRONIC_PAIN,
        CORE_STANDARDS,
        nhs("Heart attack", "heart-attack"),
        nhs("Kidney stones", "kidney-stones"),
    ],
    related=["nerve-pain", "fibromyalgia", "about"],
    treatments=[
        "physiotherapy-led-rehabilitation",
        "pain-management-programme",
        "infusion-therapy",
    ],
)
