"""The links that a page holds in its own fields: rich text, addresses, choosers."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from django.db.models import URLField
from django.utils.encoding import force_str
from django.utils.text import capfirst
from wagtail import blocks
from wagtail.contrib.typed_table_block.blocks import TypedTableBlock
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Page

from .anchors import anchors


class PageLink(NamedTuple):
    """A link on a page: its words, the field or block it is in, where it leads.

    It leads to a page of this website by its key, or else to an address.
    """

    words: str
    place: str
    address: str = ""
    page_id: int | None = None

    @property
    def is_external(self) -> bool:
        """Whether it leads to an address on the web."""
        return self.address.lower().startswith(("http:", "https:"))


def links_of(page: Page) -> Iterator[PageLink]:
    """The links in the rich text, streams and address fields of a specific page.

    Streams are read as they are stored: no query.
    """
    for field in page._meta.get_fields():
        place = capfirst(force_str(getattr(field, "verbose_name", "")))
        if isinstance(field, StreamField):
            stream = getattr(page, field.name)
            for item in stream.raw_data:
                block = stream.stream_block.child_blocks.get(item.get("type"))
                if block:
                    inside = f"{place} → {capfirst(force_str(block.label))}"
                    yield from block_links(block, item.get("value"), inside)
        elif isinstance(field, RichTextField):
            yield from rich_text_links(getattr(page, field.name), place)
        elif isinstance(field, URLField) and getattr(page, field.name):
            yield PageLink("", place, getattr(page, field.name))


def rich_text_links(html: str | None, place: str) -> Iterator[PageLink]:
    """The links to pages and to the web in stored rich text; not to documents."""
    for attributes, words in anchors(html or ""):
        if attributes.get("linktype") == "page":
            page_id = attributes.get("id", "")
            if page_id.isdecimal():
                yield PageLink(words, place, page_id=int(page_id))
        elif attributes.get("href"):
            yield PageLink(words, place, attributes["href"].strip())


def block_links(
    block: blocks.Block, value: Any, place: str, words: str = ""
) -> Iterator[PageLink]:
    """The links in a stored block; `words` are what stands on a link without words.

    What does not have the shape that its block has now holds no links.
    """
    match block, value:
        case blocks.RichTextBlock(), str():
            yield from rich_text_links(value, place)
        case blocks.URLBlock(), str() if value:
            yield PageLink(words, place, value)
        case blocks.PageChooserBlock(), int():
            yield PageLink(words, place, page_id=value)
        case TypedTableBlock(), dict():
            yield from table_links(block, value, place)
        case blocks.BaseStructBlock(), dict():
            words = first_text(block, value) or words
            for name, child in block.child_blocks.items():
                yield from block_links(child, value.get(name), place, words)
        case blocks.ListBlock(), list():
            for each in value:
                # Lists stored long ago hold their values alone.
                is_item = isinstance(each, dict) and each.get("type") == "item"
                inner = each.get("value") if is_item else each
                yield from block_links(block.child_block, inner, place)
        case blocks.BaseStreamBlock(), list():
            for each in value:
                child = block.child_blocks.get(each.get("type"))
                if child:
                    yield from block_links(child, each.get("value"), place)


def table_links(block: TypedTableBlock, value: dict, place: str) -> Iterator[PageLink]:
    """The links in the cells of a stored table."""
    columns = [
        block.child_blocks.get(column.get("type"))
        for column in value.get("columns", [])
    ]
    for row in value.get("rows", []):
        for child, cell in zip(columns, row.get("values", []), strict=False):
            if child:
                yield from block_links(child, cell, place)


def first_text(block: blocks.BaseStructBlock, value: dict) -> str:
    """The first plain text of a stored struct: the words beside its address."""
    for name, child in block.child_blocks.items():
        text = value.get(name)
        if type(child) in (blocks.CharBlock, blocks.TextBlock) and text:
            return str(text)
    return ""
