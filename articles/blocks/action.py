"""Something a reader can open or follow."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.blocks.struct_block import StructBlockValidationError

from editorial.rich_text import RichTextBlock
from editorial.translations import in_active_language


class ExpanderBlock(blocks.StructBlock):
    """More for those who want it. Never for what most readers need."""

    heading = blocks.CharBlock(help_text=_("Shown when closed. Says what is inside."))
    body = RichTextBlock(
        help_text=_("Shown when opened. Never hide what most readers need.")
    )

    class Meta:
        icon = "arrow-down"
        label = _("Expander")
        group = _("Actions")
        description = _("Detail that a reader can open. Not for what most people need.")
        preview_value = {
            "heading": "The names of the nerves",
            "body": "<p>For those who want to know more.</p>",
        }
        template = "blocks/expander.html"


class CallToActionValue(blocks.StructValue):
    """Where a call to action leads."""

    @property
    def href(self) -> str:
        """The chosen page's address, or the typed one; empty if neither is public."""
        page = self["page"]
        if page:
            return in_active_language(page).url if page.live else ""
        return self["url"]


class CallToActionBlock(blocks.StructBlock):
    """One clear next step: a consultation, never a medicine."""

    text = blocks.CharBlock(
        max_length=60,
        help_text=_("The words on the button, for example: Ask for a consultation"),
    )
    page = blocks.PageChooserBlock(
        required=False, help_text=_("The page it leads to. Choose this or an address.")
    )
    url = blocks.URLBlock(
        required=False, label=_("Address"), help_text=_("Only for another website.")
    )

    class Meta:
        icon = "link"
        label = _("Call to action")
        group = _("Actions")
        description = _("One button with the next step, for example a consultation.")
        preview_value = {
            "text": "Ask for a consultation",
            "page": None,
            "url": "https://www.nhs.uk/",
        }
        template = "blocks/call_to_action.html"
        value_class = CallToActionValue

    def clean(self, value):
        """Ask for exactly one goal, together with what else is wrong.

        Raises StructBlockValidationError, shown beside each field. A draft may
        still have no goal.
        """
        try:
            value, errors = super().clean(value), {}
        except StructBlockValidationError as error:
            errors = dict(error.block_errors)
        both = value["page"] and value["url"]
        neither = not value["page"] and not value["url"]
        if both or (neither and not self.is_deferred_validation):
            error = ValidationError(
                _("Choose a page or give an address: one of the two.")
            )
            errors = {"page": error, "url": error} | errors
        if errors:
            raise StructBlockValidationError(block_errors=errors)
        return value
