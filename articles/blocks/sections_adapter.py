"""How an article's sections are drawn in the editor."""

from django import forms
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from wagtail.admin.telepath import register
from wagtail.blocks.stream_block import StreamBlockAdapter

from .sections import SectionsBlock, twice_message


class SectionsBlockAdapter(StreamBlockAdapter):
    """Wagtail's stream, which also knows that a kind of section may stand once."""

    js_constructor = "articles.blocks.SectionsBlock"

    def js_args(self, block: SectionsBlock) -> list:
        """Wagtail's arguments, with the words that our script adds."""
        *others, meta = super().js_args(block)
        words = {
            "usedUpGroup": _("Already on this page"),
            "usedUpLabel": _("%s: already on this page"),
            "twiceMessage": twice_message("%s"),
        }
        return [*others, meta | words]

    @cached_property
    def media(self) -> forms.Media:
        """Wagtail's script, and after it ours."""
        ours = forms.Media(
            js=["articles/sections.js"], css={"all": ["articles/sections.css"]}
        )
        return super().media + ours


register(SectionsBlockAdapter(), SectionsBlock)
