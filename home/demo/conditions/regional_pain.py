"""Complex regional pain syndrome."""

from home.demo.article import Article
from home.demo.content_blocks import (
    bullets,
    care_card,
    do_and_dont,
    section,
    suitability,
    text,
    warning,
)
from home.demo.people import IMOGEN_SALLOW
from home.demo.references import REGIONAL_PAIN, nhs


def sections() -> list[dict]:
    """What complex regional pain syndrome is, and what can be done about it."""
    return [
        section(
            "definition",
            text(
                "Complex regional pain syndrome (CRPS) is strong, lasting pain in one "
                "arm, leg, hand or foot.",
                "It mostly begins after an injury, such as a broken wrist. The pain "
                "is far stronger than the injury would explain.",
            ),
        ),
        section(
            "symptoms",
            text(
                "The skin of the limb may hurt at the lightest touch. You may also "
                "notice:",
                bullets(
                    "burning or stabbing pain that does not let go",
                    "skin that changes colour, or feels hotter or colder",
                    "swelling, or sweating in one place",
                    "stiff joints and weak muscles",
                    "nails and hair that grow faster or slower",
                    "a feeling that the limb does not belong to you",
                ),
            ),
        ),
        section(
            "causes",
            text(
                "Nobody knows why it begins in one person and not in another. It "
                "seems that the body reacts too strongly to an injury.",
                "Nerves, blood vessels and the brain all take part. It is not in your "
                "mind, and it is nobody’s fault.",
            ),
        ),
        section(
            "challenges",
            text(
                "There is no single test. Doctors decide from what you tell them and "
                "what they see, and rule out other causes.",
                "Because touch hurts, people protect the limb and stop using it. This "
                "makes it stiffer, and the brain’s picture of it fades.",
            ),
            warning(
                "Tell us before an operation",
                "An operation or injury to the same limb can bring symptoms back. "
                "Tell every surgeon and anaesthetist that you have had CRPS.",
            ),
        ),
        section(
            "topic",
            text(
                "UK guidelines name four parts of care, used together from early on:",
                bullets(
                    "information, so that you can look after yourself",
                    "moving and using the limb again, with a therapist",
                    "treating pain",
                    "support for mood, fear and family life",
                ),
                "Many people get better in the first year or two. In some, the pain "
                "stays for longer.",
            ),
            do_and_dont(
                [
                    "look at the limb and touch it gently several times a day",
                    "use it for small tasks, even if slowly",
                ],
                [
                    "do not put it in a sling or splint unless you were told to",
                    "do not use ice or very hot water on it",
                ],
            ),
            heading="What can help",
        ),
        section(
            "topic",
            care_card(
                "urgent",
                "Ask for an urgent GP appointment or call 111 if:",
                "a limb in plaster becomes much more painful, cold or blue",
                "your skin is red and hot and you have a high temperature",
                "you feel that you cannot go on like this",
            ),
            heading="When to get help soon",
        ),
        suitability(
            text(
                "Early rehabilitation matters most, and the NHS offers it. Ask your "
                "GP or fracture clinic first, as waiting for us could cost time.",
            ),
            heading="When a pain clinic can help",
            questions=[
                "Do my symptoms fit CRPS, or could it be something else?",
                "Who leads my rehabilitation, and how often do we meet?",
                "What do you advise for going back to work?",
            ],
        ),
    ]


ARTICLE = Article(
    slug="complex-regional-pain-syndrome",
    title="Complex regional pain syndrome",
    summary="Strong, lasting pain in one arm or leg, mostly after an injury. Early "
    "rehabilitation matters most.",
    alternative_names=["CRPS", "Reflex sympathetic dystrophy", "Sudeck’s atrophy"],
    author=IMOGEN_SALLOW,
    picture="Crowded rings",
    sections=sections,
    references=[
        REGIONAL_PAIN,
        nhs("Complex regional pain syndrome", "complex-regional-pain-syndrome"),
    ],
    related=["nerve-pain", "physiotherapy-led-rehabilitation"],
    treatments=["physiotherapy-led-rehabilitation", "infusion-therapy"],
)
