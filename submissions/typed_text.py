"""Plain signs for those that address books, word processors and web pages put into a
text: marks of the writing direction, blanks that do not break, dashes of other lengths.
"""

import unicodedata

MINUS = "\u2212"


def fold(text: str) -> str:
    """The text without what is invisible, with plain dashes, blanks and digits."""
    return "".join(map(fold_sign, text)).strip()


def fold_sign(sign: str) -> str:
    """The sign that is meant; nothing for one that nobody sees."""
    category = unicodedata.category(sign)
    if category == "Cf":
        return ""
    if category == "Pd" or sign == MINUS:
        return "-"
    if category == "Zs":
        return " "
    return str(unicodedata.decimal(sign)) if category == "Nd" else sign
