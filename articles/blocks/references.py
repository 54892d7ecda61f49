"""Where an article's facts come from."""

from urllib.parse import urlsplit

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.blocks.struct_block import StructBlockValidationError

KINDS = {
    "guideline": _("National guideline"),
    "review": _("Systematic review"),
    "trial": _("Clinical trial"),
    "college": _("Royal college or professional body"),
    "leaflet": _("Patient information"),
    "other": _("Other"),
}


class ReferenceValue(blocks.StructValue):
    """What the template shows of a reference."""

    @property
    def kind_text(self) -> str:
        """The kind of source in words."""
        return str(KINDS[self["kind"]])

    @property
    def host(self) -> str:
        """The website that the link leads to, without "www."."""
        return urlsplit(self["url"]).netloc.removeprefix("www.")


class ReferenceBlock(blocks.StructBlock):
    """One source, as it stands in the list at the article's end."""

    title = blocks.CharBlock(
        help_text=_("The title of the guideline, review or study.")
    )
    source = blocks.CharBlock(
        help_text=_(
            "Who published it, for example: National Institute for Health and "
            "Care Excellence (NICE)"
        )
    )
    kind = blocks.ChoiceBlock(
        choices=list(KINDS.items()),
        default="guideline",
        help_text=_("How strong a source it is. Shown after the title."),
    )
    year = blocks.IntegerBlock(
        required=False, min_value=1900, help_text=_("The year of publication.")
    )
    url = blocks.URLBlock(
        required=False, label=_("Address"), help_text=_("Where a reader can find it.")
    )

    class Meta:
        icon = "openquote"
        label = _("Reference")
        description = _("A source of the facts in the article.")
        label_format = "{title}"
        template = "blocks/reference.html"
        value_class = ReferenceValue
        preview_value = {
            "title": "Chronic pain in over 16s",
            "source": "National Institute for Health and Care Excellence (NICE)",
            "kind": "guideline",
            "year": 2021,
        }

    def clean(self, value):
        """Refuse a year that has not come yet.

        Raises StructBlockValidationError, shown beside the year.
        """
        value = super().clean(value)
        if value["year"] and value["year"] > timezone.localdate().year:
            raise StructBlockValidationError(
                block_errors={"year": ValidationError(_("This year has not come yet."))}
            )
        return value


class ReferencesBlock(blocks.StreamBlock):
    """The numbered list of an article's sources."""

    reference = ReferenceBlock()

    class Meta:
        required = False
        collapsed = True
