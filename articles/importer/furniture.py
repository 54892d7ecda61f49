"""Which elements of a page are not the article."""

import re

from bs4 import BeautifulSoup, Tag

from .furniture_names import (
    is_foldable,
    is_hidden,
    reason_by_role,
    reasons_by_name,
)
from .html_tree import Contents, ancestors, count_contents, words_of

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
COOKIE_WORDS = re.compile(r"(?i)cookie|privacy|consent")
MAX_SHORT_WORDS = 40
RUNNING_TEXT = ["p", "ul", "ol", "h2", "h3", "h4"]
# Above this share of the page's prose an element by its name alone is the page.
MOST_BY_NAME = 0.5
MOST_BY_TAG = 0.85


class Furniture:
    """Tells a page's article from its menus, banners, popups and forms."""

    def __init__(self, soup: BeautifulSoup):
        self.contents = count_contents(soup)
        self.prose = max(self.contents[id(soup)].prose_words, 1)
        self.page_title = _page_title(soup)
        # Set in this order: the article's own heading helps to find the rest.
        self.mains: list[Tag] = soup.find_all(_is_main)
        self.title = self._find_title(soup)
        self.title_path = _path(self.title)
        self.main = self._find_main(soup)
        self.main_path = _path(self.main) - {id(self.main)}

    def holds(self, tag: Tag) -> Contents:
        """What the element holds."""
        return self.contents.get(id(tag), Contents())

    def reason(self, tag: Tag) -> str:
        """Why the element is not the article; empty if it may be."""
        if tag.name in NEVER_WORDS and not self._is_needed(tag, MOST_BY_TAG):
            return NEVER_WORDS[tag.name]
        return (
            self._reason_by_tag(tag)
            or self._reason_by_name(tag)
            or self._reason_by_place(tag)
        )

    def _is_needed(self, tag: Tag, share: float) -> bool:
        """Whether the article's heading or most of the page is inside."""
        if tag.name in {"html", "body", "main"} or tag is self.main:
            return True
        if id(tag) in self.title_path or id(tag) in getattr(self, "main_path", ()):
            return True
        return self.holds(tag).prose_words > self.prose * share

    def _reason_by_tag(self, tag: Tag) -> str:
        reason = AREAS.get(tag.name, "") or reason_by_role(tag)
        if tag.name == "form":
            reason = "form"
        if tag.name == "button" and tag.find_parent(HEADINGS) is None:
            reason = "" if is_foldable(tag) else "form"
        if tag.name == "header" and not self.holds(tag).headings:
            reason = "site header"
        if tag.name in {"footer", "aside"} and self._is_inside(tag):
            # Inside an article these may be a remark or the sources.
            held = self.holds(tag)
            if held.prose_words and not held.controls and held.links < 3:
                reason = ""
        if reason == "form" and self._is_needed(tag, MOST_BY_NAME):
            return ""
        return "" if self._is_needed(tag, MOST_BY_TAG) else reason

    def _reason_by_name(self, tag: Tag) -> str:
        if is_hidden(tag) and not self._is_needed(tag, MOST_BY_NAME):
            around = [tag, *list(ancestors(tag))[:3]]
            if not any(is_foldable(each) for each in around):
                return "hidden"
        for reason in reasons_by_name(tag):
            sure = reason in {"cookie notice", "popup"}
            share = MOST_BY_TAG if sure else MOST_BY_NAME
            if not self._is_needed(tag, share) and self._bears_out(tag, reason):
                return reason
        return ""

    def _bears_out(self, tag: Tag, reason: str) -> bool:
        """Whether what the element holds agrees with what its name says."""
        held = self.holds(tag)
        if reason in {"popup", "comments", "sidebar", "author box"}:
            return True
        tests = {
            "cookie notice": bool(COOKIE_WORDS.search(words_of(tag))),
            "form": held.controls > 0 or held.words <= MAX_SHORT_WORDS,
            "related pages": held.links > 0,
            "footer": tag.name in WIDE_ELEMENTS,
            "site header": tag.name in WIDE_ELEMENTS,
            "navigation": held.linked_words * 2 >= held.words,
            "table of contents": held.linked_words * 2 >= held.words,
        }
        # A chat's button, a shared line, a note who wrote it when: all short.
        return tests.get(reason, held.words <= MAX_SHORT_WORDS)

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
        beside = [*tag.find_previous_siblings(RUNNING_TEXT, limit=1)]
        beside += tag.find_next_siblings(RUNNING_TEXT, limit=1)
        return bool(beside) or any(_is_main(each) for each in ancestors(tag))

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
            score += 2 * (self.page_title.casefold().startswith(words))
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


def _page_title(soup: BeautifulSoup) -> str:
    """The words of `<title>`: those of a picture (SVG) are not the page's."""
    for title in soup.find_all("title"):
        if title.find_parent(["svg", "body"]) is None:
            return words_of(title)
    return ""
