"""Pictures."""

from wagtail import blocks
from wagtail.images.blocks import ImageBlock


class PictureBlock(blocks.StructBlock):
    """A picture with the words for those who do not see it."""

    image = ImageBlock(
        help_text="Say in the alternative text what the picture tells, or mark it "
        "as decorative."
    )
    caption = blocks.CharBlock(required=False, help_text="Shown under the picture.")

    class Meta:
        icon = "image"
        label = "Image"
        group = "Words"
        description = "A picture, its alternative text and a caption."
        template = "blocks/picture.html"
