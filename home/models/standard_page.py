"""Plain pages: about, privacy, complaints, accessibility."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField

from articles.blocks import PageBodyBlock
from editorial.models import ClinicPage
from editorial.panels import editing_tabs


class StandardPage(ClinicPage):
    """A page with an introduction and content blocks."""

    introduction = models.TextField(
        blank=True, help_text=_("One or two sentences. Shown large under the title.")
    )
    body = StreamField(
        PageBodyBlock(),
        blank=True,
        default=[("text", "")],
        help_text=_("The page's text, pictures and advice, in this order."),
    )

    subpage_types = []
    page_description = _("A plain page: about, privacy, complaints, accessibility.")

    edit_handler = editing_tabs(
        [
            FieldPanel("introduction"),
            FieldPanel("body"),
        ]
    )
    site_search_fields = ("introduction", "body")
