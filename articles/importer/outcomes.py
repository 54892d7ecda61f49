"""Bulleted lists as (name, explanation) pairs."""

import re

from .blocks import Item, Listing
from .inline import Spans, cut, has_links, plain, raw_text, strip, to_html

MAX_NAME_LENGTH = 120
MAX_NAME_WORDS = 12
# A colon, or a dash with a space on both sides, after a few words.
SEPARATOR = re.compile(r"\s*:\s+|\s*:\n\s*|\s+[–—-]\s+|\n")
# Neither "5 to 10" nor "1 in 1000" is a name and what it means.
BETWEEN_FIGURES = re.compile(r"\d\s*[:–—-]\s+\d")
FIRST_SENTENCE = re.compile(r"[^.!?\n]{3,80}[.!?](?=\s+[A-Z“\"(])")
LEADING_SEPARATOR = re.compile(r"\s*[:–—-]?\s*")
MAX_SENTENCE_WORDS = 7


def to_items(listing: Listing) -> list[dict[str, str]] | None:
    """The raw (name, explanation) pairs of a list.

    None if one of its entries cannot be a pair without losing or changing
    something: the list then stays running text.
    """
    if listing.ordered:
        return None
    pairs = [_pair(item) for item in listing.items]
    return None if None in pairs else [pair for pair in pairs if pair]


def _pair(item: Item) -> dict[str, str] | None:
    if item.children:
        return None
    spans = item.spans
    for name, rest in (_by_bold(spans), _by_separator(spans), _by_sentence(spans)):
        if name and rest and _fits(name):
            markup = f"<p>{to_html(rest)}</p>"
            return {"name": plain(name), "explanation": markup}
    if spans and _fits(spans):
        return {"name": plain(spans), "explanation": ""}
    return None


def _fits(name: Spans) -> bool:
    """Whether the words can be a name, which is plain text."""
    is_plain = not has_links(name) and not any(span.script for span in name)
    return len(plain(name)) <= MAX_NAME_LENGTH and is_plain


def _by_bold(spans: Spans) -> tuple[Spans, Spans]:
    """A bold beginning and what follows it."""
    end = 0
    for span in spans:
        if not span.bold:
            break
        end += len(span.text)
    if re.match(r"\w\w", raw_text(spans)[max(end - 1, 0) :][:2]):
        # Part of a word is bold.
        return [], []
    name = cut(spans, 0, end)
    rest_start = LEADING_SEPARATOR.match(raw_text(spans), end).end()
    text = plain(name)
    if text.endswith((":", "–", "—")):
        name = strip(cut(name, 0, len(raw_text(name).rstrip(" :–—"))))
    return strip(name), strip(cut(spans, rest_start))


def _by_separator(spans: Spans) -> tuple[Spans, Spans]:
    """The words before the first colon or dash, and those after it."""
    text = raw_text(spans)
    match = next(
        (
            each
            for each in SEPARATOR.finditer(text)
            if not BETWEEN_FIGURES.match(text, max(each.start() - 1, 0))
        ),
        None,
    )
    if not match or len(text[: match.start()].split()) > MAX_NAME_WORDS:
        return [], []
    if "." in text[: match.start()].rstrip("."):
        return [], []
    return strip(cut(spans, 0, match.start())), strip(cut(spans, match.end()))


def _by_sentence(spans: Spans) -> tuple[Spans, Spans]:
    """A first sentence of a few words, and the others."""
    match = FIRST_SENTENCE.match(raw_text(spans))
    if not match or len(match[0].split()) > MAX_SENTENCE_WORDS:
        return [], []
    return strip(cut(spans, 0, match.end())), strip(cut(spans, match.end()))
