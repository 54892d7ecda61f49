"""The article divided by its headings, each part given its kind of section."""

import re
from dataclasses import dataclass

from .blocks import BOLD_LINE, Block, Heading, LeftOut, Listing, Paragraph
from .kinds import NEITHER, announced_kinds, sureness

MAX_SECTION_HEADING = 120
MAX_LEAD_IN_WORDS = 12
# Words that begin the other side of the matter.
ADVERSATIVE = re.compile(
    r"(?i)(however|but|that said|on the other hand|nevertheless|nonetheless|despite|"
    r"while|although|at the same time|still,|even so|there are also|as with any)\b"
)
SAYS_WHAT_IT_IS = re.compile(
    r"(?i)\b(is|are|refers? to|means?|describes?|affects?|occurs?|happens?)\b"
)
BOTH_SIDES = {"benefits", "considerations"}


@dataclass
class Part:
    """A section to be: `heading` is None where the source has none."""

    heading: Heading | None
    blocks: list[Block]
    kind: str = "topic"

    @property
    def title(self) -> str:
        """The heading's words; empty if there is none."""
        return self.heading.text if self.heading else ""


def divide(blocks: list[Block]) -> list[Part]:
    """The parts of an article in its order, each with its kind.

    `blocks` come without the title. A kind other than topic is given once: to the
    part whose heading announces it most surely.
    """
    blocks = [block for block in blocks if not isinstance(block, LeftOut)]
    parts = _cut_at_headings(blocks)
    parts = [piece for part in parts for piece in _raised(part)]
    claims = {
        id(part): announced_kinds(part.title) if part.heading else [] for part in parts
    }
    _give_kinds(parts, claims)
    parts = [piece for part in parts for piece in _both_sides(part, parts, claims)]
    _place_beginning(parts)
    return parts


def _cut_at_headings(blocks: list[Block]) -> list[Part]:
    """A part for each heading of the highest level; what stands before them first."""
    levels = {_level(block) for block in blocks if isinstance(block, Heading)}
    top = min(levels, default=0)
    parts = [Part(None, [])]
    for block in blocks:
        if isinstance(block, Heading) and _level(block) == top <= BOLD_LINE:
            parts.append(Part(block, []))
        else:
            parts[-1].blocks.append(block)
    return parts if parts[0].blocks else parts[1:]


def _level(heading: Heading) -> int:
    """The heading's level; one too long for a section's heading is below all."""
    if len(heading.text) > MAX_SECTION_HEADING:
        return BOLD_LINE + 1
    # Pages with several headings of level 1 mean sections by them.
    return max(heading.level, 2)


def _raised(part: Part) -> list[Part]:
    """The part, or its own parts where a general heading stands over special ones.

    "About sciatica" over "Symptoms" and "Causes" is three sections; "On the day"
    with "Risks of the drip" below it stays one.
    """
    inner = [block for block in part.blocks if isinstance(block, Heading)]
    own_kinds = announced_kinds(part.title)
    if len(own_kinds) > 1:
        return _cut_at_kind(part, own_kinds[1])
    is_general = own_kinds in ([], ["definition"])
    if not inner or not is_general or NEITHER.match(part.title):
        return [part]
    top = min(_level(heading) for heading in inner)
    special = [
        heading
        for heading in inner
        if _level(heading) == top <= BOLD_LINE
        and any(
            kind != "definition" and sureness(heading.text, kind) >= 3
            for kind in announced_kinds(heading.text)
        )
    ]
    if not special:
        return [part]
    pieces = _cut_at_headings(part.blocks)
    if pieces[0].heading is None:
        return [Part(part.heading, pieces[0].blocks), *pieces[1:]]
    return [Part(part.heading, []), *pieces] if part.heading else pieces


def _cut_at_kind(part: Part, kind: str) -> list[Part]:
    """The part, or two: from the heading inside on that announces the kind."""
    for number, block in enumerate(part.blocks):
        if isinstance(block, Heading) and announced_kinds(block.text) == [kind]:
            rest = Part(block, part.blocks[number + 1 :])
            return [Part(part.heading, part.blocks[:number]), rest]
    return [part]


def _give_kinds(parts: list[Part], claims: dict[int, list[str]]) -> None:
    taken: set[str] = set()
    claimants = [
        (-sureness(part.title, kinds[0]), number)
        for number, part in enumerate(parts)
        if (kinds := claims[id(part)])
    ]
    # A heading over nothing holds no kind that a fuller part could have.
    for _, number in sorted(
        claimants, key=lambda claim: (not parts[claim[1]].blocks, *claim)
    ):
        kind = claims[id(parts[number])][0]
        if kind not in taken:
            parts[number].kind = kind
            taken.add(kind)


def _both_sides(
    part: Part, parts: list[Part], claims: dict[int, list[str]]
) -> list[Part]:
    """The part, or its two halves if its heading names two kinds and the text turns."""
    kinds = claims[id(part)]
    if len(kinds) < 2 or part.kind != kinds[0]:
        return [part]
    other = kinds[1]
    if any(each.kind == other for each in parts):
        return [part]
    turn = _turning_point(part.blocks, other, turns=set(kinds) == BOTH_SIDES)
    if turn is None:
        return [part]
    return [
        Part(part.heading, part.blocks[:turn], part.kind),
        Part(None, part.blocks[turn:], other),
    ]


def _turning_point(blocks: list[Block], other: str, turns: bool) -> int | None:
    """Where the second kind begins: at its own short lead-in, or at a "However"."""
    for number, block in enumerate(blocks):
        is_lead_in = isinstance(block, Paragraph) and block.text.endswith((":", "?"))
        is_short = len(block.text.split()) <= MAX_LEAD_IN_WORDS
        if not number or not is_lead_in or not is_short:
            continue
        if announced_kinds(block.text)[:1] == [other]:
            return number
    if not turns:
        return None
    lists = [n for n, block in enumerate(blocks) if isinstance(block, Listing)]
    start = lists[0] + 1 if lists else 1
    for number in range(start, len(blocks)):
        block = blocks[number]
        if isinstance(block, Paragraph) and ADVERSATIVE.match(block.text):
            return number
    return None


def _place_beginning(parts: list[Part]) -> None:
    """Give what stands before the first heading its kind.

    It is the definition if it says what something is and no heading does.
    """
    first = parts[0] if parts else None
    if first is None or first.heading or first.kind != "topic":
        return
    is_defined = any(part.kind == "definition" for part in parts)
    says_it = any(
        isinstance(block, Paragraph) and SAYS_WHAT_IT_IS.search(block.text)
        for block in first.blocks[:2]
    )
    if not is_defined and says_it:
        first.kind = "definition"
