"""Where the clinic is."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField

from articles.blocks import BodyBlock
from editorial.models import ClinicPage
from editorial.panels import editing_tabs
from home.telephone import telephone_link


class LocationPage(ClinicPage):
    """One building of the clinic: address, hours, how to get there."""

    introduction = models.TextField(
        blank=True, help_text=_("One or two sentences. Shown large under the title.")
    )
    address = models.TextField(
        help_text=_(
            "As on an envelope, one line for each. Shown on the front page too."
        )
    )
    phone = models.CharField(
        max_length=30, blank=True, help_text=_("If it has a number of its own.")
    )
    opening_hours = models.TextField(
        help_text=_("One line for each: Monday to Friday, 9am to 5pm")
    )
    directions = StreamField(
        BodyBlock(),
        blank=True,
        default=[("text", "")],
        help_text=_("How to get there by bus, train, car and wheelchair."),
    )

    is_location = True
    feedback_enabled = True
    subpage_types = []
    page_description = _("One building of the clinic: address, hours, directions.")

    edit_handler = editing_tabs(
        [
            FieldPanel("introduction"),
            FieldPanel("address"),
            FieldPanel("phone"),
            FieldPanel("opening_hours"),
            FieldPanel("directions"),
        ]
    )
    site_search_fields = ("introduction", "address", "opening_hours", "directions")

    @property
    def phone_href(self) -> str:
        """The building's own number as a link that dials it."""
        return telephone_link(self.phone)
