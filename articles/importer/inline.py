"""Words with their bold parts and links, independent of any markup."""

import re
from typing import NamedTuple

from django.utils.html import escape

SAFE_HREF = re.compile(r"(?i)(https?://[^\s/]|mailto:[^\s]|tel:[^\s])[^\s]*\Z")
SPACES = re.compile(r"[^\S\n]+")
# Unicode's control characters but for tab and line break, and lone surrogates.
CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ufeff\ud800-\udfff]")


class Span(NamedTuple):
    """A run of text in one look.

    `href` is None outside links and empty in a link that leads nowhere usable.
    A line break in `text` is one that readers see.
    """

    text: str
    bold: bool = False
    href: str | None = None


Spans = list[Span]


def safe_href(href: str) -> str:
    """The address if it is for the web, for mail or for a telephone; else empty."""
    href = CONTROLS.sub("", href).strip()
    return href if SAFE_HREF.match(href) else ""


def tidy(spans: Spans) -> Spans:
    """The same words with single spaces, no outer space, and like spans joined."""
    joined: Spans = []
    last = "\n"
    for span in spans:
        text = SPACES.sub(" ", CONTROLS.sub("", span.text))
        text = re.sub(r" ?\n ?", "\n", text)
        if last in " \n":
            text = text.lstrip(" ")
        if text.startswith("\n") and last == " ":
            joined[-1] = joined[-1]._replace(text=joined[-1].text.rstrip(" "))
        if not text:
            continue
        last = text[-1]
        if joined and joined[-1][1:] == span[1:]:
            text = joined.pop().text + text
        joined.append(span._replace(text=text))
    return strip(joined)


def strip(spans: Spans) -> Spans:
    """The spans without white space at both ends, and without empty ones."""
    spans = list(spans)
    while spans and not spans[0].text.strip():
        spans.pop(0)
    while spans and not spans[-1].text.strip():
        spans.pop()
    if spans:
        spans[0] = spans[0]._replace(text=spans[0].text.lstrip())
        spans[-1] = spans[-1]._replace(text=spans[-1].text.rstrip())
    return [span for span in spans if span.text]


def raw_text(spans: Spans) -> str:
    """The characters of the spans, line breaks included."""
    return "".join(span.text for span in spans)


def plain(spans: Spans) -> str:
    """The words on one line."""
    return " ".join(raw_text(spans).split())


def cut(spans: Spans, start: int, end: int | None = None) -> Spans:
    """The spans between two positions in `raw_text(spans)`."""
    end = len(raw_text(spans)) if end is None else end
    parts = []
    position = 0
    for span in spans:
        text = span.text[max(start - position, 0) : max(end - position, 0)]
        if text:
            parts.append(span._replace(text=text))
        position += len(span.text)
    return parts


def lines(spans: Spans) -> list[Spans]:
    """The spans of each line."""
    found = []
    start = 0
    for line in raw_text(spans).split("\n"):
        found.append(cut(spans, start, start + len(line)))
        start += len(line) + 1
    return found


def is_bold(spans: Spans) -> bool:
    """Whether every word is bold."""
    return bool(spans) and all(span.bold or not span.text.strip() for span in spans)


def is_linked(spans: Spans) -> bool:
    """Whether every word is part of a link."""
    words = [span for span in spans if span.text.strip()]
    return bool(words) and all(span.href is not None for span in words)


def has_links(spans: Spans) -> bool:
    """Whether a usable link is among the spans."""
    return any(span.href for span in spans)


def to_html(spans: Spans) -> str:
    """Wagtail's rich text for the spans: text, `<b>`, `<a>` and `<br/>` only."""
    parts = []
    for span in spans:
        markup = escape(span.text).replace("\n", "<br/>")
        if span.bold:
            markup = f"<b>{markup}</b>"
        if span.href:
            markup = f'<a href="{escape(span.href)}">{markup}</a>'
        parts.append(markup)
    return "".join(parts)
