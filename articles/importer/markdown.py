"""The few signs of Markdown that people use in plain text: bold, links, pictures."""

import re

from .inline import Span, Spans, safe_href

PICTURE = re.compile(r"!\[([^\]\n]*)\]\([^)\s]*(?:\s+\"[^\"]*\")?\)")
INLINE = re.compile(
    r"\*\*(?=\S)(?P<bold>[^*\n]*\S)\*\*"
    r"|(?<!\w)__(?=\S)(?P<underlined>[^_\n]*\S)__(?!\w)"
    r"|\[(?P<words>[^\[\]\n]+)\]\((?P<href>[^()\s]+)(?:\s+\"[^\"]*\")?\)"
)
EMPHASIS = re.compile(
    r"(?<![\w*])\*(?=[^\s*])([^*\n]*[^\s*])\*(?![\w*])"
    r"|(?<![\w_])_(?=[^\s_])([^_\n]*[^\s_])_(?![\w_])"
)


def take_pictures(text: str) -> tuple[str, list[str]]:
    """The text without Markdown's pictures, and their alternative texts."""
    return PICTURE.sub("", text), PICTURE.findall(text)


def read_inline(text: str) -> Spans:
    """The words with Markdown's bold parts and links."""
    spans: Spans = []
    position = 0
    for match in INLINE.finditer(text):
        spans.append(Span(_plain(text[position : match.start()])))
        bold = match["bold"] or match["underlined"]
        if bold:
            spans += [span._replace(bold=True) for span in read_inline(bold)]
        else:
            words = match["words"]
            is_bold = words.startswith("**") and words.endswith("**")
            spans.append(
                Span(_plain(words.strip("*")), is_bold, safe_href(match["href"]))
            )
        position = match.end()
    spans.append(Span(_plain(text[position:])))
    return spans


def _plain(text: str) -> str:
    return EMPHASIS.sub(lambda match: match[1] or match[2], text)
