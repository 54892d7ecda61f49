"""The words of a stored article, as a reader meets them."""

import html
import re

INLINE_TAGS = re.compile(r"</?(b|a)\b[^>]*>")
ANY_TAG = re.compile(r"<[^>]+>")
# What the importer may add where the source has no name of its own.
ADDED = {"Risks and side effects", "What it is", "Introduction", "Table"}
NO_WORDS = {"id", "type", "evidence", "frequency", "columns_type"}


def words(text: str) -> list[str]:
    """The words of a text, without punctuation."""
    return re.findall(r"\w+", text)


def pieces(page) -> list[str]:
    """The title and every text of the sections, in the order of the page.

    Read again from the database and through the blocks, as Wagtail reads it.
    """
    page = type(page).objects.get(pk=page.pk)
    found = [page.title]
    for section in page.sections:
        value = section.block.get_prep_value(section.value)
        for name in ("heading", "body", "items", "closing"):
            found += _pieces(value.get(name, ""))
    return [piece for piece in found if piece and piece not in ADDED]


def page_text(page) -> str:
    """All of the pieces on one line."""
    return " ".join(" ".join(pieces(page)).split())


def _pieces(value) -> list[str]:
    if isinstance(value, str):
        return [html.unescape(ANY_TAG.sub(" ", INLINE_TAGS.sub("", value))).strip()]
    if isinstance(value, list):
        return [piece for each in value for piece in _pieces(each)]
    if isinstance(value, dict):
        names = [name for name in value if name not in NO_WORDS]
        return [piece for name in names for piece in _pieces(value[name])]
    return []
