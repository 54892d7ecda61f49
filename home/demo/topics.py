"""The topics that the demo's articles are sorted into."""

from typing import NamedTuple


class Topic(NamedTuple):
    """A topic. `articles` are the slugs of its conditions and treatments."""

    slug: str
    title: str
    introduction: str
    articles: list[str]


TOPICS = [
    Topic(
        slug="pain-from-nerves",
        title="Pain from nerves",
        introduction="Burning, tingling and electric shocks: where they come from, and "
        "what can be tried.",
        articles=[
            "nerve-pain",
            "complex-regional-pain-syndrome",
            "infusion-therapy",
        ],
    ),
    Topic(
        slug="back-joints-and-muscles",
        title="Back, joints and muscles",
        introduction="Pain that comes with moving, sitting or standing still.",
        articles=[
            "long-term-back-pain",
            "osteoarthritis-pain",
            "referred-pain",
            "physiotherapy-led-rehabilitation",
        ],
    ),
    Topic(
        slug="whole-body-pain",
        title="Whole-body pain",
        introduction="Pain in many places at once, with tiredness and poor sleep.",
        articles=[
            "fibromyalgia",
            "pain-management-programme",
            "physiotherapy-led-rehabilitation",
        ],
    ),
    Topic(
        slug="living-with-pain",
        title="Living with pain",
        introduction="Sleep, worry, work and the people around you.",
        articles=[
            "fibromyalgia",
            "long-term-back-pain",
            "pain-management-programme",
            "psychological-therapy",
        ],
    ),
]


def topics_of(article_slug: str) -> list[str]:
    """The slugs of the topics that the article is in."""
    return [topic.slug for topic in TOPICS if article_slug in topic.articles]
