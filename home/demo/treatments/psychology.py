"""Psychological therapy."""

from home.demo.article import Article
from home.demo.content_blocks import (
    bullets,
    care_card,
    expander,
    guideline,
    outcome,
    section,
    steps,
    suitability,
    text,
)
from home.demo.people import NADIA_OKONEDO_PRYCE
from home.demo.references import CHRONIC_PAIN, PSYCHOLOGY_REVIEW


def sections() -> list[dict]:
    """What the treatment is, what speaks for it and what against."""
    return [
        section(
            "definition",
            text(
                "Psychological therapy is a talking treatment. It helps with the "
                "strain that pain puts on life.",
                "Being offered it does not mean that your pain is imagined. All pain "
                "is real.",
            ),
        ),
        section(
            "mechanism",
            text(
                "Thoughts, feelings and habits can turn pain up or down. Therapy "
                "looks at those that you can change.",
            ),
            expander(
                "The two kinds that we offer",
                "Cognitive behavioural therapy (CBT) looks at how thoughts and habits "
                "feed each other, and tries out new ones.",
                "Acceptance and commitment therapy (ACT) makes room for pain. It puts "
                "effort into what matters to you.",
            ),
        ),
        section(
            "procedure",
            steps(
                (
                    "First conversation, 50 minutes",
                    "You say what you hope for. The psychologist says what therapy "
                    "can and cannot do.",
                ),
                (
                    "Six to twelve sessions",
                    "You meet every week or two, in person or by video. There are "
                    "small tasks in between.",
                ),
                (
                    "Ending",
                    "You write down together what helped. One more session follows "
                    "after 3 months.",
                ),
            ),
        ),
        section(
            "benefits",
            text(
                "A review of 2020 looked at 75 studies with 9,401 people. Most "
                "studies were of CBT.",
            ),
            evidence="moderate",
            items=[
                outcome(
                    "Less distress",
                    "CBT led to a small improvement, compared with usual care.",
                ),
                outcome(
                    "Doing more",
                    "There was a small gain in daily activities after CBT.",
                ),
                outcome(
                    "Less pain",
                    "Any difference was small or very small. For ACT, studies were "
                    "too few to be sure.",
                ),
            ],
        ),
        section(
            "considerations",
            text(
                "Few studies have counted unwanted effects, so there are no good "
                "figures."
            ),
            items=[
                outcome(
                    "Feeling worse for a time",
                    "Talking about hard things can upset you. Tell your psychologist, "
                    "who can slow down.",
                    "No reliable figure",
                ),
                outcome(
                    "No change",
                    "We look at this together after 4 sessions.",
                    "No reliable figure",
                ),
            ],
        ),
        section(
            "alternatives",
            text(
                bullets(
                    "NHS Talking Therapies, which you can ask for yourself in England",
                    "a pain management programme in a group",
                    "an exercise programme",
                    "a self-help book or a free NHS course",
                    "doing nothing new for now",
                ),
            ),
        ),
        section(
            "guidelines",
            items=[
                guideline(
                    "NICE",
                    "Consider CBT or ACT for pain, for people aged 16 and over with "
                    "chronic primary pain.",
                    "https://www.nice.org.uk/guidance/ng193",
                    "2021-04-07",
                ),
            ],
        ),
        section(
            "topic",
            care_card(
                "urgent",
                "Call 111 and choose the mental health option if:",
                "you think about ending your life",
                "you cannot keep yourself from harm",
                "you feel that nobody around you can help",
            ),
            heading="If you are in crisis",
        ),
        suitability(
            text(
                "It suits you if pain has changed your mood, sleep or plans, and you "
                "want to try something different.",
            ),
            questions=[
                "Which kind of therapy do you suggest, and why?",
                "How will I notice that it helps?",
                "Who can read your notes?",
            ],
        ),
    ]


ARTICLE = Article(
    slug="psychological-therapy",
    title="Psychological therapy for pain",
    summary="A talking treatment for the strain that pain puts on mood, sleep and "
    "daily life.",
    alternative_names=["Talking therapy", "CBT for pain", "ACT for pain"],
    author=NADIA_OKONEDO_PRYCE,
    picture="Way out",
    sections=sections,
    references=[CHRONIC_PAIN, PSYCHOLOGY_REVIEW],
    related=["fibromyalgia", "nerve-pain"],
)
