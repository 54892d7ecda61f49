"""Raised and lowered characters of a page, written so that no figure changes.

"10<sup>9</sup>" without its tags is another number. Most of what a page shows of an
article is plain text: headings, cells, lists of results. So figures become Unicode's
own (10⁹, H₂O, 1½) and the marks of footnotes stand in brackets; only letters keep
their tags.
"""

import re
import unicodedata
from itertools import islice

from bs4 import BeautifulSoup, NavigableString, Tag

from .html_tree import block_around, is_text
from .inline import in_symbol_font

SUPERSCRIPTS = str.maketrans("0123456789+-−–n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁻ⁿ")
SUBSCRIPTS = str.maketrans("0123456789+-−–", "₀₁₂₃₄₅₆₇₈₉₊₋₋₋")
FRACTIONS = {
    unicodedata.normalize("NFKC", sign).replace("⁄", "/"): sign
    for sign in "½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞"
}
SLASH = re.compile(r"\s*[/⁄∕]\s*")
FRACTION = re.compile(r"(\d+)\s*[/⁄∕]\s*(\d+)")
NUMBER = re.compile(r"[+\-−–]?\d+|\d*[+\-−–]|n")
MARK = re.compile(r"[\[(]?(\d{1,3}(?:(?:\s?[,;–-]\s?|\s)\d{1,3})*|[a-h])[\])]?")
NOTE_NAMES = re.compile(r"(?i)foot-?note|note-?ref|reference|endnote|citation")
# What has no meaning of its own when raised: 1st, 2nd, ®, *.
ONLY_A_LOOK = re.compile(r"(?i)st|nd|rd|th|er|re|ème|[^\w\s]+")
TEN = re.compile(r"(?<![\d.,])10\s?\Z")
TIMES_TEN = re.compile(r"[×x·*∙⋅]\s?10\s?\Z")
DOSE = re.compile(
    r"\s?(mg|mcg|[µμ]g|g|kg|ml|mL|tablets?|capsules?|patch(es)?|days?|weeks?|months?|"
    r"years?|hours?|minutes?)\b"
)
POWERS = re.compile(
    r"(?:(?<![^\W\d_])(?:[kcdmµμn]?m|[xynrRzIα-ωΑ-Ω])|\d\s?(?:in|ft|yd|s))\Z|/s\Z"
)
UPPER_OF_FRACTION = re.compile(r"[/⁄∕]\d")
# "McDonald", "x" to the power of "a".
LETTER_IN_WORD = re.compile(r"\w\|\w|(?<!\w)[^\W\d_]\||\s\|\w")
ISOTOPE = re.compile(r"\d{2,3}m?[A-Z][a-z]?(?![^\W\d_])")
RAISED_STYLE = re.compile(
    r"(?i)(?:vertical-align|mso-text-raise)\s*:\s*(?:(super|[\d.]*[1-9])|(sub\b|-))"
)
SYMBOL_FONT = re.compile(r"(?i)^\s*symbol\b|font-family\s*:\s*['\"]?symbol\b")
ENOUGH = 12


def settle_scripts(soup: BeautifulSoup) -> None:
    """Write out what is raised or lowered, in place."""
    _rename_math(soup)
    for tag in soup.find_all(["span", "font", "small"]):
        style = RAISED_STYLE.search(str(tag.get("style") or ""))
        if SYMBOL_FONT.search(str(tag.get("face") or tag.get("style") or "")):
            for text in tag.find_all(string=True):
                text.replace_with(NavigableString(in_symbol_font(text)))
        if style:
            tag.name = "sup" if style[1] else "sub"
    for tag in soup.find_all("rt"):
        if tag.parent is not None and tag.parent.find("rp") is None:
            tag.insert(0, NavigableString("("))
            tag.append(NavigableString(")"))
    for tag in soup.find_all(["sup", "sub", "a"]):
        if tag.parent is None:
            continue
        text = " ".join(tag.get_text().split())
        before, after = _beside(tag, -1), _beside(tag, 1)
        if tag.name == "a":
            written = _linked_mark(tag, text, before)
        elif tag.name == "sub":
            written = _lowered(text, before)
        else:
            written = (
                _sign(text, before, after)
                or _fraction(tag, text, before)
                or _mark(text, before, after, is_note=_is_note(tag))
                or _raised(text, before)
            )
        if written:
            # Not replaced: in a long paragraph that takes a search for each.
            tag.name, tag.attrs, tag.string = "span", {}, written


def _rename_math(soup: BeautifulSoup) -> None:
    """MathML's powers and fractions as HTML's."""
    for tag in soup.find_all(["annotation", "annotation-xml"]):
        tag.decompose()
    scripts = {"msup": ["sup"], "msub": ["sub"], "msubsup": ["sub", "sup"]}
    for tag in soup.find_all("msqrt"):
        tag.insert_before(NavigableString("√"))
    for tag in soup.find_all([*scripts, "mfrac"]):
        parts = tag.find_all(recursive=False)
        names = scripts.get(tag.name)
        if names:
            for part, name in zip(parts[1:], names, strict=False):
                part.name = name
        elif len(parts) == 2:
            parts[0].name, parts[1].name = "sup", "sub"
            parts[0].insert_after(NavigableString("/"))


