"""The text that an editor wrote, out of the HTML that the preview shows."""

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser

HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
# Elements that stand within a line. All others begin a new passage.
INLINE = frozenset(
    re.findall(
        r"\S+",
        "a abbr b bdi bdo cite code data del dfn em i img ins kbd mark picture q s "
        "samp small source span strong sub sup svg time u var wbr",
    )
)
VOID = frozenset({"area", "br", "col", "embed", "hr", "img", "input", "source", "wbr"})
SKIPPED_ELEMENTS = frozenset(
    {"address", "button", "cite", "code", "form", "math", "nav", "noscript", "script"}
    | {"select", "style", "svg", "template", "textarea", "title"}
)
# What templates put around an editor's text: other pages' words, and the site's own.
SKIPPED_CLASSES = frozenset(
    {"about-page", "alternative-names", "band--brand", "byline", "feedback-panel"}
    | {"next-steps", "page-list", "people", "places", "references", "related"}
    | {"topic-group"}
)
# A sign that begins no tag. Python's parser takes minutes for some thousands of them.
STRAY_TAG_SIGN = re.compile("<(?![^<>]*>)")
SPACES = re.compile(r"\s+")


@dataclass
class Passage:
    """A paragraph, list item, table cell or heading, in plain text."""

    text: str
    heading: str = ""  # The last heading before it.
    is_heading: bool = False
    is_paragraph: bool = False


@dataclass
class Link:
    """What a link says."""

    text: str
    heading: str = ""


@dataclass
class PageText:
    """All that can be read on a page."""

    title: str = ""
    passages: list[Passage] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)


class PassageReader(HTMLParser):
    """Collects the passages and links of a page while it is fed."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.page = PageText()
        self.heading = ""
        self.element = ""
        self.words: list[str] = []
        self.link_words: list[str] | None = None
        # The element that is skipped, and how often it is open.
        self.skipped: tuple[str, int] | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin a passage, a link, or a part that is skipped."""
        if self.skipped:
            name, depth = self.skipped
            self.skipped = (name, depth + (tag == name))
            return
        values = dict(attrs)
        classes = set((values.get("class") or "").split())
        is_skipped = (
            tag in SKIPPED_ELEMENTS
            or classes & SKIPPED_CLASSES
            or "hidden" in values
            or values.get("aria-hidden") == "true"
        )
        if tag not in INLINE:
            self.end_passage()
            self.element = tag
        if is_skipped and tag not in VOID:
            self.skipped = (tag, 1)
        elif tag == "a":
            label = values.get("aria-label") if values.get("href") else None
            self.link_words = [label] if label else []
        elif tag == "img" and self.link_words is not None:
            self.link_words.append(values.get("alt") or "")

    def handle_endtag(self, tag: str) -> None:
        """End what the start tag began."""
        if self.skipped:
            name, depth = self.skipped
            depth -= tag == name
            self.skipped = (name, depth) if depth else None
        elif tag == "a":
            self.end_link()
        elif tag not in INLINE:
            self.end_passage()
            self.element = ""

    def handle_data(self, data: str) -> None:
        """Take in text."""
        if not self.skipped:
            self.words.append(data)
            if self.link_words is not None:
                self.link_words.append(data)

    def end_link(self) -> None:
        """Keep the link that has been read."""
        if self.link_words:
            text = tidy("".join(self.link_words))
            if text:
                self.page.links.append(Link(text, self.heading))
        self.link_words = None

    def end_passage(self) -> None:
        """Keep the passage that has been read."""
        text = tidy("".join(self.words))
        self.words.clear()
        if not text:
            return
        is_heading = self.element in HEADINGS
        if self.element == "h1":
            self.page.title = text
        if is_heading:
            self.heading = text
        self.page.passages.append(
            Passage(text, self.heading, is_heading, self.element == "p")
        )


def tidy(text: str) -> str:
    """The text with single spaces, and without soft hyphens."""
    return SPACES.sub(" ", text.replace("\u00ad", "")).strip()


def without_traps(html: str) -> str:
    """The HTML without comments, and with tags that end."""
    first, *others = html.split("<!--")
    html = "".join([first, *(part.partition("-->")[2] for part in others)])
    return STRAY_TAG_SIGN.sub("&lt;", html)


def read_passages(html: str) -> PageText:
    """The passages and links of some HTML; of what cannot be parsed, all before it."""
    reader = PassageReader()
    try:
        reader.feed(without_traps(html))
        reader.close()
    except AssertionError:
        # Python's parser gives up on some malformed declarations, as in "<![x".
        pass
    reader.end_link()
    reader.end_passage()
    return reader.page
