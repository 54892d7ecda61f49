"""Whether anything has been written into a block."""

from typing import Any

from django.utils.html import strip_tags
from wagtail.blocks import StreamValue, StructValue
from wagtail.blocks.list_block import ListValue
from wagtail.rich_text import RichText


def holds_something(value: Any) -> bool:
    """Whether a block's value holds text, a picture or a choice, at any depth."""
    if isinstance(value, RichText):
        return holds_something(strip_tags(value.source).replace("&nbsp;", " "))
    if isinstance(value, str):
        return bool(value.strip())
    if isinstance(value, StreamValue):
        return any(holds_something(child.value) for child in value)
    if isinstance(value, StructValue):
        return any(map(holds_something, value.values()))
    if isinstance(value, ListValue):
        return any(map(holds_something, value))
    return bool(value)


def section_holds_something(section: StructValue) -> bool:
    """Whether a section holds more than its heading and other single words."""
    return any(
        holds_something(part) for part in section.values() if not isinstance(part, str)
    )
