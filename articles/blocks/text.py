"""Words: running text, inset text, quotations, tables."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.contrib.typed_table_block.blocks import TypedTableBlock

from editorial.rich_text import SCRIPTS, RichTextBlock


class TextBlock(RichTextBlock):
    """Running text with sub-headings, lists and links."""

    class Meta:
        icon = "pilcrow"
        label = _("Text")
        group = _("Words")
        description = _("Paragraphs, sub-headings, bulleted lists and links.")
        preview_value = "<p>Write in short sentences. Say the plain word first.</p>"
        template = "blocks/text.html"


class InsetTextBlock(blocks.StructBlock):
    """A few sentences set apart from the rest. Never for urgent help."""

    text = RichTextBlock(
        features=["bold", *SCRIPTS, "link", "ol", "ul"],
        help_text=_("Shown with a line beside it. Use a care card for urgent help."),
    )

    class Meta:
        icon = "info-circle"
        label = _("Inset text")
        group = _("Words")
        description = _("Sets a few sentences apart, for example a useful aside.")
        preview_value = {"text": "<p>You can bring somebody with you.</p>"}
        template = "blocks/inset_text.html"


class QuoteBlock(blocks.StructBlock):
    """Somebody's own words, and whose they are."""

    quote = blocks.TextBlock(help_text=_("The words themselves, without quote marks."))
    attribution = blocks.CharBlock(
        required=False, help_text=_("Who said it. Shown under the words.")
    )

    class Meta:
        icon = "openquote"
        label = _("Quote")
        group = _("Words")
        description = _("Somebody's own words. Ask before you use a patient's.")
        preview_value = {"quote": "I was listened to.", "attribution": "A patient"}
        template = "blocks/quote.html"


class TableValue(blocks.StructValue):
    """What the template shows of a table."""

    @property
    def rows(self) -> list[tuple[str, list[str]]]:
        """Each row: its name, which is the first cell, and its other cells."""
        rows = ([cell.value for cell in row] for row in self["table"].rows)
        return [(name, cells) for name, *cells in rows]


class TableBlock(blocks.StructBlock):
    """A table with a caption and named columns."""

    caption = blocks.CharBlock(
        help_text=_("Says what the table shows. Read out first by screen readers.")
    )
    table = TypedTableBlock(
        # Of several lines, as an imported list in a cell is.
        [("text", blocks.TextBlock(label=_("Text"), required=False, rows=1))],
        default={
            "columns": [{"type": "text", "heading": ""}] * 2,
            "rows": [{"values": ["", ""]}],
        },
        help_text=_("Name every column. The first column names each row."),
    )

    class Meta:
        icon = "table"
        label = _("Table")
        group = _("Words")
        description = _("Facts in rows and columns. Not for layout.")
        preview_value = {
            "caption": "Side effects, and how often they happen",
            "table": {
                "columns": [
                    {"type": "text", "heading": "Side effect"},
                    {"type": "text", "heading": "How often"},
                ],
                "rows": [{"values": ["Feeling sick", "About 1 in 10 people"]}],
                "caption": "",
            },
        }
        template = "blocks/table.html"
        value_class = TableValue
