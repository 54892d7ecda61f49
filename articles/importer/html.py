"""From an HTML page to blocks."""

import re
from collections.abc import Iterable
from urllib.parse import urljoin

from bs4 import BeautifulSoup, PageElement, Tag

from .blocks import BOLD_LINE, Block, Heading, LeftOut, Listing, Paragraph, what_is_lost
from .furniture import NEVER_WORDS, Furniture
from .html_looks import (
    background,
    icon_of,
    is_bold_by_style,
    is_gone,
    is_struck,
    is_symbol,
    label_of,
    media_address,
    tick_of,
    write_styles,
)
from .html_tables import (
    is_data_table,
    is_plain_quote,
    lines_of,
    read_quote,
    read_table,
)
from .html_tree import is_block, is_comment, is_text, parse, words_of
from .html_writer import BlockWriter
from .inline import is_bold, raw_text, safe_href
from .page_details import PageDetails
from .raised import settle_scripts
from .text_lines import looks_like_heading

TAGS = re.compile(
    r"(?i)<(!doctype html|html|head|body|p|div|h[1-6]|article|section|main|ul|ol|li|"
    r"table|br|strong|a|nav|header|footer|form)\b[^<>]*>"
)
HEADING = re.compile(r"h([1-6])\Z")
BOLD = {"b", "strong", "dt"}
ITALIC = {"em", "i"}
TOOLTIPS = {"abbr", "acronym", "dfn", "span"}
LISTS = {"ul", "ol", "dl"}
MEDIA = {"iframe", "object", "embed", "video", "audio", "svg", "canvas", "map"}
# Of a cell only what holds no words is left out: no class name takes a dose away.
KEPT_IN_CELLS = {"label", "legend", "output", "menu"}
# Links beside a heading, and from a note back to its mark.
NO_WORDS = re.compile(r"[\s#¶§↩︎↑^🔗]*")
SAVED_FROM = re.compile(r"<!-- saved from url=\(\d+\)(\S+) -->")
HTML_SPACE = re.compile(r"[ \t\n\r\f]+")


def looks_like_html(text: str) -> bool:
    """Whether the text is marked up: two tags of HTML are enough."""
    return len(TAGS.findall(text[:200_000])) > 1


def read_html(text: str) -> tuple[list[Block], PageDetails]:
    """The blocks of a page in its order, and what its head says."""
    soup = parse(text)
    address = _address(soup, text)
    write_styles(soup)
    for tag in soup.find_all("wbr"):
        tag.decompose()
    settle_scripts(soup)
    reader = _Reader(Furniture(soup), address)
    blocks = _with_bold_headings(reader.read([soup]))
    furniture = reader.furniture
    return [*blocks, *reader.notes, *furniture.doubts.values()], furniture.details


def _address(soup: BeautifulSoup, text: str) -> str:
    """Where the page lay, as far as it says so itself: links count from there."""
    base = soup.select_one("base[href]")
    own = soup.select_one("link[rel=canonical][href]")
    graph = soup.select_one("meta[property='og:url'][content]")
    saved = SAVED_FROM.search(text[:2000])
    address = str(
        (own and own["href"])
        or (graph and graph["content"])
        or (saved and saved[1])
        or ""
    )
    return _joined(address, str(base["href"])) if base else address


def _joined(address: str, href: str) -> str:
    """The whole address of a link, or as much of it as the page tells."""
    if href.startswith("//"):
        address = address or "https:"
    try:
        return urljoin(address, href)
    except ValueError:
        return href


def _with_bold_headings(blocks: list[Block]) -> list[Block]:
    """The blocks, lines that are bold from end to end made headings.

    Not the last, which has nothing below it.
    """
    last = len(blocks) - 1
    return [
        Heading(BOLD_LINE, block.spans)
        if isinstance(block, Paragraph)
        and is_bold(block.spans)
        and number < last
        and "\n" not in raw_text(block.spans)
        and looks_like_heading(block.text)
        else block
        for number, block in enumerate(blocks)
    ]


def _own_text(text) -> str:
    """The text, its line breaks kept only where the page keeps them."""
    if text.find_parent("pre") is not None:
        return str(text)
    return HTML_SPACE.sub(" ", str(text))


