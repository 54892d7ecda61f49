"""What editors add to the clinic's settings."""

import re

from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.blocks.struct_block import StructBlockValidationError

# A second slash would make a browser go to another host.
OWN_ADDRESS = re.compile(r"/(?![/\\])[^\s\\]*")


class MenuItemBlock(blocks.StructBlock):
    """An entry of the menu: words, and a page or an address of this website."""

    text = blocks.CharBlock(
        max_length=30, label=_("Words"), help_text=_("What the menu says.")
    )
    page = blocks.PageChooserBlock(
        required=False,
        label=_("Page"),
        help_text=_("The page it leads to. Choose this or give an address."),
    )
    address = blocks.CharBlock(
        required=False,
        max_length=200,
        label=_("Address"),
        help_text=_(
            "For what is no page in the editor: /people/ for the clinic’s people, "
            "/site-map/ for the list of all pages."
        ),
    )

    class Meta:
        icon = "link"
        label = _("Menu item")

    def clean(self, value):
        """Ask for exactly one goal, on this website.

        Raises StructBlockValidationError, shown beside the fields.
        """
        value = super().clean(value)
        page, address = value["page"], value["address"]
        if bool(page) == bool(address):
            error = ValidationError(
                gettext("Choose a page or give an address: one of the two.")
            )
            raise StructBlockValidationError(
                block_errors={"page": error, "address": error}
            )
        if address and not OWN_ADDRESS.fullmatch(address):
            error = ValidationError(
                gettext(
                    "Give an address of this website. It begins with one slash and "
                    "has no spaces, for example: /people/"
                )
            )
            raise StructBlockValidationError(block_errors={"address": error})
        return value
