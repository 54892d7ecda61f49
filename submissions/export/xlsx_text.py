"""Text as a workbook can hold it."""

import re

# Excel's own limit for a cell, in units of UTF-16.
MAX_CELL_LENGTH = 32_767

# What XML cannot hold, and the carriage return, which reading XML would change.
NOT_IN_XML = re.compile("[\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]")
# Excel reads _x0041_ in a cell as "A".
LOOKS_ESCAPED = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")


def escaped(text: str) -> str:
    """The text with what XML forbids written as Excel writes it: NUL is _x0000_
    (ISO/IEC 29500-1, 22.4.2.4, ST_Xstring)."""
    if "_x" in text:
        text = LOOKS_ESCAPED.sub("_x005F_", text)
    # Most texts hold nothing unseen, and this is quicker than looking for it.
    if text.isprintable():
        return text
    return NOT_IN_XML.sub(lambda sign: f"_x{ord(sign[0]):04X}_", text)


def fits(text: str) -> bool:
    """Whether a cell holds it as it is: neither cut nor escaped. Looked at quickly; not
    every text that would fit does so here."""
    return len(text) * 2 <= MAX_CELL_LENGTH and text.isprintable() and "_x" not in text


def is_too_long(text: str) -> bool:
    """Whether a text, escaped, is more than a cell holds."""
    return len(text) * 2 > MAX_CELL_LENGTH and units(text) > MAX_CELL_LENGTH


def cut(text: str, mark: str) -> str:
    """As much of a text that is too long as a cell holds, escaped; then the mark."""
    room = MAX_CELL_LENGTH - units(mark)
    # No sign is cut in two, and no escape.
    lowest, highest = 0, min(len(text), room)
    while lowest < highest:
        middle = (lowest + highest + 1) // 2
        if units(escaped(text[:middle])) <= room:
            lowest = middle
        else:
            highest = middle - 1
    return escaped(text[:lowest]) + mark


def units(text: str) -> int:
    """How long Excel thinks it is."""
    return len(text) + sum(sign > "\uffff" for sign in text)


def xml_text(text: str) -> str:
    """The text between two tags."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
