"""Physiotherapy-led rehabilitation."""

from home.demo.article import Article
from home.demo.content_blocks import (
    bullets,
    guideline,
    inset,
    outcome,
    section,
    steps,
    suitability,
    text,
)
from home.demo.people import TOBIAS_RENN
from home.demo.references import BACK_PAIN, CHRONIC_PAIN, EXERCISE_REVIEW


def sections() -> list[dict]:
    """What the treatment is, what speaks for it and what against."""
    return [
        section(
            "definition",
            text(
                "Rehabilitation helps you to do more of what matters to you, step by "
                "step. A physiotherapist plans it with you.",
                "It is about movement and confidence. You need no sports clothes and "
                "no experience of exercise.",
            ),
        ),
        section(
            "mechanism",
            text(
                "Regular movement makes muscles and joints stronger. It also shows "
                "the nervous system that moving is not a threat.",
                "We begin with what you can do on a bad day. Then we add a little at "
                "a time, so that flare-ups are fewer and smaller.",
            ),
        ),
        section(
            "procedure",
            steps(
                (
                    "First visit, 60 minutes",
                    "The physiotherapist asks what you want to do again, and looks at "
                    "how you move.",
                ),
                (
                    "Your plan",
                    "You choose two or three activities. You get them on paper, with "
                    "drawings, or as a recording.",
                ),
                (
                    "Six visits in 12 weeks",
                    "We change the plan with you. You can come alone or join a small "
                    "group.",
                ),
                (
                    "Last visit",
                    "We look at what has changed. You leave with a plan for flare-ups.",
                ),
            ),
            inset("You can have one visit in three by video, if you prefer."),
        ),
        section(
            "benefits",
            text(
                "A review of 2017 looked at 381 studies of exercise for long-term "
                "pain. Many of the studies were small.",
            ),
            evidence="moderate",
            items=[
                outcome(
                    "Doing more",
                    "Many studies found that people could do a little more than "
                    "before.",
                ),
                outcome(
                    "Less pain",
                    "Some studies found less pain, mostly by a small amount. Others "
                    "found no difference.",
                ),
                outcome(
                    "Quality of life",
                    "Results differ between studies.",
                ),
            ],
        ),
        section(
            "considerations",
            items=[
                outcome(
                    "Sore muscles",
                    "They settle within some weeks as your body gets used to it.",
                    "The most reported side effect; no reliable figure",
                ),
                outcome(
                    "A flare-up of your pain",
                    "We plan for it with you, and make the next steps smaller.",
                    "Not known; plan for at least one in 12 weeks",
                ),
                outcome(
                    "Time and effort",
                    "It takes about 20 minutes on most days. If you stop, the gains "
                    "fade.",
                    "Everybody",
                ),
            ],
            closing=[
                text(
                    "Speak to your GP first if you have chest pain, faint, or get out "
                    "of breath with little effort.",
                ),
            ],
        ),
        section(
            "alternatives",
            text(
                "Other ways to become more active, or to be helped:",
                bullets(
                    "NHS physiotherapy, in many places without seeing a GP first",
                    "walking, swimming or gardening on your own",
                    "an exercise referral from your GP to a leisure centre",
                    "a pain management programme, if pain affects much of your life",
                    "waiting, as some pains settle by themselves",
                ),
            ),
        ),
        section(
            "guidelines",
            items=[
                guideline(
                    "NICE, chronic pain",
                    "Offer people with chronic primary pain a supervised group "
                    "exercise programme. Take their needs and wishes into account.",
                    "https://www.nice.org.uk/guidance/ng193",
                    "2021-04-07",
                ),
                guideline(
                    "NICE, back pain",
                    "Consider a group exercise programme for a flare-up of low back "
                    "pain. Do not offer belts, corsets or traction.",
                    "https://www.nice.org.uk/guidance/ng59",
                    "2020-12-11",
                ),
            ],
        ),
        suitability(
            text(
                "It suits most people who want to do more, at any age. It suits you "
                "less if you hope that somebody else takes the pain away.",
            ),
            questions=[
                "What could I be doing in three months?",
                "What do I do on a day when everything hurts?",
                "Could I get the same from the NHS, and how soon?",
            ],
        ),
    ]


ARTICLE = Article(
    slug="physiotherapy-led-rehabilitation",
    title="Physiotherapy-led rehabilitation",
    summary="A plan of movement made with you, so that you can do more of what "
    "matters to you.",
    alternative_names=["Exercise therapy", "Pain rehabilitation"],
    author=TOBIAS_RENN,
    picture="Rising steps",
    sections=sections,
    references=[CHRONIC_PAIN, BACK_PAIN, EXERCISE_REVIEW],
    related=["long-term-back-pain", "osteoarthritis-pain"],
)
