"""What a section, or a plain page, is made of."""

from django.utils.html import strip_tags
from wagtail import blocks

from editorial.rich_text import SCRIPTS

from .action import CallToActionBlock, ExpanderBlock
from .care import CareCardBlock, DoAndDontBlock, WarningCalloutBlock
from .media import PictureBlock, VideoBlock
from .steps import StepsBlock
from .text import InsetTextBlock, QuoteBlock, TableBlock, TextBlock


def has_words(html: str) -> bool:
    """Whether anybody would see something of this text."""
    return bool(strip_tags(html).strip())


class BodyBlock(blocks.StreamBlock):
    """Content blocks, in the order the editor puts them."""

    text = TextBlock(required=False)
    image = PictureBlock()
    video = VideoBlock()
    steps = StepsBlock()
    inset_text = InsetTextBlock()
    quote = QuoteBlock()
    table = TableBlock()
    care_card = CareCardBlock()
    warning_callout = WarningCalloutBlock()
    do_and_dont = DoAndDontBlock()
    expander = ExpanderBlock()
    call_to_action = CallToActionBlock()

    class Meta:
        required = False
        template = "blocks/body.html"

    def clean(self, value):
        """The blocks without texts that nobody has written. Raises ValidationError."""
        cleaned = super().clean(value)
        for place in reversed(range(len(cleaned))):
            block = cleaned[place]
            if block.block_type == "text" and not has_words(block.value.source):
                del cleaned[place]
        return cleaned


class PageBodyBlock(BodyBlock):
    """Content blocks right below a page's title: their headings are of level 2."""

    text = TextBlock(
        required=False,
        features=["h2", "h3", "bold", *SCRIPTS, "ol", "ul", "link", "document-link"],
    )

    def get_context(self, value, parent_context=None):
        """The context that says to the blocks which level their headings have."""
        context = super().get_context(value, parent_context)
        return context | {"below_page_title": True}
