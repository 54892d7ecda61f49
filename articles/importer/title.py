"""What the page is called."""

import re
from pathlib import Path

from .blocks import Block, Heading, LeftOut, Paragraph
from .phrases import bare
from .text_lines import looks_like_heading

MAX_TITLE_LENGTH = 255
SITE_NAME = re.compile(r"\s+[|»·•]\s+|\s+(?:[–—-]|::)\s+")
MAX_SITE_NAME_WORDS = 5


def find_title(
    blocks: list[Block], page_title: str, path: Path
) -> tuple[str, Block | None]:
    """The title, and the block it was taken from (None if from elsewhere).

    From the first heading of level 1, else from HTML's `<title>`, else from the
    first block if it reads as a heading, else from the file's name.
    """
    kept = [block for block in blocks if not isinstance(block, LeftOut)]
    headings = [
        block
        for block in kept
        if isinstance(block, Heading) and len(block.text) <= MAX_TITLE_LENGTH
    ]
    for heading in headings:
        if heading.level == 1:
            return heading.text, heading
    own_title = without_site_name(page_title)
    if own_title and len(own_title) <= MAX_TITLE_LENGTH:
        same = (each for each in headings if bare(each.text) == bare(own_title))
        return own_title, next(same, None)
    first = kept[0] if kept else None
    if isinstance(first, Heading) and first in headings:
        return first.text, first
    if isinstance(first, Paragraph) and looks_like_heading(first.text):
        return first.text, first
    return _from_name(path), None


def without_site_name(page_title: str) -> str:
    """The page's own part of a `<title>`: "Sciatica | A clinic" is "Sciatica"."""
    separators = list(SITE_NAME.finditer(page_title))
    if not separators:
        return page_title
    own, site = page_title[: separators[-1].start()], page_title[separators[-1].end() :]
    return own if len(site.split()) <= MAX_SITE_NAME_WORDS else page_title


def _from_name(path: Path) -> str:
    words = re.sub(r"[\W_]+", " ", path.stem).strip() or "Imported article"
    return (words[0].upper() + words[1:])[:MAX_TITLE_LENGTH]
