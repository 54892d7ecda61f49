"""Osteoarthritis pain."""

from home.demo.article import Article
from home.demo.content_blocks import (
    bullets,
    care_card,
    section,
    suitability,
    table,
    text,
)
from home.demo.people import TOBIAS_RENN
from home.demo.references import EXERCISE_REVIEW, OSTEOARTHRITIS, nhs


def sections() -> list[dict]:
    """What osteoarthritis pain is, and what can be done about it."""
    return [
        section(
            "definition",
            text(
                "Osteoarthritis is a condition that makes joints painful and stiff. "
                "Knees, hips and hands are affected most.",
                "It is often called wear and tear. That is only half true, as joints "
                "also repair themselves throughout life.",
            ),
        ),
        section(
            "symptoms",
            text(
                "Symptoms come and go, and differ from joint to joint. You may notice:",
                bullets(
                    "pain when you use the joint",
                    "stiffness for up to half an hour after rest",
                    "a joint that looks bigger, grates or gives way",
                    "trouble with stairs, jars or getting up",
                ),
            ),
        ),
        section(
            "causes",
            text(
                "The smooth lining of the joint gets thinner, and the bone below it "
                "changes shape. The chance of this grows with:",
                bullets(
                    "age, mostly from the middle forties on",
                    "earlier injuries to the joint",
                    "body weight",
                    "parents or siblings who have it",
                ),
            ),
        ),
        section(
            "challenges",
            text(
                "Pain and X-rays do not match well. Some people with bad X-rays have "
                "little pain, and others have much pain with good X-rays.",
                "Exercise can hurt at first. Many people then stop, just before it "
                "starts to help.",
            ),
        ),
        section(
            "topic",
            table(
                "What NICE says about ways to help",
                ["Way to help", "What NICE says"],
                ["Exercise made for you", "Offer it to everybody"],
                ["Losing weight, if overweight", "Offer support"],
                ["Hands-on therapy", "Only together with exercise"],
                ["Walking aids", "Consider for hips and knees"],
                ["Acupuncture", "Do not offer"],
                ["Electrical stimulation", "Do not offer"],
                ["Joint replacement", "Consider if other ways do too little"],
            ),
            heading="What national guidelines say",
        ),
        section(
            "topic",
            care_card(
                "urgent",
                "Ask for an urgent GP appointment or call 111 if:",
                "a joint is suddenly hot, red and very painful",
                "you feel hot and shivery and a joint is swollen",
                "you cannot put weight on a leg after a fall",
            ),
            heading="When to get help soon",
        ),
        suitability(
            text(
                "Most people do not need a pain clinic for osteoarthritis. We can "
                "help when pain keeps you from exercise, work or sleep.",
            ),
            heading="When a pain clinic can help",
            questions=[
                "Which exercises suit my joints, and how often?",
                "How much soreness afterwards is to be expected?",
                "When should I ask about a joint replacement?",
            ],
        ),
    ]


ARTICLE = Article(
    slug="osteoarthritis-pain",
    title="Osteoarthritis pain",
    summary="Painful, stiff joints, mostly knees, hips and hands. Exercise made for "
    "you is the first thing to try.",
    alternative_names=["Joint pain", "Wear and tear", "Degenerative joint disease"],
    author=TOBIAS_RENN,
    picture="Two curves",
    sections=sections,
    references=[
        OSTEOARTHRITIS,
        EXERCISE_REVIEW,
        nhs("Osteoarthritis", "osteoarthritis"),
    ],
    related=["long-term-back-pain", "physiotherapy-led-rehabilitation"],
    treatments=["physiotherapy-led-rehabilitation"],
)
