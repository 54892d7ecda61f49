"""A file's text as an article with its parts, and what became of every block."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from .blocks import Block, Doubt, Heading, LeftOut, what_is_lost
from .decoding import damage
from .html import looks_like_html, read_html
from .leaving_out import leave_out
from .markdown import looks_like_markdown, read_markdown
from .outline import Part, divide
from .page_details import PageDetails
from .plain_text import read_plain_text, with_lone_headings
from .problems import ImportProblemError
from .sections import heading_of
from .title import find_title

# More than any article has; what is compared with each other must stay quick.
MAX_BLOCKS = 4_000
# The place of what is kept though it may not belong to the article.
NEEDS_A_PERSON = "needs a person"


class Place(NamedTuple):
    """What became of a block: `place` is a kind of section, "title" or a reason."""

    place: str
    text: str
    is_left_out: bool = False


@dataclass
class Article:
    """A title, its parts, and what became of every block in the file's order."""

    title: str
    parts: list[Part]
    places: list[Place]
    description: str = ""
    notices: list[str] = field(default_factory=list)

    @property
    def needs_a_person(self) -> list[str]:
        """What was kept though it may not belong to the article."""
        return [place.text for place in self.places if place.place == NEEDS_A_PERSON]

    @property
    def left_out(self) -> list[tuple[str, str]]:
        """(reason, text) of every block that is not in the article."""
        return [(place.place, place.text) for place in self.places if place.is_left_out]


def extract(text: str, path: Path) -> Article:
    """The article in a text. `path` gives a name where the text has no title.

    Raises ImportProblemError if nothing of an article is in it.
    """
    if looks_like_markdown(text, path):
        blocks, details = read_markdown(text)
        blocks = with_lone_headings(blocks)
    elif looks_like_html(text):
        blocks, details = read_html(text)
    else:
        blocks, details = read_plain_text(text), PageDetails()
    if len(blocks) > MAX_BLOCKS:
        raise ImportProblemError(
            "The file has more paragraphs than any article. Save the article alone."
        )
    blocks = _without_settled_doubts([*details.notes, *leave_out(blocks)])
    blocks += what_is_lost(blocks)
    title, source = find_title(blocks, details.title, path)
    body = [block for block in blocks if block is not source]
    parts = divide(body)
    if not any(
        not isinstance(block, LeftOut | Heading) and block.text for block in body
    ):
        raise ImportProblemError(
            "No text of an article was found in the file, only headings, menus or "
            "forms. Check that it is the right file."
        )
    places = _places(blocks, source, parts)
    kept = "\n".join(place.text for place in places if not place.is_left_out)
    notices = [f"A character is damaged: “{near}”" for near in damage(kept)]
    if details.description:
        places.append(Place("summary", details.description))
    return Article(title, parts, places, details.description, notices)


def _without_settled_doubts(blocks: list[Block]) -> list[Block]:
    """The blocks without doubts about what was left out for another reason."""
    kept = {block.text for block in blocks if not isinstance(block, LeftOut)}
    return [
        block
        for block in blocks
        if not isinstance(block, Doubt)
        or any(text in block.text or block.text in text for text in kept)
    ]


def _places(
    blocks: list[Block], source: Block | None, parts: list[Part]
) -> list[Place]:
    kinds: dict[int, str] = {}
    added: dict[int, str] = {}
    for part in parts:
        held = [*([part.heading] if part.heading else []), *part.blocks]
        kinds |= {id(block): part.kind for block in held}
        if not part.heading:
            added[id(part.blocks[0])] = heading_of(part)
    places = []
    for block in blocks:
        if isinstance(block, Doubt):
            places.append(Place(NEEDS_A_PERSON, f"{block.reason}: {block.text}"))
            continue
        if isinstance(block, LeftOut):
            places.append(Place(block.reason, block.text, is_left_out=True))
            continue
        if id(block) in added:
            places.append(Place("added heading", added[id(block)]))
        kind = "title" if block is source else kinds[id(block)]
        places.append(Place(kind, block.text))
    return places
