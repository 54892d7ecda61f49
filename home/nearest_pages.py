"""Which pages a wrong address may have meant."""

from collections.abc import Iterable
from difflib import SequenceMatcher
from pathlib import PurePosixPath
from typing import Any, Protocol

from django.utils.text import slugify

# Longer addresses are no slips of the pen, and cost time to compare.
MAX_WORDS_LENGTH = 60
# "fibromyalga" is 0.96 like "fibromyalgia"; "chest-pain" 0.6 like "nerve-pain".
LEAST_LIKENESS = 0.7
LEAST_SHARED_WORDS = 0.6
SMALL_WORDS = {"a", "and", "for", "in", "of", "the", "to", "with"}


class HasSlug(Protocol):
    """A page, or whatever else has an address."""

    slug: Any


def address_words(path: str) -> str:
    """The last part of an address as a slug: "/a/Back_Pain.html" gives "back-pain"."""
    name = PurePosixPath(path.replace("_", "-")).stem
    return str(slugify(name[:MAX_WORDS_LENGTH]))


def shared_words(words: str, slug: str) -> float:
    """How far the fewer words are among the more, small words apart: 0 to 1."""
    wanted, offered = (set(each.split("-")) - SMALL_WORDS for each in (words, slug))
    fewer = min(len(wanted), len(offered))
    return len(wanted & offered) / fewer if fewer else 0.0


def nearest(path: str, pages: Iterable[HasSlug], at_most: int = 3) -> list[Any]:
    """The pages whose slugs are most like the end of the address, best first.

    Like by their letters, for slips of the pen, or by their words, for pages that have
    moved.
    """
    words = address_words(path)
    if not words:
        return []
    letters: SequenceMatcher[str] = SequenceMatcher(None, "", words)
    alike = []
    for page in pages:
        letters.set_seq1(page.slug)
        likeness = shared_words(words, page.slug)
        if likeness < LEAST_SHARED_WORDS:
            likeness = 0.0
        # The quick one is an upper bound, and spares most pages the slow one.
        if letters.quick_ratio() >= LEAST_LIKENESS:
            ratio = letters.ratio()
            likeness = max(likeness, ratio if ratio >= LEAST_LIKENESS else 0.0)
        if likeness:
            alike.append((likeness, page))
    alike.sort(key=lambda pair: pair[0], reverse=True)
    return [page for _likeness, page in alike[:at_most]]
