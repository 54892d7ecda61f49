"""What an article of the demo is made of."""

from collections.abc import Callable
from typing import NamedTuple


class Article(NamedTuple):
    """One condition or treatment.

    `sections` is a function because buttons and pictures in it must exist first.
    `related` and `treatments` are slugs of other articles.
    """

    slug: str
    title: str
    summary: str
    alternative_names: list[str]
    author: str
    picture: str
    sections: Callable[[], list[dict]]
    references: list[dict]
    related: list[str]
    treatments: list[str] = []
