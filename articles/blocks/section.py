"""What every section of an article has: a heading and a body."""

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from .body import BodyBlock

HEADING_HELP = _("Shown above the section and in the page's list of contents.")
BODY_HELP = _("The section's text, pictures and advice, in this order.")


class SectionValue(blocks.StructValue):
    """What a page shows of a section."""

    @property
    def heading_text(self) -> str:
        """The editor's heading; the usual one in the language of the page.

        It is stored in English, and in the catalogue of each other language.
        """
        heading = self["heading"]
        is_usual = heading and heading == self.block.default_heading
        return gettext(heading) if is_usual else heading


class SectionBodyBlock(BodyBlock):
    """What a section says. It is not stored empty, but so it waits in the editor."""

    def get_form_state(self, value):
        """The blocks for the editor: an empty text to write in if there is none."""
        text = [{"type": "text", "value": ""}]
        return super().get_form_state(value or self.to_python(text))


class SectionBlock(blocks.StructBlock):
    """A heading and a body. `default_heading` is what a new section starts with."""

    default_heading = ""

    body = SectionBodyBlock(help_text=BODY_HELP)

    class Meta:
        icon = "doc-full"
        group = _("Sections")
        template = "blocks/section.html"
        label_format = "{heading}"
        form_layout = ["heading", "body"]
        value_class = SectionValue

    def __init__(self, local_blocks=None, **kwargs):
        heading = blocks.CharBlock(
            max_length=120, default=self.default_heading, help_text=HEADING_HELP
        )
        super().__init__([("heading", heading), *(local_blocks or [])], **kwargs)

    @property
    def preview(self) -> dict:
        """What the block picker shows, as stored: the heading over some text."""
        return {
            "heading": self.default_heading or "A heading of your own",
            "body": [
                {
                    "type": "text",
                    "value": "<p>The text of this section stands here.</p>",
                }
            ],
        }

    def get_preview_value(self):
        """The picker's example, with defaults for all it does not name."""
        return self.to_python(self.preview)
