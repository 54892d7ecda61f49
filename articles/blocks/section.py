"""What every section of an article has: a heading and a body."""

from wagtail import blocks

from .body import BodyBlock

HEADING_HELP = "Shown above the section and in the page's list of contents."
BODY_HELP = "The section's text, pictures and advice, in this order."


class SectionBlock(blocks.StructBlock):
    """A heading and a body. `default_heading` is what a new section starts with."""

    default_heading = ""

    body = BodyBlock(help_text=BODY_HELP)

    class Meta:
        icon = "doc-full"
        group = "Sections"
        template = "blocks/section.html"
        label_format = "{heading}"
        form_layout = ["heading", "body"]

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
