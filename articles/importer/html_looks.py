"""What a page says by its looks alone: struck-out words, ticks, pictures of words."""

import re
import unicodedata

from bs4 import BeautifulSoup, Tag
from soupsieve import SelectorSyntaxError

STRUCK = {"del", "s", "strike"}
STRUCK_STYLE = re.compile(r"(?i)text-decoration[\w-]*\s*:[^;]*line-through")
STRUCK_NAMES = re.compile(
    r"(?i)(?<![a-z])(line-?through|strike-?through|strike|struck(-out)?|mso-?del)"
    r"(?![a-z])"
)
WEIGHT_STYLE = re.compile(r"(?i)font-weight\s*:\s*(?:(bold|[6-9]00)|[\w]+)")
HIDDEN_STYLE = re.compile(r"(?i)display\s*:\s*none")
PICTURE_STYLE = re.compile(r"(?i)background[\w-]*\s*:[^;]*url\(\s*['\"]?([^'\")]+)")
RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")
# What a style sheet says that changes how words are read, the weightiest first.
LOOKS = [
    re.compile(r"(?i)text-decoration[\w-]*\s*:[^;]*line-through"),
    re.compile(r"(?i)vertical-align\s*:\s*su(?:per|b)\b"),
    re.compile(r"(?i)display\s*:\s*block"),
    re.compile(r"(?i)font-weight\s*:\s*\w+"),
]
MAX_RULES = 60
SYMBOL_PICTURE = re.compile(r"(?i)emoji|smiley|latex|math|equation")
ICONS = {
    "✓": re.compile(r"(?i)(?<![a-z])(check|tick|yes)(?![a-z])"),
    "✗": re.compile(r"(?i)(?<![a-z])(times|cross|xmark|no)(?![a-z])"),
}


def write_styles(soup: BeautifulSoup) -> None:
    """Write what the page's style sheets say of words to the elements themselves.

    Word processors save what is struck out or raised as a class of their own.
    """
    sheets = " ".join(sheet.get_text() for sheet in soup.find_all("style"))
    rules = RULE.findall(re.sub(r"(?s)/\*.*?\*/", "", sheets))
    looks = [
        (selector.strip(), found[0])
        for look in LOOKS
        for selector, style in rules
        if (found := look.search(style))
    ]
    for selector, style in looks[:MAX_RULES]:
        try:
            tags = soup.select(selector)
        except (SelectorSyntaxError, NotImplementedError):
            continue
        for tag in tags:
            tag["style"] = f"{style};{tag.get('style') or ''}"


def is_struck(tag: Tag) -> bool:
    """Whether the words are struck out: they no longer hold."""
    return (
        tag.name in STRUCK
        or tag.get("role") == "deletion"
        or bool(STRUCK_STYLE.search(str(tag.get("style") or "")))
        or any(STRUCK_NAMES.fullmatch(name) for name in tag.get_attribute_list("class"))
    )


def is_bold_by_style(tag: Tag, otherwise: bool) -> bool:
    """Whether a style makes the words bold; `otherwise` if none says anything."""
    weights = WEIGHT_STYLE.findall(str(tag.get("style") or ""))
    return bool(weights[-1]) if weights else otherwise


def is_gone(tag: Tag) -> bool:
    """Whether the element takes no part in the page at all."""
    style = str(tag.get("style") or "")
    return tag.has_attr("hidden") or bool(HIDDEN_STYLE.search(style))


def background(tag: Tag) -> str:
    """The address of a picture behind the element; empty if it has none."""
    found = PICTURE_STYLE.search(str(tag.get("style") or ""))
    return found[1] if found else ""


def is_symbol(image: Tag) -> bool:
    """Whether a picture stands for characters: a fraction, an arrow, a warning sign."""
    text = str(image.get("alt") or "")
    if SYMBOL_PICTURE.search(" ".join(image.get_attribute_list("class", [""]))):
        return bool(text)
    text = text.strip()
    has_sign = any(unicodedata.category(each) in {"No", "So", "Sm"} for each in text)
    return (has_sign and len(text) <= 8) or (text.isdecimal() and len(text) <= 2)


def label_of(tag: Tag) -> str:
    """What an element without words is called."""
    names = ("aria-label", "alt", "title")
    return next((str(tag[name]).strip() for name in names if tag.get(name)), "")


def icon_of(tag: Tag) -> str:
    """What a picture without words says in a table: its name, or a tick or cross."""
    if tag.name == "svg" and (title := tag.find("title")) is not None:
        return title.get_text().strip()
    if label := label_of(tag):
        return label
    if tag.name not in {"i", "span", "svg"} or tag.get_text().strip():
        return ""
    names = " ".join(tag.get_attribute_list("class", [""]))
    return next((sign for sign, name in ICONS.items() if name.search(names)), "")


def tick_of(tag: Tag) -> str:
    """☑ or ☐ for a box that stands in a list or table for yes or no."""
    if tag.name != "input" or tag.get("type") not in {"checkbox", "radio"}:
        return ""
    is_fact = tag.find_parent(["td", "th"]) or (
        tag.has_attr("disabled") and tag.find_parent("li")
    )
    if not is_fact or tag.find_parent("form"):
        return ""
    return "☑" if tag.has_attr("checked") else "☐"


def media_address(tag: Tag) -> str:
    """What a film, a recording or an embedded page is called, and where it lies."""
    sources = [tag, *tag.find_all(["source", "area", "a"])]
    names = ("alt", "src", "data", "poster", "data-src", "href")
    found = [str(each[name]) for each in sources for name in names if each.get(name)]
    return " ".join(filter(None, [label_of(tag), *found]))
