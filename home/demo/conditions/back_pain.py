"""Long-term back pain."""

from home.demo.article import Article
from home.demo.content_blocks import (
    bullets,
    care_card,
    do_and_dont,
    section,
    suitability,
    text,
)
from home.demo.people import TOBIAS_RENN
from home.demo.references import BACK_PAIN, EXERCISE_REVIEW, nhs


def sections() -> list[dict]:
    """What long-term back pain is, and what can be done about it."""
    return [
        section(
            "definition",
            text(
                "Long-term back pain is pain in the back that has lasted for more "
                "than 3 months. Doctors also call it chronic back pain.",
                "Most people have back pain at some time, and it mostly settles "
                "within weeks. For some it stays, or keeps coming back.",
            ),
            care_card(
                "emergency",
                "Call 999 or go to A&amp;E now if you have back pain and:",
                "you have lost feeling around your genitals or bottom",
                "you cannot pee, or cannot hold your pee or poo",
                "both legs are weak, numb or tingling",
                "it started after a serious accident",
            ),
        ),
        section(
            "symptoms",
            text(
                "The pain may be a constant ache or come in flare-ups. People "
                "describe:",
                bullets(
                    "stiffness in the morning or after sitting",
                    "pain that spreads into the bottom or the back of a leg",
                    "muscles that feel tight or go into spasm",
                    "broken sleep, low mood or worry about moving",
                ),
            ),
        ),
        section(
            "causes",
            text(
                "In most people, no single damaged part can be found. Doctors call "
                "this non-specific back pain.",
                "Scans often show worn discs in people who have no pain at all. A "
                "scan therefore rarely explains long-term pain.",
                "How long pain lasts also depends on sleep, stress, work and how much "
                "you can move.",
            ),
        ),
        section(
            "challenges",
            text(
                "Rest feels like the natural answer. But after a few days, rest "
                "weakens muscles and makes the back stiffer.",
                "Pain can also make people afraid of bending or lifting. Then they do "
                "less, and each movement hurts more.",
            ),
        ),
        section(
            "topic",
            do_and_dont(
                [
                    "stay active, in small amounts spread over the day",
                    "carry on with daily activities as far as you can",
                    "plan your day so that you rest before you must",
                ],
                [
                    "do not stay in bed for longer than you need",
                    "do not wait for the pain to go before you start moving",
                ],
            ),
            heading="What you can do yourself",
        ),
        section(
            "topic",
            care_card(
                "non_urgent",
                "See a GP if:",
                "your back pain has not improved after a few weeks",
                "it stops you from working, sleeping or looking after others",
                "you are worried about it, or it is getting worse",
            ),
            heading="When to see a GP",
        ),
        suitability(
            text(
                "We offer rehabilitation and a pain management programme. Both are "
                "about doing more, and neither promises an end to pain.",
            ),
            heading="When a pain clinic can help",
            questions=[
                "Do I need a scan, and what would it change?",
                "Which activities should I begin with?",
                "What shall I do in a flare-up?",
            ],
        ),
    ]


ARTICLE = Article(
    slug="long-term-back-pain",
    title="Long-term back pain",
    summary="Pain in the back that has lasted for more than 3 months. Staying active "
    "helps many people more than rest.",
    alternative_names=["Chronic back pain", "Persistent back pain", "Lumbago"],
    author=TOBIAS_RENN,
    picture="Layered hills",
    sections=sections,
    references=[BACK_PAIN, EXERCISE_REVIEW, nhs("Back pain", "back-pain")],
    related=["nerve-pain", "osteoarthritis-pain"],
    treatments=["physiotherapy-led-rehabilitation", "pain-management-programme"],
)