class _Reader:
    """Decides for each element whether and how it is read.

    `notes` are what the page loses but its words: addresses, italics, tooltips.
    """

    def __init__(self, furniture: Furniture, address: str, in_cell: bool = False):
        self.furniture = furniture
        self.address = address
        self.in_cell = in_cell
        self.writer = BlockWriter()
        self.notes: list[Block] = []

    def read(self, nodes: Iterable[PageElement]) -> list[Block]:
        """The blocks of these nodes, in their order."""
        # A step is an element to open, or (True, element) to close it again.
        steps: list = list(nodes)[::-1]
        while steps:
            step = steps.pop()
            if isinstance(step, tuple):
                self.close(step[1])
            elif isinstance(step, Tag):
                if self.open(step):
                    steps.append((True, step))
                    steps += reversed(list(step.children))
            elif is_text(step):
                self.writer.add_text(_own_text(step))
            elif is_comment(step):
                self.writer.leave_out("comment", str(step))
        return self.writer.finish()

    def open(self, tag: Tag) -> bool:
        """Begin an element; whether its children are to be read."""
        if sign := tick_of(tag) or (self.in_cell and icon_of(tag)):
            return self._add_sign(tag, sign)
        reason = self._reason(tag)
        if reason:
            self._leave_out(tag, reason)
            return False
        if tag.name in {"title", "img", "br", "hr"}:
            return self._read_empty(tag)
        if picture := background(tag):
            self.writer.leave_out("picture", label_of(tag) or picture)
        if tag.name == "figcaption" and _is_tables(tag):
            return False
        if is_data_table(tag):
            self._read_table(tag)
        elif self._is_quote(tag):
            self._read_quote(tag)
        elif tag.name != "a" or self._opens_link(tag):
            self._open_container(tag)
            return True
        return False

    def _reason(self, tag: Tag) -> str:
        if is_struck(tag):
            return "struck out"
        if not self.in_cell:
            return self.furniture.reason(tag)
        if is_gone(tag):
            return "hidden"
        return "" if tag.name in KEPT_IN_CELLS else NEVER_WORDS.get(tag.name, "")

    def _add_sign(self, tag: Tag, sign: str) -> bool:
        """Write what an element says; its own words, if it has some, follow."""
        has_words = bool(words_of(tag)) and tag.name != "svg"
        if not has_words:
            self.writer.add_text(f" {sign} ")
        return has_words

    def _open_container(self, tag: Tag) -> None:
        writer = self.writer
        heading = HEADING.match(tag.name)
        if heading:
            writer.open_heading(int(heading[1]))
        elif self._opens_fold(tag):
            writer.open_heading(BOLD_LINE)
        elif tag.name in LISTS and self._is_list(tag):
            writer.open_list(_listing(tag))
        elif tag.name in {"li", "dt"}:
            writer.open_item(_whole(tag.get("value")))
        elif is_block(tag):
            writer.end_paragraph()
        elif tag.name in {"sup", "sub"}:
            writer.scripts.append(tag.name)
        elif tag.name in SURROUNDED:
            writer.add_text(SURROUNDED[tag.name][0])
        elif tag.name in ITALIC:
            writer.italic += 1
        elif tag.name in TOOLTIPS and tag.get("title"):
            note = f"{words_of(tag)}: {tag['title']}"
            self.notes.append(LeftOut("tooltip", note))
        if _is_bold(tag):
            writer.bold += 1

    def close(self, tag: Tag) -> None:
        """End an element that was opened."""
        writer = self.writer
        if tag.name == "dt":
            writer.end_paragraph()
        if _is_bold(tag):
            writer.bold = max(writer.bold - 1, 0)
        if HEADING.match(tag.name) or self._opens_fold(tag):
            writer.close_heading()
        elif tag.name in LISTS and self._is_list(tag):
            writer.close_list()
        elif tag.name == "a":
            writer.hrefs.pop()
        elif is_block(tag):
            writer.end_paragraph()
        elif tag.name in {"sup", "sub"}:
            writer.scripts.pop()
        elif tag.name in ITALIC:
            writer.italic -= 1
        elif tag.name in SURROUNDED:
            writer.add_text(SURROUNDED[tag.name][1])

    def _opens_fold(self, tag: Tag) -> bool:
        """Whether the element is the line above a fold: it stands as a heading."""
        return (
            tag.name in {"summary", "button"}
            and not self.furniture.holds(tag).headings
            and tag.find_parent(HEADING) is None
        )

    def _is_quote(self, tag: Tag) -> bool:
        """Whether the element is a quotation of nothing but words."""
        return (
            tag.name == "blockquote"
            and not self.writer.listings
            and self.furniture.holds(tag).words > 0
            and is_plain_quote(tag)
        )

    def _is_list(self, tag: Tag) -> bool:
        """Whether the element is a list of texts, not the layout of a page."""
        held = self.furniture.holds(tag)
        return held.entries > 0 and not held.layout

    def _opens_link(self, tag: Tag) -> bool:
        """Begin a link; whether it has words. What cannot lead on is reported."""
        words, href = words_of(tag), str(tag.get("href") or "").strip()
        whole = "" if href.startswith("#") else safe_href(_joined(self.address, href))
        is_mark = words.startswith("[") and href.startswith("#")
        is_usable = whole and not self.in_cell and self.writer.heading_level is None
        lost = "" if is_mark or is_usable or not href.strip("#") else whole or href
        if not words and href.strip("#"):
            self.notes.append(LeftOut("link", whole or href))
        if NO_WORDS.fullmatch(words) and not tag.find("img"):
            return False
        self.writer.hrefs.append((whole if is_usable else "", lost))
        return True

    def _leave_out(self, tag: Tag, reason: str) -> None:
        text = words_of(tag)
        if tag.name in MEDIA:
            text = " ".join([*tag.stripped_strings, media_address(tag)]).strip()
            text = text or f"<{tag.name}>"
        text = text or str(
            tag.get("value") or tag.get("placeholder") or label_of(tag) or ""
        )
        if is_block(tag) and not self.writer.listings:
            self.writer.end_paragraph()
        self.writer.leave_out(reason, text)

    def _read_empty(self, tag: Tag) -> bool:
        if tag.name == "br":
            self.writer.add_text("\n")
        elif tag.name == "hr":
            self.writer.end_paragraph()
        elif tag.name == "title":
            self.writer.leave_out("page head", words_of(tag))
        elif is_symbol(tag) or self._is_figure_in_words(tag):
            self.writer.add_text(str(tag["alt"]))
        else:
            places = (str(tag.get(name) or "") for name in ("data-src", "src"))
            place = next((each for each in places if each and each[:5] != "data:"), "")
            name = str(tag.get("alt") or place) or "inline picture"
            self.writer.leave_out("picture", name)
        return False

    def _is_figure_in_words(self, image: Tag) -> bool:
        """Whether a picture inside a sentence stands for a number: "½ tablet"."""
        words = str(image.get("alt") or "")
        has_figure = any(each.isdigit() for each in words) and len(words) <= 12
        return has_figure and bool(raw_text(self.writer.spans).strip())

    def _read_table(self, tag: Tag) -> None:
        left_out: list[Block] = []
        table = read_table(tag, lambda each: self._words(each, left_out))
        caption = _caption_beside(tag)
        if caption is not None:
            words = [table.caption, *self._words(caption, left_out).split("\n")]
            table.caption = " ".join(filter(None, words))
        self.writer.add_block(table)
        self.writer.blocks += left_out

    def _read_quote(self, tag: Tag) -> None:
        left_out: list[Block] = []
        quote = read_quote(tag, lambda each: self._words(each, left_out))
        self.writer.add_block(quote)
        self.writer.blocks += left_out

    def _words(self, tag: Tag, left_out: list[Block]) -> str:
        """The words in a cell or quotation, line by line."""
        around = [tag, tag.parent] if tag.parent and tag.parent.name == "tr" else [tag]
        for each in around:
            if is_struck(each) or is_gone(each):
                reason = "struck out" if is_struck(each) else "hidden"
                left_out.append(LeftOut(reason, words_of(tag)))
                return ""
        reader = _Reader(self.furniture, self.address, in_cell=True)
        blocks = reader.read(tag.children)
        left_out += [block for block in blocks if isinstance(block, LeftOut)]
        left_out += what_is_lost(blocks)
        self.notes += reader.notes
        return "\n".join(lines_of(blocks))


