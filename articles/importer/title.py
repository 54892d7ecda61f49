"""What the page is called."""

import re
from collections.abc import Iterator
from pathlib import Path

from .blocks import Block, Heading, LeftOut, Paragraph
from .kinds import announced_kinds
from .phrases import bare
from .text_lines import looks_like_heading

MAX_TITLE_LENGTH = 255


def find_title(
    blocks: list[Block], own_title: str, path: Path
) -> tuple[str, Block | None]:
    """The title, and the block it was taken from (None if from elsewhere).

    `own_title` is what the page calls itself in its head. Pages with several headings
    of level 1 mean sections by them, unless one of them is the page's own title.
    """
    return next(
        (title, block)
        for title, block in _candidates(blocks, own_title, path)
        if 0 < len(title) <= MAX_TITLE_LENGTH
    )


def _candidates(
    blocks: list[Block], own_title: str, path: Path
) -> Iterator[tuple[str, Block | None]]:
    kept = [block for block in blocks if not isinstance(block, LeftOut)]
    headings = [block for block in kept if isinstance(block, Heading)]
    tops = [heading for heading in headings if heading.level == 1]
    own = bare(own_title)
    yield from (
        (block.text, block) for block in [*tops, *kept[:1]] if bare(block.text) == own
    )
    if len(tops) == 1:
        yield tops[0].text, tops[0]
    for top in tops[:1]:
        if not announced_kinds(top.text) and own.startswith(bare(top.text)):
            yield top.text, top
    same = (each for each in headings if bare(each.text) == own)
    yield own_title, next(same, None)
    for block in kept[:1]:
        is_section = block in tops and announced_kinds(block.text)
        if not is_section and (
            isinstance(block, Heading)
            or (isinstance(block, Paragraph) and looks_like_heading(block.text))
        ):
            yield block.text, block
    words = re.sub(r"[\W_]+", " ", path.stem).strip() or "Imported article"
    yield (words[0].upper() + words[1:])[:MAX_TITLE_LENGTH], None
