"""Infusion therapy. The medicine is never named: the law forbids advertising it."""

from home.demo.article import Article
from home.demo.content_blocks import (
    bullets,
    care_card,
    guideline,
    outcome,
    section,
    steps,
    suitability,
    text,
    warning,
)
from home.demo.people import IMOGEN_SALLOW
from home.demo.references import CHRONIC_PAIN, CORE_STANDARDS, YELLOW_CARD


def sections() -> list[dict]:
    """What the treatment is, what speaks for it and what against."""
    return [
        section(
            "definition",
            text(
                "In infusion therapy, a liquid runs slowly through a drip into a vein "
                "in your arm. A nurse watches you all the time.",
                "A few people with long-term pain are offered it when other "
                "treatments have not helped enough. It is not a first treatment.",
            ),
        ),
        section(
            "mechanism",
            text(
                "Nerve cells pass messages on through docking points called "
                "receptors. With long-term pain, some receptors can become too "
                "active and make the messages stronger.",
                "The treatment aims to make these receptors quieter for a time. How "
                "this leads to less pain, and in whom, is not fully understood.",
            ),
        ),
        section(
            "procedure",
            steps(
                (
                    "Consultation",
                    "A consultant asks about your pain, health and medicines. You "
                    "decide together whether to go on, and can take your time.",
                ),
                (
                    "Before you come",
                    "You eat and drink as we tell you. Somebody arranges to take you "
                    "home.",
                ),
                (
                    "The infusion",
                    "A nurse puts a thin tube into your arm. The infusion takes about "
                    "an hour, and we check your heart, blood pressure and breathing.",
                ),
                (
                    "Rest",
                    "You stay for at least an hour afterwards, until a nurse agrees "
                    "that you can go.",
                ),
                (
                    "Follow-up",
                    "We telephone the next day, and again after 2 and 6 weeks. If it "
                    "did not help, we stop.",
                ),
            ),
            warning(
                "The day of the infusion",
                "Do not drive, sign papers or look after children on your own until "
                "the next day.",
            ),
        ),
        section(
            "benefits",
            text(
                "Studies are small, and most followed people for weeks only. We "
                "cannot tell beforehand whom it will help.",
            ),
            evidence="weak",
            items=[
                outcome(
                    "Less pain for a time",
                    "Some people report less pain for days or weeks. Others notice no "
                    "change.",
                ),
                outcome(
                    "Better sleep",
                    "Some people sleep better while pain is lower. Few studies have "
                    "looked at this.",
                ),
                outcome(
                    "A better mood",
                    "Mood can lift for a short time. This is no treatment for "
                    "depression, and we do not offer it as one.",
                ),
            ],
            closing=[
                text("Whether repeated treatments keep helping is not known."),
            ],
        ),
        section(
            "considerations",
            text(
                "Every treatment has side effects. The figures depend on what is "
                "used, and you get those for your own treatment in writing."
            ),
            items=[
                outcome(
                    "Feeling sick, or being sick",
                    "It mostly passes within hours.",
                    "Between 1 and 10 in every 100 people",
                ),
                outcome(
                    "Strange sensations",
                    "You may have odd dreams, feel far away, or see things that are "
                    "not there. Some people find this frightening.",
                    "Between 1 and 10 in every 100 people",
                ),
                outcome(
                    "Higher blood pressure and a faster pulse",
                    "This is why we check both throughout.",
                    "Between 1 and 10 in every 100 people",
                ),
                outcome(
                    "A serious allergic reaction",
                    "It needs treatment at once. Our nurses are trained for it.",
                    "Fewer than 1 in every 1,000 people",
                ),
                outcome(
                    "Harm from repeated treatment",
                    "The bladder, the liver and memory may suffer. Dependence is also "
                    "possible.",
                    "Not known",
                ),
            ],
            closing=[
                text(
                    "We do not offer it if you:",
                    bullets(
                        "are pregnant or breastfeeding",
                        "have had psychosis or mania",
                        "have high blood pressure that is not controlled",
                        "have severe heart or liver disease",
                        "have been dependent on drugs or alcohol",
                    ),
                ),
            ],
        ),
        section(
            "alternatives",
            text(
                "Please look at these first. You can have most of them from the NHS, "
                "free of charge.",
                bullets(
                    "an exercise programme with a physiotherapist",
                    "a talking therapy for pain",
                    "a pain management programme",
                    "a review of your present medicines with a GP or pharmacist",
                    "doing nothing new for now, and looking again in some months",
                ),
            ),
        ),
        section(
            "guidelines",
            items=[
                guideline(
                    "NICE",
                    "For chronic primary pain, NICE lists medicines that should not "
                    "be started. They include medicines that clinics give by "
                    "infusion.",
                    "https://www.nice.org.uk/guidance/ng193",
                    "2021-04-07",
                ),
            ],
        ),
        section(
            "topic",
            care_card(
                "emergency",
                "Call 999 if, after an infusion:",
                "you have trouble breathing",
                "your lips, face or tongue swell",
                "you have chest pain or a seizure",
            ),
            heading="When to get help afterwards",
        ),
        section(
            "topic",
            text(
                "Tell us about any side effect. You can also report it yourself to "
                "the Yellow Card scheme, which watches over medicines in the UK.",
            ),
            heading="Reporting side effects",
        ),
        suitability(
            text(
                "Most people who ask us about infusion therapy do not have it. The "
                "consultation costs the same whatever you decide.",
            ),
            questions=[
                "What would be used, and is it licensed for my kind of pain?",
                "How many people like me were helped, and for how long?",
                "Which side effects matter most with my health?",
                "What happens if I choose not to have it?",
            ],
        ),
    ]


ARTICLE = Article(
    slug="infusion-therapy",
    title="Infusion therapy",
    summary="A treatment given slowly through a drip. It suits few people, and "
    "national guidelines advise against it for some kinds of pain.",
    alternative_names=["Drip treatment", "Intravenous therapy"],
    author=IMOGEN_SALLOW,
    picture="Slow drops",
    sections=sections,
    references=[CHRONIC_PAIN, CORE_STANDARDS, YELLOW_CARD],
    related=["referred-pain", "pain-management-programme"],
)