# What readers see around an element's words, though it is not in the page's text.
SURROUNDED = {"q": "“”"}


def _caption_beside(table: Tag) -> Tag | None:
    figure = table.find_parent("figure")
    captions = figure.find_all("figcaption") if figure else []
    return captions[0] if captions and _is_tables(captions[0]) else None


def _is_tables(caption: Tag) -> bool:
    """Whether the caption is that of a table: it is read with it."""
    figure = caption.find_parent("figure")
    held = figure.find_all(["table", "img"]) if figure else []
    return len(held) == 1 and is_data_table(held[0])


def _is_bold(tag: Tag) -> bool:
    # Google Docs puts a whole text into <b> that is not bold.
    return is_bold_by_style(tag, otherwise=tag.name in BOLD)


def _listing(tag: Tag) -> Listing:
    if tag.name != "ol":
        return Listing(ordered=False)
    step = -1 if tag.has_attr("reversed") else 1
    first = len(tag.find_all("li", recursive=False)) if step < 0 else 1
    start = _whole(tag.get("start"))
    style = str(tag.get("type") or "1")
    return Listing(
        True, start=first if start is None else start, step=step, style=style
    )


def _whole(value: object) -> int | None:
    text = str(value or "")
    return int(text) if re.fullmatch(r"-?[0-9]{1,4}", text) else None
