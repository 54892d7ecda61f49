"""Pictures."""

from wagtail import blocks
from wagtail.images.blocks import ImageBlock

from assets.models import ClinicImage


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

    def get_preview_value(self):
        """The picker's example: the newest picture, over a caption."""
        newest = ClinicImage.objects.order_by("-pk").values_list("pk", flat=True)[:1]
        image = {"image": newest[0], "decorative": True} if newest else {}
        return self.to_python(
            {"image": image or None, "caption": "What the picture shows."}
        )
