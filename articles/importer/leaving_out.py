"""What among the blocks is not the article: by its words, its place, its repetition."""

import re

from .blocks import Block, Doubt, Heading, LeftOut, Listing, Paragraph, Quote, Table
from .inline import is_linked
from .phrases import (
    bare,
    is_contact_line,
    is_form_line,
    is_label,
    is_urgent,
    may_be_contact_line,
    simplified,
    website_reason,
)
from .repeats import leave_out_repeats
from .website_words import NAVIGATION, SURE_LABELS

# Headings of what is no article: over links alone, or whatever stands below.
OVER_LINKS = {
    "related pages": r"related( \w+)?|see also|more articles|read next|archives|"
    r"categories|tags|you (may|might) (also )?(like|enjoy).*",
    "share links": r"share( this( article| page)?)?|follow us",
    "navigation": r"quick links|menu|navigation|site ?map",
    "table of contents": r"(table of )?contents|(in|on) this (article|page|guide)|"
    r"in this (leaflet|section)|jump to|what's on this page",
    "contact line": r"contact( us| details)?|get in touch|call us|"
    r"book( now| an appointment| a consultation)",
    "comments": r"comments",
}
OVER_ALL = {
    "related pages": r"((recommended|related|latest|recent|popular|featured|trending|"
    r"top|our|more|other|from|the) )+(news|blogs?|(blog )?posts?|articles?|stories|"
    r"reads)( .*)?",
    "comments": r"((top|rated|recent|latest|all|reader|\d+) )+(comments?|responses?|"
    r"replies|thoughts on .*)|leave a (comment|reply)|join the (discussion|"
    r"conversation)",
    "author box": r"(about|meet) the (author|writer)s?",
}


def leave_out(blocks: list[Block]) -> list[Block]:
    """The blocks in their order, those that are not the article made LeftOut."""
    blocks = [each for block in blocks for each in _by_words(block)]
    blocks = _leave_out_below_headings(blocks)
    blocks = _leave_out_links_above_title(blocks)
    blocks = _leave_out_menus(blocks)
    blocks = _leave_out_labels(blocks)
    blocks = _leave_out_contents(blocks)
    blocks = leave_out_repeats(blocks)
    return _leave_out_headings(blocks)


def _by_words(block: Block) -> list[Block]:
    if isinstance(block, LeftOut | Table | Quote) or (
        isinstance(block, Listing) and len(block.items) > 1
    ):
        return [block]
    if reason := website_reason(block.text):
        return [LeftOut(reason, block.text)]
    # A heading's words say less than what stands below it.
    if isinstance(block, Paragraph) and is_contact_line(block.text):
        return [LeftOut("contact line", block.text)]
    if isinstance(block, Paragraph) and may_be_contact_line(block.text):
        return [Doubt("contact line", block.text), block]
    return [block]


def _leave_out_below_headings(blocks: list[Block]) -> list[Block]:
    """Without other articles, comments and the author, each with its heading."""
    found: list[Block] = []
    reason, level = "", 0
    for block in blocks:
        if isinstance(block, Heading) and (not reason or block.level <= level):
            reason, level = _heading_reason(block, OVER_ALL), block.level
        if isinstance(block, LeftOut) or not reason:
            found.append(block)
        elif is_urgent(block.text):
            found += [Doubt(reason, block.text), block]
        else:
            found.append(LeftOut(reason, block.text))
    return found


def _heading_reason(heading: Heading, patterns: dict[str, str]) -> str:
    words = bare(heading.text)
    return next(
        (reason for reason, each in patterns.items() if re.fullmatch(each, words)), ""
    )


def _leave_out_links_above_title(blocks: list[Block]) -> list[Block]:
    """Without what is nothing but links before the page's own heading."""
    title = next(
        (
            number
            for number, block in enumerate(blocks)
            if isinstance(block, Heading) and block.level == 1
        ),
        0,
    )
    return [
        LeftOut("navigation", block.text)
        if number < title and not isinstance(block, LeftOut) and _is_slight(block)
        else block
        for number, block in enumerate(blocks)
    ]


def _leave_out_menus(blocks: list[Block]) -> list[Block]:
    """Without runs of short lines, or lists, whose entries are those of a menu."""
    found = list(blocks)
    start = 0
    while start < len(found):
        end = start
        while end < len(found) and _is_menu_line(found[end]):
            end += 1
        if end - start > 2 and any(
            bare(block.text) in NAVIGATION for block in found[start:end]
        ):
            known = [
                number
                for number in range(start, end)
                if bare(found[number].text) in NAVIGATION
            ]
            # The title may follow a menu: leave it out as far as entries are known.
            if len(known) > 2:
                for number in range(known[0], known[-1] + 1):
                    found[number] = LeftOut("navigation", found[number].text)
        start = max(end, start + 1)
    return [_menu_list(block) for block in found]


def _is_menu_line(block: Block) -> bool:
    return (
        isinstance(block, Paragraph | Heading)
        and len(block.text.split()) <= 4
        and not block.text.endswith((".", "?", ":"))
    )


