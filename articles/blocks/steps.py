"""Things in order."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from editorial.rich_text import SCRIPTS, RichTextBlock


class StepsBlock(blocks.StructBlock):
    """What happens, one step after the other."""

    steps = blocks.ListBlock(
        blocks.StructBlock(
            [
                ("name", blocks.CharBlock(help_text=_("The step in a few words."))),
                (
                    "explanation",
                    RichTextBlock(
                        features=["bold", *SCRIPTS, "link", "ul"],
                        required=False,
                        help_text=_("Shown under the step."),
                    ),
                ),
            ],
            label=_("Step"),
        ),
        help_text=_("Shown as a numbered list, in this order."),
    )

    class Meta:
        icon = "list-ol"
        label = _("Steps")
        group = _("Words")
        description = _("What happens, in order, as a numbered list.")
        preview_value = {
            "steps": [
                {"name": "You arrive", "explanation": "<p>A nurse meets you.</p>"},
                {"name": "You go home", "explanation": "<p>With somebody.</p>"},
            ]
        }
        template = "blocks/steps.html"
