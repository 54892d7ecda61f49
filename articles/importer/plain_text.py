"""From plain text, with or without Markdown's signs, to blocks."""

import re

from .blocks import BOLD_LINE, Block, Heading, LeftOut, Paragraph, Quote, Table
from .inline import Span, Spans, is_bold, plain, tidy
from .kinds import scores
from .markdown import keep_note_signs, read_inline, take_pictures, take_struck
from .text_lines import (
    RULE,
    UNDERLINE,
    Line,
    looks_like_heading,
    runs_on,
    split_lines,
)
from .text_lists import read_list

# Lines longer than this were not broken by hand: each is a paragraph of its own.
MAX_WRAPPED_WIDTH = 110
CELL_GAP = re.compile(r"\t+| {3,}")
# "> 65 years" is no quotation.
QUOTED = re.compile(r">(?!\s?\d)")
PLAIN_HEADING_LEVEL = 2

Group = list[Line]


def read_plain_text(text: str) -> list[Block]:
    """The blocks of a plain text, in its order."""
    text, pictures = take_pictures(keep_note_signs(text, "*\xa0"))
    text, struck = take_struck(text)
    found: list[Block] = [LeftOut("picture", alt) for alt in pictures]
    found += [LeftOut("struck out", words) for words in struck]
    lines = split_lines(text)
    width = max(len(line.text) for line in lines)
    for group in _groups(lines):
        found += _read_group(group, width)
    return with_lone_headings(found)


def _groups(lines: list[Line]) -> list[Group]:
    """The lines between blank ones; a list keeps its entries over blank lines."""
    groups: list[Group] = []
    is_open = False
    for number, line in enumerate(lines):
        if not line.text:
            is_open = False
            continue
        previous = groups[-1] if groups else []
        continues_list = (
            bool(previous) and previous[0].is_item and _continues(previous, line)
        )
        if is_open and runs_on(lines, number):
            previous.append(line)
            continue
        starts_list = line.is_item and not (is_open and previous[0].is_item)
        ends_list = bool(previous) and previous[0].is_item and not continues_list
        if continues_list or (is_open and not starts_list and not ends_list):
            previous.append(line)
        else:
            groups.append([line])
        is_open = True
    return groups


def _continues(group: Group, line: Line) -> bool:
    """Whether a line belongs to the list: an entry, or set in under one."""
    if line.is_item:
        return True
    return line.indent > group[0].indent


def _read_group(group: Group, width: int) -> list[Block]:
    first = group[0]
    if RULE.match(first.text) and len(group) == 1:
        return []
    if len(group) > 1 and UNDERLINE.match(group[1].text) and not first.is_item:
        level = 1 if group[1].text.startswith("=") else 2
        rest = _read_group(group[2:], width) if len(group) > 2 else []
        return [Heading(level, tidy(read_inline(first.text))), *rest]
    if first.is_item:
        return list(read_list(group))
    if all(QUOTED.match(line.text) for line in group):
        words = " ".join(line.text.lstrip("> ") for line in group)
        return [Quote(plain(read_inline(words)), "")] if words.strip() else []
    return _read_table(group) or _read_paragraphs(group, width)


def _read_table(group: Group) -> list[Block]:
    """A table with tabs, or wide gaps, between its cells."""
    if len(group) < 2:
        return []
    # A line set in begins with an empty cell.
    rows = [[""] * bool(line.indent) + line.text.split("\t") for line in group]
    if len({len(row) for row in rows}) > 1 or len(rows[0]) < 2:
        rows = [CELL_GAP.split(line.text) for line in group]
    width = max(len(row) for row in rows)
    is_even = all(len(row) == width for row in rows)
    if width < 2 or not (is_even or all("\t" in line.text for line in group)):
        return []
    cells = [
        [plain(read_inline(cell.strip())) for cell in row] + [""] * (width - len(row))
        for row in rows
    ]
    return [Table("", cells[0], cells[1:])]


def _read_paragraphs(group: Group, width: int) -> list[Block]:
    """The lines joined to paragraphs; a line that stands for itself stays one."""
    found: list[Block] = []
    texts: list[str] = []

    def end_paragraph() -> None:
        if texts:
            spans = tidy(read_inline(" ".join(texts)))
            if spans:
                found.append(Paragraph(spans, is_shifted=group[0].indent >= 4))
            texts.clear()

    # Lines that are all far too short to be full were ended on purpose.
    is_column = len(group) > 1 and all(
        len(line.text) < width * 0.4 and line.text[0].isupper() for line in group
    )
    for number, line in enumerate(group):
        texts.append(line.text)
        following = group[number + 1].text if number + 1 < len(group) else ""
        if following and (is_column or _ends_here(line.text, following, width)):
            end_paragraph()
    end_paragraph()
    return found


def _ends_here(text: str, following: str, width: int) -> bool:
    """Whether the line was ended on purpose, not because it was full.

    It was if every line of the text is a paragraph of its own, or if the next
    word would have fitted and the line ends a sentence or is a heading.
    """
    if width > MAX_WRAPPED_WIDTH:
        return True
    if len(text) + 1 + len(following.split(maxsplit=1)[0]) > width - 12:
        return False
    if not following[0].isupper():
        return False
    return text.endswith((".", "!", "?", ":", ".”")) or (
        looks_like_heading(text) and bool(scores(text))
    )


def with_lone_headings(blocks: list[Block]) -> list[Block]:
    """The blocks with those paragraphs made headings that read as one."""
    marked = any(isinstance(block, Heading) for block in blocks)
    level = BOLD_LINE if marked else PLAIN_HEADING_LEVEL
    runs: list[Block] = []
    for number, block in enumerate(blocks):
        following = blocks[number + 1] if number + 1 < len(blocks) else None
        if _is_lone_heading(block, following, marked) and not _in_a_row(blocks, number):
            # "Benefits:" stands below a heading rather than beside it.
            is_small = block.text.endswith(":")
            spans = _heading_spans(block)
            runs.append(Heading(BOLD_LINE if is_small else level, spans))
        else:
            runs.append(block)
    return runs


def _heading_spans(block: Block) -> Spans:
    if isinstance(block, Paragraph):
        return block.spans
    return tidy([Span(f"{block.start}. "), *block.items[0].spans])


def _is_lone_heading(block: Block, following: Block | None, marked: bool) -> bool:
    """Whether the block is a heading without a sign, with something below it."""
    if following is None:
        return False
    if isinstance(block, Paragraph):
        if is_bold(block.spans):
            return looks_like_heading(block.text)
        return not marked and not block.is_shifted and looks_like_heading(block.text)
    # "1. What it is" over a paragraph: a numbered heading.
    return (
        getattr(block, "ordered", False)
        and len(block.items) == 1
        and not block.items[0].children
        and isinstance(following, Paragraph)
        and not looks_like_heading(following.text)
        and looks_like_heading(block.text)
    )


def _in_a_row(blocks: list[Block], number: int) -> bool:
    """Whether the line is one of many short ones: names in a column, no headings."""
    if blocks[number].text.endswith("?") or scores(blocks[number].text):
        return False
    near = blocks[max(number - 1, 0) : number + 3]
    short = [
        isinstance(block, Paragraph) and looks_like_heading(block.text)
        for block in near
    ]
    return number > 1 and len(short) > 2 and all(short[:3])
