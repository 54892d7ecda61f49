"""What stands in the file more than once."""

import re
from collections import Counter, defaultdict

from .blocks import Block, Heading, LeftOut, Listing, Paragraph, Quote, Table
from .phrases import is_clinical, is_form_line, is_label, simplified
from .text_lines import looks_like_heading

SENTENCE_END = re.compile(r"(?<=[.!?])[\"”’)]*\s+")
# A shorter paragraph ("Yes.") may well stand twice.
MIN_WORDS = 4
MAX_HEADING_WORDS = 9
# So often an article says nothing; a form or a banner does.
BOILERPLATE_COPIES = 3
MAX_BOILERPLATE_WORDS = 60

Key = tuple[str, str]
# The headings that a block stands under, and a line above it that serves as one.
Place = tuple[str, ...]


def leave_out_repeats(blocks: list[Block]) -> list[Block]:
    """The blocks without copies.

    Of what stands twice under the same headings the first copy stays: under another
    heading it is said of something else. Of a form's line, and of what is repeated
    three times with nothing of the article between the copies, none does. A heading
    goes with what it stands over.
    """
    copies = Counter(_key(block) for block in blocks if not isinstance(block, LeftOut))
    boilerplate = {
        key
        for key, count in copies.items()
        if count > 1 and (is_form_line(key[1]) or _is_run(key, blocks, copies))
    }
    found: list[Block] = []
    seen: dict[Place, tuple[set[Key], set[str]]] = defaultdict(lambda: (set(), set()))
    headings: list[Heading] = []
    label = ""
    previous: Key | None = None
    for block in blocks:
        key = _key(block)
        if isinstance(block, LeftOut):
            found.append(block)
            continue
        if key in boilerplate:
            found.append(LeftOut(_reason(block), block.text))
            continue
        if isinstance(block, Heading):
            headings = [each for each in headings if each.level < block.level]
            headings.append(block)
            label = ""
        elif _is_label_of_more(block):
            label = key[1]
        place = (*(_key(each)[1] for each in headings), label)
        keys, sentences = seen[place]
        if not isinstance(block, Heading) and (
            key == previous or _is_copy(block, key, keys, sentences)
        ):
            found.append(LeftOut("repeated sentence", block.text))
            continue
        found.append(block)
        previous = key
        keys.add(key)
        if isinstance(block, Paragraph):
            sentences |= _sentences(block.text)
    return _without_bare_copies(found)


def _is_label_of_more(block: Block) -> bool:
    """Whether the paragraph stands above others as a heading does."""
    return isinstance(block, Paragraph) and (
        block.text.endswith((":", "?")) or looks_like_heading(block.text)
    )


def _key(block: Block) -> Key:
    name = "text" if isinstance(block, Paragraph | Heading) else type(block).__name__
    return name, simplified(block.text)


def _reason(block: Block) -> str:
    is_short = len(block.text.split()) <= MAX_HEADING_WORDS
    if isinstance(block, Heading) or (is_short and not is_label(block.text)):
        return "repeated form heading"
    return "repeated sentence"


def _is_copy(block: Block, key: Key, seen: set[Key], sentences: set[str]) -> bool:
    """Whether all of the block stood before, as one or sentence by sentence."""
    if len(key[1].split()) < MIN_WORDS:
        return False
    if key in seen:
        return True
    if not isinstance(block, Paragraph | Quote):
        return False
    own = _sentences(block.text)
    return bool(own) and own <= sentences


def _sentences(text: str) -> set[str]:
    return {
        sentence.strip(" \"“”'‘")
        for sentence in SENTENCE_END.split(simplified(text))
        if len(sentence.split()) >= MIN_WORDS
    } or {simplified(text)}


def _is_run(key: Key, blocks: list[Block], copies: Counter) -> bool:
    """Whether the copies follow each other with nothing of the article between."""
    if copies[key] < BOILERPLATE_COPIES or len(key[1].split()) > MAX_BOILERPLATE_WORDS:
        return False
    if key[0] not in {"text", Listing.__name__} or is_clinical(key[1]):
        return False
    places = [number for number, block in enumerate(blocks) if _key(block) == key]
    return all(
        isinstance(block, LeftOut)
        or (copies[_key(block)] >= BOILERPLATE_COPIES and not isinstance(block, Table))
        for block in blocks[places[0] : places[-1]]
    )


def _without_bare_copies(blocks: list[Block]) -> list[Block]:
    """Without second copies of a heading over nothing but what was left out."""
    found = list(blocks)
    for number, block in enumerate(blocks):
        if not isinstance(block, Heading):
            continue
        earlier = any(
            isinstance(other, Heading) and _key(other) == _key(block)
            for other in blocks[:number]
        )
        end = number + 1
        while end < len(blocks) and isinstance(blocks[end], LeftOut):
            end += 1
        is_bare = end > number + 1 and (
            end == len(blocks) or isinstance(blocks[end], Heading)
        )
        if earlier and is_bare:
            found[number] = LeftOut("repeated form heading", block.text)
    return found
