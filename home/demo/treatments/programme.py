"""The pain management programme."""

from home.demo.article import Article
from home.demo.content_blocks import (
    action,
    bullets,
    guideline,
    outcome,
    quote,
    section,
    suitability,
    table,
    text,
)
from home.demo.people import NADIA_OKONEDO_PRYCE
from home.demo.references import CHRONIC_PAIN, CORE_STANDARDS, PROGRAMME_STANDARDS


def sections() -> list[dict]:
    """What the treatment is, what speaks for it and what against."""
    return [
        section(
            "definition",
            text(
                "A pain management programme is a course for a group. It helps you to "
                "live better with pain that does not go away.",
                "A psychologist, a physiotherapist and a nurse lead it together. Up "
                "to 10 people take part.",
            ),
        ),
        section(
            "mechanism",
            text(
                "Pain affects movement, sleep, mood and work, and each affects the "
                "others. The programme works on all of them at once.",
                "You also meet people who know what it is like. Many say that this "
                "was half of it.",
            ),
            quote(
                "For once I did not have to explain why I was standing up.",
                "Invented for this demonstration",
            ),
        ),
        section(
            "procedure",
            text("The programme takes one morning a week, for 8 weeks."),
            table(
                "What happens each week",
                ["Week", "Topic", "Led by"],
                ["1", "How pain works", "Nurse"],
                ["2", "Pacing your day", "Physiotherapist"],
                ["3", "Moving again", "Physiotherapist"],
                ["4", "Worry and low mood", "Psychologist"],
                ["5", "Sleep", "Nurse"],
                ["6", "Family, friends and work", "Psychologist"],
                ["7", "Questions about medicines", "Nurse"],
                ["8", "Flare-ups, and going on alone", "All three"],
            ),
            text("We meet once more after 3 months, to see how you are."),
        ),
        section(
            "benefits",
            evidence="mixed",
            items=[
                outcome(
                    "Coping better",
                    "Many people feel more in charge of their days. Studies do not "
                    "agree on how much.",
                ),
                outcome(
                    "Being less held back",
                    "Some studies found a small gain in daily activities.",
                ),
                outcome(
                    "Less worry about pain",
                    "People often worry less. The pain itself may not change.",
                ),
            ],
        ),
        section(
            "considerations",
            items=[
                outcome(
                    "More pain at the start",
                    "Sitting, travelling and moving more can set off pain.",
                    "No reliable figure",
                ),
                outcome(
                    "Hard feelings",
                    "Talking about pain can bring up sadness or anger. You can leave "
                    "the room, or speak to one of us alone.",
                    "No reliable figure",
                ),
                outcome(
                    "Time",
                    "8 mornings, and about 30 minutes on other days.",
                    "Everybody",
                ),
            ],
            closing=[
                text(
                    "A group does not suit you in a mental health crisis. Nor does it "
                    "while you wait for the results of tests.",
                ),
            ],
        ),
        section(
            "alternatives",
            text(
                bullets(
                    "an NHS pain management programme; your GP can refer you",
                    "talking therapy on your own",
                    "a course by video or from a book, at your own speed",
                    "a local support group",
                    "doing nothing new for now",
                ),
            ),
        ),
        section(
            "guidelines",
            items=[
                guideline(
                    "NICE",
                    "NICE looked at programmes for chronic primary pain. It did not "
                    "recommend for or against them, and asked for more research.",
                    "https://www.nice.org.uk/guidance/ng193",
                    "2021-04-07",
                ),
                guideline(
                    "British Pain Society",
                    "The society describes who should lead a programme, and what it "
                    "should hold. We follow its description.",
                    "https://www.britishpainsociety.org/",
                    None,
                ),
            ],
        ),
        section(
            "topic",
            text(
                "Both our buildings have a room for the group, without steps. Tell us "
                "what you need: a firm chair, a hearing loop, a rest in between.",
            ),
            action("See where we are in Wendlemere", "wendlemere"),
            heading="Taking part",
        ),
        suitability(
            text(
                "It suits you if you have had the tests you need, and want to change "
                "how you live with pain.",
            ),
            questions=[
                "How many people finish the programme?",
                "May I miss a week?",
                "Who sees what I say in the group?",
            ],
        ),
    ]


ARTICLE = Article(
    slug="pain-management-programme",
    title="Pain management programme",
    summary="A course in a small group, over 8 weeks, about living better with pain "
    "that does not go away.",
    alternative_names=["PMP", "Pain course"],
    author=NADIA_OKONEDO_PRYCE,
    picture="Round table",
    sections=sections,
    references=[CHRONIC_PAIN, PROGRAMME_STANDARDS, CORE_STANDARDS],
    related=["fibromyalgia", "psychological-therapy", "wendlemere"],
)
