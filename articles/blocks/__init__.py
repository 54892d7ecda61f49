"""The vocabulary of an article: sections, and the content blocks inside them."""

from .body import BodyBlock, PageBodyBlock
from .references import ReferencesBlock
from .sections import SectionsBlock
from .sections_adapter import SectionsBlockAdapter

__all__ = [
    "BodyBlock",
    "PageBodyBlock",
    "ReferencesBlock",
    "SectionsBlock",
    "SectionsBlockAdapter",
]
