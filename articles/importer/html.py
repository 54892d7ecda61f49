"""From an HTML page to blocks."""

import re

from bs4 import Tag

from .blocks import BOLD_LINE, Block, Heading, Paragraph
from .furniture import Furniture
from .html_tables import is_data_table, is_plain_quote, read_quote, read_table
from .html_tree import is_comment, is_text, parse, words_of
from .html_writer import BlockWriter
from .inline import is_bold, raw_text, safe_href
from .text_lines import looks_like_heading

TAGS = re.compile(
    r"(?i)<(!doctype html|html|head|body|p|div|h[1-6]|article|section|main|ul|ol|li|"
    r"table|br|strong|a|nav|header|footer|form)\b[^<>]*>"
)
BLOCKS = {
    "address", "article", "aside", "blockquote", "body", "caption", "center", "dd",
    "details", "dialog", "div", "dl", "dt", "fieldset", "figcaption", "figure",
    "footer", "form", "header", "hgroup", "hr", "html", "legend", "li", "main", "nav",
    "ol", "p", "pre", "section", "table", "tbody", "td", "tfoot", "th", "thead", "tr",
    "ul",
}  # fmt: skip
HEADING = re.compile(r"h([1-6])\Z")
BOLD = {"b", "strong", "dt"}
BOLD_STYLE = re.compile(r"(?i)font-weight\s*:\s*(bold|[6-9]00)")
WHITESPACE = re.compile(r"\s+")


def looks_like_html(text: str) -> bool:
    """Whether the text is marked up: two tags of HTML are enough."""
    return len(TAGS.findall(text[:200_000])) > 1


def read_html(text: str) -> tuple[list[Block], str]:
    """The blocks of a page in its order, and the words of its `<title>`."""
    soup = parse(text)
    reader = _Reader(Furniture(soup))
    # A step is an element to open, or (True, element) to close it again.
    steps: list = [soup]
    while steps:
        step = steps.pop()
        if isinstance(step, tuple):
            reader.close(step[1])
        elif isinstance(step, Tag):
            if reader.open(step):
                steps.append((True, step))
                steps += reversed(list(step.children))
        elif is_text(step):
            reader.writer.add_text(_own_text(step))
        elif is_comment(step):
            reader.writer.leave_out("comment", str(step))
    reader.writer.end_paragraph()
    while reader.writer.listings:
        reader.writer.close_list()
    return _with_bold_headings(reader.writer.blocks), reader.furniture.page_title


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
    if text.parent is not None and text.parent.name == "pre":
        return str(text)
    return WHITESPACE.sub(" ", str(text))


class _Reader:
    """Decides for each element whether and how it is read."""

    def __init__(self, furniture: Furniture):
        self.furniture = furniture
        self.writer = BlockWriter()

    def open(self, tag: Tag) -> bool:
        """Begin an element; whether its children are to be read."""
        reason = self.furniture.reason(tag)
        if reason:
            self._leave_out(tag, reason)
            return False
        if tag.name in {"title", "img", "br", "hr"}:
            return self._read_empty(tag)
        if tag.name == "table" and is_data_table(tag) and not self.writer.listings:
            self._read_table(tag)
            return False
        if self._is_quote(tag):
            self.writer.add_block(read_quote(tag))
            return False
        self._open_container(tag)
        return True

    def _open_container(self, tag: Tag) -> None:
        writer = self.writer
        heading = HEADING.match(tag.name)
        if heading:
            writer.open_heading(int(heading[1]))
        elif self._opens_fold(tag):
            writer.open_heading(BOLD_LINE)
        elif tag.name in {"ul", "ol", "dl"} and self._is_list(tag):
            writer.open_list(tag.name == "ol", _start(tag))
        elif tag.name in {"li", "dt"}:
            writer.open_item()
        elif tag.name == "a":
            writer.hrefs.append(safe_href(str(tag.get("href") or "")))
        elif tag.name in BLOCKS or "-" in tag.name:
            writer.end_paragraph()
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
        elif tag.name in {"ul", "ol", "dl"} and self._is_list(tag):
            writer.close_list()
        elif tag.name == "a":
            if writer.hrefs:
                writer.hrefs.pop()
        elif tag.name in BLOCKS or "-" in tag.name:
            writer.end_paragraph()

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

    def _leave_out(self, tag: Tag, reason: str) -> None:
        text = tag.get_text(" ") or str(
            tag.get("value") or tag.get("placeholder") or tag.get("title") or ""
        )
        if tag.name in BLOCKS and not self.writer.listings:
            self.writer.end_paragraph()
        self.writer.leave_out(reason, text)

    def _read_empty(self, tag: Tag) -> bool:
        if tag.name == "br":
            self.writer.add_text("\n")
        elif tag.name == "hr":
            self.writer.end_paragraph()
        elif tag.name == "img":
            name = str(tag.get("alt") or tag.get("src") or "")
            is_data = name.startswith("data:")
            self.writer.leave_out("picture", "inline picture" if is_data else name)
        else:
            self.writer.leave_out("page head", words_of(tag))
        return False

    def _read_table(self, tag: Tag) -> None:
        table = read_table(tag)
        caption = tag.find_next_sibling("figcaption")
        if caption is not None and not table.caption:
            table.caption = words_of(caption)
            caption.clear()
        self.writer.add_block(table)
        for link in tag.find_all("a", href=True):
            href = safe_href(str(link["href"]))
            self.writer.leave_out("link in a table", href)


def _is_bold(tag: Tag) -> bool:
    return tag.name in BOLD or bool(BOLD_STYLE.search(str(tag.get("style") or "")))


def _start(tag: Tag) -> int:
    value = str(tag.get("start") or "1")
    return int(value) if value.isdecimal() and len(value) < 5 else 1
