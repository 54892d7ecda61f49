"""An HTML page as a tree, with what each element holds counted once."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, fields

from bs4 import BeautifulSoup, CData, Comment, Tag
from bs4.element import NavigableString, PageElement, PreformattedString

from .problems import ImportProblemError

# More than any article's page; far less than what would take minutes.
MAX_TAGS = 30_000
MAX_DEPTH = 200
SILENT = {"script", "style", "template", "noscript", "svg", "iframe", "title"}
CONTROLS = {"input", "textarea", "select"}
# A text shorter than this may be a label; longer it is prose.
PROSE_WORDS = 8
LAYOUT_IN_LIST = {"h1", "h2", "form"}
MAX_OPEN_COMMENTS = 20
# Elements that begin a line of their own; all others never part a word.
BLOCKS = {
    "address", "article", "aside", "blockquote", "body", "caption", "center", "dd",
    "details", "dialog", "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure",
    "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "hr",
    "html", "legend", "li", "main", "menu", "nav", "ol", "option", "p", "pre", "search",
    "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul",
}  # fmt: skip
BLOCK_STYLE = re.compile(r"(?i)display\s*:\s*(block|flex|grid|list-item|table)")
TABLE_ROLES = {"table", "row", "cell", "columnheader", "rowheader", "gridcell"}
CONDITION = re.compile(r"\[if [^\]>]{1,100}\]>")


@dataclass
class Contents:
    """What an element holds, itself and below."""

    words: int = 0
    linked_words: int = 0
    prose_words: int = 0
    links: int = 0
    controls: int = 0
    headings: int = 0
    entries: int = 0
    # What no list of texts holds: a list with it lays out a page.
    layout: int = 0

    def add(self, other: "Contents") -> None:
        """Count what a child holds as well."""
        for count in fields(self):
            name = count.name
            setattr(self, name, getattr(self, name) + getattr(other, name))


# Which open elements a new one ends, and where the search for them stops
# (HTML Living Standard 13.1.2.4, "Optional tags").
CELLS = {"td", "th"}
ROWS = {"tr", *CELLS}
ENDED: dict[str, tuple[set[str], set[str]]] = {
    "li": ({"li"}, {"ul", "ol", "menu"}),
    "dt": ({"dt", "dd"}, {"dl"}),
    "dd": ({"dt", "dd"}, {"dl"}),
    "td": (CELLS, {"tr", "table"}),
    "th": (CELLS, {"tr", "table"}),
    "tr": (ROWS, {"table"}),
    "tbody": ({"thead", "tbody", "tfoot", *ROWS}, {"table"}),
    "tfoot": ({"thead", "tbody", "tfoot", *ROWS}, {"table"}),
    "option": ({"option"}, {"select"}),
}
HEADINGS = {f"h{level}" for level in range(1, 7)}
ENDS_PARAGRAPH = HEADINGS | {
    "address", "article", "aside", "blockquote", "center", "dd", "details", "dialog",
    "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "header",
    "hgroup", "hr", "li", "main", "nav", "ol", "p", "pre", "section", "table", "ul",
}  # fmt: skip


class PageSoup(BeautifulSoup):
    """A tree that ends elements whose end tags a page may leave out."""

    def handle_starttag(self, name, *args, **kwargs):
        """Begin an element, after those it ends.

        Below MAX_DEPTH elements stand beside each other, as browsers do it too.
        """
        if len(self.tagStack) > MAX_DEPTH:
            self.handle_endtag(self.currentTag.name)
        if name in HEADINGS and self.currentTag.name in HEADINGS:
            self.handle_endtag(self.currentTag.name)
        if name in ENDS_PARAGRAPH:
            self._end({"p"}, {"td", "th", "button", "table", "object"})
        if name in ENDED:
            self._end(*ENDED[name])
        return super().handle_starttag(name, *args, **kwargs)

    def _end(self, ended: set[str], limits: set[str]) -> None:
        """End the outermost open element of `ended` inside the nearest limit."""
        if not any(self.open_tag_counter.get(name) for name in ended):
            return
        height = len(self.tagStack)
        for number in range(len(self.tagStack) - 1, 0, -1):
            if self.tagStack[number].name in limits:
                break
            if self.tagStack[number].name in ended:
                height = number
        while len(self.tagStack) > height:
            self.handle_endtag(self.currentTag.name)


def parse(text: str) -> BeautifulSoup:
    """The tree of a page. Raises ImportProblemError if it has too many elements."""
    text = _without_open_conditions(text)
    open_comments = text.count("<!--") - text.count("-->")
    if text.count("<") > MAX_TAGS or open_comments > MAX_OPEN_COMMENTS:
        raise ImportProblemError(
            "The page has more elements than any article. Save only the article."
        )
    return PageSoup(text, "html.parser")


def _without_open_conditions(text: str) -> str:
    """The page without beginnings of conditional comments that nothing ends.

    "<!--[if IE 7]>" would hide the rest of the page.
    """
    first, *pieces = text.split("<!--")
    parts = [first]
    for piece, following in zip(pieces, [*pieces, ""][1:], strict=True):
        is_open = "-->" not in piece and not following.startswith(">")
        condition = CONDITION.match(piece) if is_open else None
        parts.append(piece[condition.end() :] if condition else f"<!--{piece}")
    return "".join(parts)


def is_text(node: object) -> bool:
    """Whether a node is text that readers see, not a comment or declaration."""
    return isinstance(node, NavigableString) and not isinstance(
        node, PreformattedString
    )


def is_comment(node: object) -> bool:
    """Whether a node is a comment, or what browsers take for one."""
    return isinstance(node, Comment | CData)


def count_contents(soup: BeautifulSoup) -> dict[int, Contents]:
    """What each element holds, by the element's `id()`.

    In one pass from the end: children come before their parents.
    """
    contents: dict[int, Contents] = {id(soup): Contents()}
    for node in reversed(list(soup.descendants)):
        own = Contents()
        if isinstance(node, Tag):
            own = contents.setdefault(id(node), own)
            if node.name in SILENT:
                own = contents[id(node)] = Contents()
            elif node.name == "a":
                own.linked_words, own.links = own.words, 1
                own.prose_words = 0
            own.controls += node.name in CONTROLS
            own.headings += node.name in HEADINGS
            own.entries += node.name in {"li", "dt"}
            own.layout += node.name in LAYOUT_IN_LIST
        elif is_text(node):
            own.words = len(node.split())
            own.prose_words = own.words if own.words >= PROSE_WORDS else 0
        contents.setdefault(id(node.parent), Contents()).add(own)
    return contents


def is_block(tag: Tag) -> bool:
    """Whether the element begins a line of its own."""
    return (
        tag.name in BLOCKS
        or "-" in tag.name
        or tag.get("role") in TABLE_ROLES
        or bool(BLOCK_STYLE.search(str(tag.get("style") or "")))
    )


def block_around(node: PageElement) -> Tag | None:
    """The nearest element around a node that begins a line of its own."""
    return next((each for each in node.parents if is_block(each)), None)


def words_of(tag: Tag) -> str:
    """All words of an element on one line, parted where a line or block ends."""
    parts: list[str] = []
    around = None
    for node in tag.descendants:
        if isinstance(node, Tag) and node.name == "br":
            parts.append(" ")
        elif isinstance(node, NavigableString) and not isinstance(
            node, PreformattedString
        ):
            before, around = around, block_around(node)
            parts += [" ", node] if around is not before else [node]
    return " ".join("".join(parts).split())


def ancestors(tag: Tag) -> Iterator[Tag]:
    """The elements around an element, inmost first."""
    parent = tag.parent
    while parent is not None:
        yield parent
        parent = parent.parent
