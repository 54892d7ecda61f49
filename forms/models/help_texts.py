"""A clinic's own words of help, in place of the usual ones."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, HelpPanel
from wagtail.contrib.settings.models import BaseSiteSetting, register_setting

from editorial.rich_text import RichTextField

FEATURES = ["bold", "ul", "link"]


@register_setting(icon="warning")
class HelpTexts(BaseSiteSetting):
    """What is shown with the thanks to somebody whose words raised a flag: one text for
    each `Flag`, named like its value. Empty: the usual text."""

    emergency = RichTextField(
        _("medical emergency"),
        blank=True,
        features=FEATURES,
        help_text=_("Empty: when to call 999 or go to A&E, and when to call NHS 111."),
    )
    self_harm = RichTextField(
        _("self-harm or suicide"),
        blank=True,
        features=FEATURES,
        help_text=_(
            "Empty: 999, NHS 111, the Samaritans and Shout, with their numbers."
        ),
    )
    danger = RichTextField(
        _("danger or abuse"),
        blank=True,
        features=FEATURES,
        help_text=_(
            "Empty: 999, the National Domestic Abuse Helpline, Men’s Advice Line, "
            "Hourglass, the NSPCC and the Care Quality Commission, with their numbers."
        ),
    )
    side_effect = RichTextField(
        _("side effect or reaction"),
        blank=True,
        features=FEATURES,
        help_text=_("Empty: 999, NHS 111, the clinic, and the Yellow Card scheme."),
    )

    panels = [
        HelpPanel(
            content=_(
                "When somebody writes of such things in a form, the page that thanks "
                "them shows this help at once, and the feedback desk puts what they "
                "sent first."
            )
        ),
        FieldPanel("emergency"),
        FieldPanel("self_harm"),
        FieldPanel("danger"),
        FieldPanel("side_effect"),
    ]

    class Meta:
        verbose_name = _("help texts of forms")
