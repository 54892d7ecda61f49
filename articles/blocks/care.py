"""Blocks that tell a reader what to do, and how soon.

Their rules are those of the NHS service manual (care cards, warning callouts,
do and don't lists).
"""

from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.blocks.struct_block import StructBlockValidationError

from editorial.rich_text import SCRIPTS, RichTextBlock

ADVICE_FEATURES = ["bold", *SCRIPTS, "link", "ul"]


class CareCardValue(blocks.StructValue):
    """What the template shows of a care card."""

    URGENCY_TEXTS = {
        "non_urgent": _("Non-urgent advice:"),
        "urgent": _("Urgent advice:"),
        "emergency": _("Immediate action required:"),
    }

    @property
    def urgency_text(self) -> str:
        """Said before the heading to those who cannot see the card's colour."""
        return str(self.URGENCY_TEXTS[self["urgency"]])


class CareCardBlock(blocks.StructBlock):
    """When to get help, where, and how soon."""

    urgency = blocks.ChoiceBlock(
        choices=[
            ("non_urgent", _("Non-urgent: see a GP or the clinic")),
            ("urgent", _("Urgent: today, or NHS 111")),
            ("emergency", _("Emergency: 999 or A&E now")),
        ],
        default="non_urgent",
        help_text=_("Decides the card's colour and the words that screen readers say."),
    )
    heading = blocks.CharBlock(
        help_text=_("What to do, ending in “if:”. For example: Call 999 if:")
    )
    body = RichTextBlock(
        features=ADVICE_FEATURES,
        help_text=_("The signs, as a bulleted list. An emergency card has no links."),
    )

    class Meta:
        icon = "warning"
        label = _("Care card")
        group = _("Advice")
        description = _("Tells readers when to get help, where, and how soon.")
        preview_value = {
            "urgency": "urgent",
            "heading": "Ask for an urgent GP appointment or call 111 if:",
            "body": "<ul><li>your pain is suddenly much worse</li></ul>",
        }
        template = "blocks/care_card.html"
        value_class = CareCardValue

    def clean(self, value):
        """Refuse links in an emergency card: somebody who needs 999 must not read on.

        Raises StructBlockValidationError, shown beside the text.
        """
        value = super().clean(value)
        if value["urgency"] == "emergency" and "<a " in value["body"].source:
            raise StructBlockValidationError(
                block_errors={
                    "body": ValidationError(
                        _(
                            "An emergency card must not lead readers elsewhere. "
                            "Take the link out, or choose another urgency."
                        )
                    )
                }
            )
        return value


class WarningCalloutBlock(blocks.StructBlock):
    """Something that a reader must not miss, but that is no call for help."""

    heading = blocks.CharBlock(
        help_text=_("Says what the warning is about, for example: Driving afterwards")
    )
    body = RichTextBlock(
        features=ADVICE_FEATURES,
        help_text=_("Shown in a marked box. At most two a page."),
    )

    class Meta:
        icon = "warning"
        label = _("Warning callout")
        group = _("Advice")
        description = _("Something readers must not miss. Not for calling for help.")
        preview_value = {
            "heading": "Driving afterwards",
            "body": "<p>Do not drive until the next day.</p>",
        }
        template = "blocks/warning_callout.html"


class DoAndDontBlock(blocks.StructBlock):
    """What to do, and below it what not to do."""

    do = blocks.ListBlock(
        blocks.CharBlock(label=_("Do")),
        default=[],
        help_text=_("Shown with ticks. Begin with a verb: drink water before you come"),
    )
    dont = blocks.ListBlock(
        blocks.CharBlock(label=_("Don’t")),
        default=[],
        label=_("Don’t"),
        help_text=_(
            "Shown with crosses. Begin with “do not”: do not drive yourself home"
        ),
    )

    class Meta:
        icon = "check"
        label = _("Do and don’t")
        group = _("Advice")
        description = _("Two short lists: what to do and what not to do.")
        preview_value = {
            "do": ["drink water before you come"],
            "dont": ["do not drive yourself home"],
        }
        template = "blocks/do_and_dont.html"

    def clean(self, value):
        """Ask that every don't says "do not", which cannot be misread as a do.

        Raises StructBlockValidationError, shown beside the list.
        """
        value = super().clean(value)
        # A block does not know which language its page is in.
        if settings.WAGTAIL_I18N_ENABLED:
            return value
        if any(not item.lower().startswith("do not ") for item in value["dont"]):
            raise StructBlockValidationError(
                block_errors={
                    "dont": ValidationError(
                        _(
                            "Begin every line of this list with “do not”, so that "
                            "nobody reads it as advice to do it."
                        )
                    )
                }
            )
        return value
