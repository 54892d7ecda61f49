"""What a section, or a plain page, is made of."""

from wagtail import blocks

from .action import CallToActionBlock, ExpanderBlock
from .care import CareCardBlock, DoAndDontBlock, WarningCalloutBlock
from .media import PictureBlock
from .steps import StepsBlock
from .text import InsetTextBlock, QuoteBlock, TableBlock, TextBlock


class BodyBlock(blocks.StreamBlock):
    """Content blocks, in the order the editor puts them."""

    text = TextBlock()
    image = PictureBlock()
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