def _menu_list(block: Block) -> Block:
    if isinstance(block, Listing) and len(block.items) > 2:
        known = sum(bare(item.text) in NAVIGATION for item in block.items)
        if known >= 2 and known * 2 >= len(block.items):
            return LeftOut("navigation", block.text)
    return block


def _leave_out_labels(blocks: list[Block]) -> list[Block]:
    """Without calls for feedback, and without labels and buttons beside them.

    A label alone ("Name", "Rating") may be an article's word; beside a form it is
    the form's.
    """
    found = [
        LeftOut("form", block.text)
        if isinstance(block, Paragraph | Heading)
        and is_form_line(block.text)
        and not _is_repeated(block, blocks)
        else block
        for block in blocks
    ]
    found = _leave_out_label_runs(found)
    for order in (range(len(found)), range(len(found) - 1, -1, -1)):
        near = ""
        for number in order:
            block = found[number]
            if isinstance(block, LeftOut):
                near = block.reason if block.reason in BESIDE_LABELS else near
            elif (
                near and isinstance(block, Paragraph | Heading) and is_label(block.text)
            ) or (
                isinstance(block, Listing)
                and near
                and all(is_label(item.text) for item in block.items)
            ):
                found[number] = LeftOut(near, block.text)
            else:
                near = "form" if _is_form_text(block) else ""
    return found


def _leave_out_label_runs(blocks: list[Block]) -> list[Block]:
    """Without labels that follow each other, if one of them is surely a form's."""
    found = list(blocks)
    start = 0
    while start < len(found):
        end = start
        while end < len(found) and _is_label_block(found[end]):
            end += 1
        run = found[start:end]
        if len(run) > 1 and any(bare(block.text) in SURE_LABELS for block in run):
            found[start:end] = [LeftOut("form", block.text) for block in run]
        start = max(end, start + 1)
    return found


def _is_label_block(block: Block) -> bool:
    return isinstance(block, Paragraph | Heading) and is_label(block.text)


BESIDE_LABELS = {"form", "cookie notice", "popup"}


def _is_form_text(block: Block) -> bool:
    return isinstance(block, Paragraph | Heading) and is_form_line(block.text)


def _is_repeated(block: Block, blocks: list[Block]) -> bool:
    """Repeats have a reason of their own."""
    words = simplified(block.text)
    return sum(simplified(other.text) == words for other in blocks) > 1


def _leave_out_contents(blocks: list[Block]) -> list[Block]:
    """Without lists that only name the article's own headings.

    They are links, or stand before the first section: "Treatments" over "Exercise"
    and "Massage" is a text of its own.
    """
    headings = {bare(block.text) for block in blocks if isinstance(block, Heading)}
    sections = [
        number
        for number, block in enumerate(blocks)
        if isinstance(block, Heading)
        and block.level > 1
        and not _heading_reason(block, OVER_LINKS)
    ]
    first = min(sections, default=0)

    def is_contents(number: int, block: Block) -> bool:
        if not isinstance(block, Listing) or len(block.items) < 2:
            return False
        if number > first and not _is_slight(block):
            return False
        entries = [item.spans for item in block.items if item.spans]
        named = sum(bare(block_text(spans)) in headings for spans in entries)
        return named > 1 and named * 5 >= len(entries) * 4

    found = list(blocks)
    for number, block in enumerate(blocks):
        if not is_contents(number, block):
            continue
        found[number] = LeftOut("table of contents", block.text)
        above = found[number - 1]
        if isinstance(above, Paragraph) and re.fullmatch(
            OVER_LINKS["table of contents"], bare(above.text)
        ):
            found[number - 1] = LeftOut("table of contents", above.text)
    return found


def block_text(spans) -> str:
    """The words of spans, as a block has them."""
    return Paragraph(spans).text


def _leave_out_headings(blocks: list[Block]) -> list[Block]:
    """Without headings over nothing but what was left out."""
    found = list(blocks)
    for number in range(len(found) - 1, -1, -1):
        block = found[number]
        if not isinstance(block, Heading):
            continue
        end = number + 1
        while end < len(found) and not isinstance(found[end], Heading):
            end += 1
        below = found[number + 1 : end]
        reason = _heading_reason(block, OVER_LINKS)
        if not reason and may_be_contact_line(block.text):
            reason = "contact line"
        if reason and all(_is_slight(each) for each in below):
            found[number:end] = [
                each if isinstance(each, LeftOut) else LeftOut(reason, each.text)
                for each in found[number:end]
            ]
        elif _is_form_only(below):
            found[number] = LeftOut("form", block.text)
    return found


def _is_form_only(blocks: list[Block]) -> bool:
    """Whether the blocks begin with a form and hold nothing of the article."""
    return all(isinstance(block, LeftOut) for block in blocks) and [
        block.reason for block in blocks[:1]
    ] == ["form"]


def _is_slight(block: Block) -> bool:
    """Whether the block is left out, or nothing but links."""
    if isinstance(block, LeftOut):
        return True
    if isinstance(block, Listing):
        return all(is_linked(item.spans) and not item.children for item in block.items)
    if isinstance(block, Table | Quote):
        return False
    return is_linked(block.spans)
