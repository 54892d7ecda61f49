"""Which elements of a page are not the article."""

import re
from itertools import chain, islice

from bs4 import BeautifulSoup, Tag

from .blocks import Doubt
from .furniture_names import (
    is_foldable,
    is_hidden,
    reason_by_role,
    reasons_by_name,
)
from .html_tree import Contents, ancestors, count_contents, is_text, words_of
from .page_details import read_details
from .phrases import (
    NEWSLETTER,
    is_advice,
    is_clinical,
    is_form_line,
    is_label,
    is_urgent,
    may_be_contact_line,
)

NEVER_WORDS = {
    "script": "script",
    "style": "script",
    "template": "script",
    "noscript": "script",
    "link": "script",
    "svg": "picture",
    "canvas": "picture",
    "map": "picture",
    "iframe": "embedded content",
    "object": "embedded content",
    "embed": "embedded content",
    "video": "embedded content",
    "audio": "embedded content",
    "dialog": "popup",
    "label": "form",
    "input": "form",
    "textarea": "form",
    "select": "form",
    "legend": "form",
    "datalist": "form",
    "output": "form",
    "menu": "navigation",
}
AREAS = {"nav": "navigation", "footer": "footer", "aside": "sidebar"}
MAIN = ["main", "article"]
HEADINGS = ["h1", "h2", "h3", "h4", "h5", "h6"]
WIDE_ELEMENTS = {"div", "section", "footer", "header", "table"}
# What must be said in an element before it is what its name says.
EVIDENCE = {
    "cookie notice": re.compile(r"(?i)\bcookies?\b|privacy"),
    "comments": re.compile(
        r"(?i)\breply\b|\bsays:|\b(\d+|an?|one) (minute|hour|day|week|month|year)s? "
        r"ago\b|\bleave a comment\b|\b\d+ (comments|responses|replies|thoughts on)\b"
    ),
    "related pages": re.compile(
        r"(?i)^(you (may|might) (also )?(like|enjoy)|read next|see also|(related|"
        r"recent|latest|popular|recommended|more|other|featured)( \w+)? (articles?|"
        r"posts?|pages?|news|stories|reading|from))\b"
    ),
    "page details": re.compile(
        r"(?i)\b(posted|published|updated|reviewed|written|author|by|min(ute)?s? read|"
        r"reading time|(19|20)\d\d)\b"
    ),
    "share links": re.compile(r"(?i)^\W*(share|follow us|tweet|facebook|print)\b"),
    "chat": re.compile(r"(?i)^((live )?chat|message us|need help\?)"),
    "author box": re.compile(""),
    "footer": re.compile(r"(?i)©|\bcopyright\b|\ball rights reserved\b"),
    "hidden": re.compile(""),
}
# Whose names alone do not take more than a few words away.
SHORT = {
    "form", "share links", "advertisement", "page details", "chat", "contact line",
    "hidden",
}  # fmt: skip
MENUS = {"navigation", "table of contents"}
# What the writer of a form says between its fields.
FORM_WORDS = re.compile(r"(?i)\b(we|we'll|your|required|fields?|form|privacy)\b")
MAX_SHORT_WORDS = 40
MAX_LABEL_WORDS = 12
RUNNING_TEXT = {"p", "ul", "ol", "h2", "h3", "h4"}
# So many siblings are looked at on each side: a page may have thousands.
NEAR = 10
# Above this share of the page's prose an element by its name alone is the page.
MOST_BY_NAME = 0.5
MOST_BY_TAG = 0.85
FIELDS = ["input", "textarea", "select"]
NO_FIELDS = {"hidden", "button", "submit", "image", "reset", "radio", "checkbox"}
OPENERS = ["aria-controls", "data-target", "data-bs-target", "href", "for"]


