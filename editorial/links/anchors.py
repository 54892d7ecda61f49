"""The links in stored rich text."""

from html.parser import HTMLParser
from typing import NamedTuple


class Anchor(NamedTuple):
    """A link in rich text: the attributes of its tag, and its words."""

    attributes: dict[str, str]
    words: str


class AnchorParser(HTMLParser):
    """Collects the anchors of an HTML fragment, however badly it is formed."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.anchors: list[Anchor] = []
        self._attributes: dict[str, str] | None = None
        self._words: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """A link begins; one that was left open ends."""
        if tag == "a":
            self.end_anchor()
            self._attributes = {name: value or "" for name, value in attrs}

    def handle_endtag(self, tag: str) -> None:
        """A link ends."""
        if tag == "a":
            self.end_anchor()

    def handle_data(self, data: str) -> None:
        """The words of a link, between other tags."""
        if self._attributes is not None:
            self._words.append(data)

    def end_anchor(self) -> None:
        """Keep the open link, if there is one."""
        if self._attributes is not None:
            words = " ".join("".join(self._words).split())
            self.anchors.append(Anchor(self._attributes, words))
        self._attributes = None
        self._words = []


def anchors(html: str) -> list[Anchor]:
    """The links of stored rich text, in order."""
    if "<a" not in html:
        return []
    parser = AnchorParser()
    parser.feed(html)
    parser.close()
    parser.end_anchor()
    return parser.anchors
