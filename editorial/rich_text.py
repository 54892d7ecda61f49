"""Rich text whose links and images may have been damaged: by an import, by another
program, by hand."""

import re

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from wagtail import blocks, fields
from wagtail.rich_text import get_text_for_indexing

from .links.anchors import anchors

# What every database takes for a primary key.
KEY = re.compile(r"[0-9]{1,18}")
BY_KEY = {"page", "document"}


def plain_text(rich_text: str) -> str:
    """The words of a rich text: what a notice says, whatever its markup."""
    return get_text_for_indexing(rich_text).strip()


def is_key(value: str | None) -> bool:
    """Whether the text can be a primary key."""
    return bool(value and KEY.fullmatch(value))


def refuse_damaged_links(html: str) -> None:
    """Raise ValidationError, which names the links that say no page or document."""
    damaged = [
        words or _("a link without words")
        for attributes, words in anchors(html)
        if attributes.get("linktype") in BY_KEY and not is_key(attributes.get("id"))
    ]
    if damaged:
        message = _(
            "This link leads nowhere: %(links)s. Remove it, then link the words to "
            "their page or document again."
        )
        raise ValidationError(message % {"links": ", ".join(damaged)})


# 10⁹ and H₂O: without these features a figure becomes another one.
SCRIPTS = ["superscript", "subscript"]


class RichTextField(fields.RichTextField):
    """Takes no damaged links. Migrations know it as Wagtail's own."""

    default_validators = [refuse_damaged_links]

    def deconstruct(self):
        """As Wagtail's."""
        name, _path, args, kwargs = super().deconstruct()
        return name, "wagtail.fields.RichTextField", args, kwargs


class RichTextBlock(blocks.RichTextBlock):
    """Takes no damaged links. Migrations know it as Wagtail's own."""

    def clean(self, value):
        """Raise ValidationError if there are some."""
        value = super().clean(value)
        refuse_damaged_links(value.source)
        return value

    def deconstruct(self):
        """As Wagtail's; a subclass as itself."""
        path, args, kwargs = super().deconstruct()
        return path.replace(f"{__name__}.", "wagtail.blocks."), args, kwargs