class Furniture:
    """Tells a page's article from its menus, banners, popups and forms."""

    def __init__(self, soup: BeautifulSoup):
        self.contents = count_contents(soup)
        self.prose = max(self.contents[id(soup)].prose_words, 1)
        self.details = read_details(soup)
        # What is kept although its name or place says that it is not the article.
        self.doubts: dict[int, Doubt] = {}
        self.opened = {
            str(tag[name]).removeprefix("#")
            for name in OPENERS
            for tag in soup.find_all(attrs={name: True})
        }
        # Set in this order: the article's own heading helps to find the rest.
        self.body: Tag | None = None
        self.mains: list[Tag] = soup.find_all(_is_main)
        self.title = self._find_title(soup)
        self.title_path = _path(self.title)
        self.main = self._find_main(soup)
        self.main_path = _path(self.main) - {id(self.main)}
        self.body = self.main or self._find_body()
        self.doubts.clear()

    def holds(self, tag: Tag) -> Contents:
        """What the element holds."""
        return self.contents.get(id(tag), Contents())

    def reason(self, tag: Tag) -> str:
        """Why the element is not the article; empty if it may be.

        What may be advice stays, with a doubt.
        """
        reason = (
            self._reason_by_tag(tag)
            or self._reason_by_name(tag)
            or ("form" if self._is_form_part(tag) else "")
            or self._reason_by_place(tag)
        )
        if reason and self._may_be_advice(tag, reason):
            self._doubt(tag, reason)
            return ""
        if reason:
            self.doubts.pop(id(tag), None)
        return reason

    def _may_be_advice(self, tag: Tag, reason: str) -> bool:
        """Whether a patient may miss what the element says outside its links."""
        held = self.holds(tag)
        if (
            tag.name in {"form", "button"}
            or tag.find_parent("form") is not None
            or reason in {"script", "picture", "embedded content", "cookie notice"}
        ):
            return False
        is_inside = self._is_inside(tag)
        if (reason == "form" and held.controls) or (
            reason in {"footer", *MENUS} and not is_inside
        ):
            return False
        words = _unlinked_words(tag)
        if (reason == "comments" and len(EVIDENCE[reason].findall(words)) > 1) or (
            reason == "related pages" and EVIDENCE[reason].search(words_of(tag))
        ):
            return False
        if reason == "author box" or not is_inside:
            return is_urgent(words)
        return is_advice(words)

    def _doubt(self, tag: Tag, reason: str) -> None:
        if self.holds(tag).words and self.doubts.keys().isdisjoint(_path(tag)):
            self.doubts[id(tag)] = Doubt(reason, words_of(tag))

    def _is_needed(self, tag: Tag, share: float) -> bool:
        """Whether the article's heading or most of the page is inside."""
        if tag.name in {"html", "body", "main"} or tag is self.main:
            return True
        if id(tag) in self.title_path or id(tag) in getattr(self, "main_path", ()):
            return True
        return self.holds(tag).prose_words > self.prose * share

    def _reason_by_tag(self, tag: Tag) -> str:
        reason = NEVER_WORDS.get(tag.name, "")
        if reason:
            is_kept = self._is_needed(tag, MOST_BY_TAG) or self._names_fold(tag)
            return "" if is_kept else reason
        reason = AREAS.get(tag.name, "") or reason_by_role(tag)
        if tag.name == "form":
            reason = "form"
        if tag.name == "button" and tag.find_parent(HEADINGS) is None:
            reason = "" if is_foldable(tag) else "form"
        if tag.name == "header" and not self.holds(tag).headings:
            reason = "site header"
        if tag.name in {"footer", "aside", "header"} and self._is_inside(tag):
            # Inside an article these may be a remark or the sources.
            held = self.holds(tag)
            if held.prose_words and not held.controls and held.links < 3:
                reason = ""
        if reason == "form" and self._is_needed(tag, MOST_BY_NAME):
            return ""
        return "" if self._is_needed(tag, MOST_BY_TAG) else reason

    def _names_fold(self, tag: Tag) -> bool:
        """Whether a label opens a text: folds without a script are ticked boxes."""
        return (
            tag.name == "label"
            and tag.find_parent("form") is None
            and self.holds(tag.parent).prose_words > 0
            and tag.find_previous_sibling(["input"], type=["radio", "checkbox"])
            is not None
        )

    def _is_form_part(self, tag: Tag) -> bool:
        """Whether the element is of a form that no form element holds."""
        return (
            tag.has_attr("contenteditable")
            or self._is_field_group(tag)
            or self._stands_by_field(tag)
        )

    def _is_field_group(self, tag: Tag) -> bool:
        """Whether the element holds fields to fill in, and no sentence besides."""
        if not self.holds(tag).controls or self._is_needed(tag, MOST_BY_NAME):
            return False
        return any(map(_is_field, tag.find_all(FIELDS))) and not any(
            is_text(text) and _is_sentence(text) for text in tag.find_all(string=True)
        )

    def _stands_by_field(self, tag: Tag) -> bool:
        """Whether the element is a field's label before it, or its button after it."""
        words = words_of(tag) if self.holds(tag).words <= MAX_LABEL_WORDS else ""
        if not words or tag.name in {"html", "head", "title"} or is_urgent(words):
            return False
        after, before = tag.find_next_sibling(), tag.find_previous_sibling()
        return self._begins_with_field(after) or (
            is_label(words) and self._begins_with_field(before)
        )

    def _begins_with_field(self, tag: Tag | None) -> bool:
        if tag is None or (self.holds(tag).words and tag.name != "select"):
            return False
        return _is_field(tag) or any(map(_is_field, tag.find_all(FIELDS)))

    def _reason_by_name(self, tag: Tag) -> str:
        if is_hidden(tag) and not self._is_needed(tag, MOST_BY_NAME):
            around = [tag, *list(ancestors(tag))[:3]]
            if tag.get("id") not in self.opened and not any(map(is_foldable, around)):
                return "hidden"
        for reason in reasons_by_name(tag):
            sure = reason in {"cookie notice", "popup"}
            if self._is_needed(tag, MOST_BY_TAG if sure else MOST_BY_NAME):
                continue
            if self._bears_out(tag, reason):
                return reason
            if reason not in MENUS and self._is_inside(tag):
                self._doubt(tag, reason)
        return ""

    def _bears_out(self, tag: Tag, reason: str) -> bool:
        """Whether what the element holds, and where, agrees with what its name says."""
        held = self.holds(tag)
        words = " ".join(tag.get_text(" ").split())
        is_linked = held.linked_words * 2 >= held.words
        evidence = EVIDENCE.get(reason)
        if reason in MENUS:
            return is_linked
        if (
            (reason in SHORT and held.words > MAX_SHORT_WORDS and not held.controls)
            or (reason in {"footer", "site header"} and tag.name not in WIDE_ELEMENTS)
            or (reason == "related pages" and not held.links)
        ):
            return False
        if evidence is not None and (
            evidence.search(words) or reason == "cookie notice"
        ):
            return bool(evidence.search(words))
        return (
            is_linked
            or held.controls > 0
            or bool(NEWSLETTER.search(words))
            or is_form_line(words)
            or may_be_contact_line(words)
            or not self._is_inside(tag)
        )

    def _reason_by_place(self, tag: Tag) -> str:
        """What stands beside the main text, not in it."""
        if self.main is None or tag is self.main or id(tag) in self.main_path:
            return ""
        if tag.parent is None or id(tag.parent) not in self.main_path:
            return ""
        if tag.name == "head" or id(tag) in self.title_path:
            return ""
        return "outside the main text" if self.holds(tag).words else ""

    def _is_inside(self, tag: Tag) -> bool:
        """Whether the element stands in an article, or among its paragraphs."""
        near = (islice(tag.previous_siblings, NEAR), islice(tag.next_siblings, NEAR))
        return any(each.name in RUNNING_TEXT for each in chain(*near)) or any(
            _is_main(each) or each is self.body for each in ancestors(tag)
        )

    def _find_body(self) -> Tag | None:
        """The element with the title and most of the text, where no tag names it."""
        for each in ancestors(self.title) if self.title is not None else ():
            if self.holds(each).prose_words > self.prose * MOST_BY_NAME:
                return None if each.name in {"body", "html", "[document]"} else each
        return None

    def _find_title(self, soup: BeautifulSoup) -> Tag | None:
        """The h1 that is the article's: not the site's name beside its logo."""
        best, best_score = None, -10
        for heading in soup.find_all("h1"):
            words = words_of(heading).casefold()
            around = list(ancestors(heading))
            if not words or any(
                each.name in {"nav", "footer", "dialog", "form"}
                or reason_by_role(each) in {"popup", "navigation", "form"}
                for each in around
            ):
                continue
            score = 2 * any(_is_main(each) for each in around)
            score += 2 * self.details.title.casefold().startswith(words)
            score -= 2 * any(
                each.name == "header" and each.find("nav") for each in around
            )
            score -= 3 * any(
                set(reasons_by_name(each)) & {"popup", "cookie notice", "site header"}
                for each in around
                if self.holds(each).prose_words <= self.prose * MOST_BY_NAME
            )
            if score > best_score:
                best, best_score = heading, score
        return best

    def _find_main(self, soup: BeautifulSoup) -> Tag | None:
        """The element with the article, if the page says so and it holds most of it."""
        best = max(
            self.mains, key=lambda tag: self.holds(tag).prose_words, default=None
        )
        if best is None or not self.holds(best).prose_words:
            return None
        # Measured against the page without its obvious menus, banners and forms.
        self.main, self.main_path = None, _path(best) - {id(best)}
        prose = self._prose_without_furniture(soup)
        share = 0.5 if best.name == "main" else 0.8
        return best if self.holds(best).prose_words >= prose * share else None

    def _prose_without_furniture(self, soup: BeautifulSoup) -> int:
        prose = self.holds(soup).prose_words
        waiting = [soup]
        while waiting:
            for child in waiting.pop().children:
                if not isinstance(child, Tag):
                    continue
                if self.reason(child):
                    prose -= self.holds(child).prose_words
                elif self.holds(child).prose_words:
                    waiting.append(child)
        return prose


def _is_main(tag: Tag) -> bool:
    return tag.name in MAIN or tag.get("role") == "main"


def _path(tag: Tag | None) -> set[int]:
    """The ids of an element and of all around it."""
    return {id(each) for each in [tag, *ancestors(tag)]} if tag is not None else set()


def _unlinked_words(tag: Tag) -> str:
    """The words outside links; a link that dials is one to be read."""
    return " ".join(
        str(text)
        for text in tag.find_all(string=is_text)
        if (link := text.find_parent("a")) is None
        or str(link.get("href")).startswith("tel:")
    )


def _is_field(tag: Tag) -> bool:
    if tag.name == "input":
        return str(tag.get("type") or "text").lower() not in NO_FIELDS
    return tag.name in FIELDS or tag.has_attr("contenteditable")


def _is_sentence(text: str) -> bool:
    """Whether a text between fields may be more than their label."""
    words = text.split()
    if not words or text.strip().endswith(("?", ":", "*")):
        return False
    if is_urgent(text) or (len(words) > 2 and is_clinical(text)):
        return True
    is_long = len(words) > MAX_LABEL_WORDS or (len(words) > 2 and words[-1][-1] == ".")
    return is_long and not FORM_WORDS.search(text)
