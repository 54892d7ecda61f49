"""Parts of an article as the page's sections."""

import uuid

from wagtail.blocks import StreamValue

from articles.blocks import SectionsBlock

from .blocks import Block, Listing
from .outcomes import to_items
from .outline import Part
from .rich_text import to_body

OUTCOMES = {"benefits", "considerations"}
# Above a topic's text where the source has no heading.
BEGINNING = "Introduction"
SECTIONS = SectionsBlock()


def heading_of(part: Part) -> str:
    """The source's heading, else the kind's usual one."""
    usual = SECTIONS.child_blocks[part.kind].default_heading
    return part.title or usual or BEGINNING


def to_sections(parts: list[Part]) -> StreamValue:
    """The page's sections, in the parts' order, with every field filled."""
    return SECTIONS.to_python(
        [{"type": part.kind, "value": _section(part)} for part in parts]
    )


def _section(part: Part) -> dict[str, object]:
    block = SECTIONS.child_blocks[part.kind]
    value = dict(block.get_prep_value(block.get_default()))
    value["heading"] = heading_of(part)
    if part.kind in OUTCOMES:
        value |= _outcomes(part.blocks)
    else:
        value["body"] = to_body(part.blocks)
    return value


def _outcomes(blocks: list[Block]) -> dict[str, object]:
    """Body, list of pairs and closing: the first list that can be pairs is."""
    for number, block in enumerate(blocks):
        pairs = to_items(block) if isinstance(block, Listing) else None
        if pairs:
            return {
                "body": to_body(blocks[:number]),
                # Without an id Wagtail takes such a dict for the value itself.
                "items": [
                    {"type": "item", "value": pair, "id": str(uuid.uuid4())}
                    for pair in pairs
                ],
                "closing": to_body(blocks[number + 1 :]),
            }
    return {"body": to_body(blocks)}