def _beside(tag: Tag, side: int) -> str:
    """Some of the text before (-1) or after (1) an element on the same line."""
    around, text = block_around(tag), ""
    for node in tag.previous_elements if side < 0 else tag.next_elements:
        if isinstance(node, Tag):
            if node is around or node.name in {"br", "img"}:
                break
        elif is_text(node) and tag not in node.parents:
            if block_around(node) is not around or len(text.strip()) > ENOUGH:
                break
            text = node + text if side < 0 else text + node
    return " ".join(f"|{text}|".split())[1:-1]


def _is_note(tag: Tag) -> bool:
    """Whether the page itself says that this is the mark of a note."""
    near = [tag, *tag.find_all("a"), *tag.find_parents("a", limit=1)]
    return any(
        each.name == "a" or NOTE_NAMES.search(str(sorted(each.attrs.items())))
        for each in near
    )


def _linked_mark(tag: Tag, text: str, before: str) -> str:
    """A note's mark that is only linked: "65<a href='#n'>2</a>" is not 652."""
    is_inside = str(tag.get("href") or "").startswith("#")
    mark = MARK.fullmatch(text)
    joins = bool(before) and not before[-1].isspace() and before[-1] not in "([{"
    return f"[{mark[1]}]" if is_inside and mark and joins else ""


def _fraction(tag: Tag, text: str, before: str) -> str:
    """A fraction made of "1", "/" and "2"; what follows the number is taken out."""
    whole = FRACTION.fullmatch(text)
    if whole:
        return _written_fraction(whole[1], whole[2], before)
    near = list(islice(tag.next_elements, ENOUGH))
    names = [getattr(node, "name", None) for node in near]
    if not text.isdecimal() or "sub" not in names:
        return ""
    lower = near[names.index("sub")]
    between = near[: names.index("sub")]
    slashes = [node for node in between if is_text(node) and tag not in node.parents]
    below = "".join(lower.get_text().split())
    if not SLASH.fullmatch("".join(slashes)) or not below.isdecimal():
        return ""
    for node in [*slashes, lower]:
        node.extract()
    return _written_fraction(text, below, before)


def _written_fraction(upper: str, lower: str, before: str) -> str:
    name = f"{upper}/{lower}"
    if name in FRACTIONS:
        return FRACTIONS[name]
    return f" {name}" if before[-1:].isdigit() else name


def _sign(text: str, before: str, after: str) -> str:
    """A degree or trade mark made of letters."""
    if text in {"o", "0", "º"} and before[-1:].isdigit():
        is_power = TEN.search(before) and not re.match(r"\s?[CF]\b", after)
        return "" if is_power and text == "0" else "°"
    return "™" if text.casefold() == "tm" else ""


def _mark(text: str, before: str, after: str, is_note: bool) -> str:
    """A note's mark in brackets; empty if the raised text is another thing."""
    mark = MARK.fullmatch(text)
    if not mark or not (is_note or not _is_power(text, before, after)):
        return ""
    if text.isdecimal() and UPPER_OF_FRACTION.match(after):
        return f" {text}"
    if text.isalpha() and not is_note and LETTER_IN_WORD.search(f"{before}|{after}"):
        return ""
    return f"[{mark[1]}]{' ' if after[:1].isalnum() else ''}"


def _raised(text: str, before: str) -> str:
    """What says the same without being raised; empty if only the look can."""
    joins_number = before[-1:].isdigit()
    power = re.match(r"[+\-−–]?\d+(?=[\s/]|[^\W\d])", text)
    if NUMBER.fullmatch(text):
        return text.translate(SUPERSCRIPTS)
    if ONLY_A_LOOK.fullmatch(text):
        return text
    if power:
        return power[0].translate(SUPERSCRIPTS) + text[power.end() :]
    return f"^{text}" if joins_number and text else ""


def _is_power(text: str, before: str, after: str) -> bool:
    if not text.isdecimal():
        return bool(NUMBER.fullmatch(text))
    if TEN.search(before):
        return bool(TIMES_TEN.search(before)) or not DOSE.match(after)
    if not before[-1:].strip() and ISOTOPE.match(text + after):
        return True
    if POWERS.search(before) and text in {"2", "3", "4"}:
        return True
    return bool(re.match(r"\s?[=×]", after))


def _lowered(text: str, before: str) -> str:
    written = text.translate(SUBSCRIPTS)
    if written == text and before[-1:].isdigit() and text:
        return f"_{text}"
    return written if written != text else ""
