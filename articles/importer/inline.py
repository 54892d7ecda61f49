"""Words with their bold parts and links, independent of any markup."""

import re
from typing import NamedTuple

from django.utils.html import escape

SAFE_HREF = re.compile(r"(?i)(https?://[^\s/]|mailto:[^\s]|tel:[^\s])[^\s]*\Z")
# Not the single no-break space that keeps a number and its unit on one line.
SPACES = re.compile(r"[^\S\n]{2,}|(?<!\d)[^\S\n]|[^\S\n\xa0\u202f]")
# Unicode's control characters but for tab and line break, and lone surrogates.
CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ufeff\ud800-\udfff]")
# Soft hyphens, zero-width characters and directions. Joiners stay in other scripts.
INVISIBLE = re.compile(
    r"[\xad\u034f\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f]"
    r"|(?<=[\x00-\u024f])[\u200c\u200d]|[\u200c\u200d](?=[\x00-\u024f]|\Z)"
)

# What Word stores of its font Symbol, where "m" is the sign of micro: other than
# its letters, these characters mean nothing elsewhere.
SYMBOL_FONT = dict(
    zip("abgdlmpstqDSWFY£³±°´®¹»¥×", "αβγδλµπστθΔΣΩΦΨ≤≥±°×→≠≈∞⋅", strict=True)
)
PRIVATE = {0xF000 + ord(letter): SYMBOL_FONT[letter] for letter in "m£³±°´®"}


class Span(NamedTuple):
    """A run of text in one look.

    `href` is None outside links and empty in a link that leads nowhere usable.
    `script` is "sup" or "sub" for raised or lowered letters. `italic` and `lost`, an
    address that leads nowhere from here, are not stored but reported.
    A line break in `text` is one that readers see.
    """

    text: str
    bold: bool = False
    href: str | None = None
    script: str = ""
    italic: bool = False
    lost: str = ""


Spans = list[Span]


def safe_href(href: str) -> str:
    """The address if it is for the web, for mail or for a telephone; else empty."""
    href = CONTROLS.sub("", href).strip().replace(" ", "%20")
    return href if SAFE_HREF.match(href) else ""


def without_invisible(text: str) -> str:
    """The text without characters that readers do not see."""
    return INVISIBLE.sub("", CONTROLS.sub("", text)).translate(PRIVATE)


def in_symbol_font(text: str) -> str:
    """The characters that a text shows in the font Symbol."""
    return "".join(SYMBOL_FONT.get(letter, letter) for letter in text)


def tidy(spans: Spans) -> Spans:
    """The same words with single spaces, no outer space, and like spans joined."""
    joined: Spans = []
    last = "\n"
    for span in spans:
        # A number may end the span before.
        number = last if last.isdigit() else ""
        text = SPACES.sub(" ", number + without_invisible(span.text))[len(number) :]
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


def losses(spans: Spans) -> list[tuple[str, str]]:
    """(what, words) of all that the site does not store of these spans."""
    found = []
    for span in spans:
        words = span.text.strip()
        if span.lost and words:
            found.append(("link", f"{words} ({span.lost})"))
        if span.italic and words:
            found.append(("italics", words))
    return found


def to_html(spans: Spans) -> str:
    """Wagtail's rich text: text, `<b>`, `<a>`, `<sup>`, `<sub>` and `<br/>` only."""
    parts = []
    for span in spans:
        markup = escape(span.text).replace("\n", "<br/>")
        if span.script:
            markup = f"<{span.script}>{markup}</{span.script}>"
        if span.bold:
            markup = f"<b>{markup}</b>"
        if span.href:
            markup = f'<a href="{escape(span.href)}">{markup}</a>'
        parts.append(markup)
    return "".join(parts)
