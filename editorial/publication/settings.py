"""How much the rules of publication weigh at this clinic."""

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, HelpPanel, MultiFieldPanel
from wagtail.contrib.settings.models import BaseGenericSetting, register_setting


class Weight(models.TextChoices):
    """What happens when a page breaks a rule."""

    STOP = "stop", _("Stop: the page cannot be published")
    WARN = "warn", _("Warn: it is published, and the editor is told")
    OFF = "off", _("Off: nobody asks")


def weight_field(name, default, help_text) -> models.CharField:
    """A field that says what happens when a page breaks one rule."""
    return models.CharField(
        name,
        max_length=4,
        choices=Weight.choices,
        default=default,
        help_text=help_text,
    )


def months_field(name, default, help_text) -> models.PositiveSmallIntegerField:
    """A field that says how long a clinical review counts, from 1 to 60 months."""
    return models.PositiveSmallIntegerField(
        name,
        default=default,
        validators=[MinValueValidator(1), MaxValueValidator(60)],
        help_text=help_text,
    )


@register_setting(icon="circle-check")
class PublicationSettings(BaseGenericSetting):
    """What a page is asked for before it is published.

    Benefits without risks are not in the choice: the rules for advertising ask for
    balance (articles.publication_rules).
    """

    summary = weight_field(
        _("no summary"),
        default=Weight.STOP,
        help_text=_(
            "A condition or treatment without a summary. It is what patients see of "
            "the page in lists and in search results."
        ),
    )
    alternatives = weight_field(
        _("no other options"),
        default=Weight.WARN,
        help_text=_(
            "A treatment that does not say what else a patient can do, in a section "
            "of the kind “Alternatives”."
        ),
    )
    guidelines = weight_field(
        _("no guidelines"),
        default=Weight.WARN,
        help_text=_(
            "A treatment that does not say what national guidelines recommend, in a "
            "section of the kind “Guidelines”."
        ),
    )
    references = weight_field(
        _("no references"),
        default=Weight.WARN,
        help_text=_("A treatment that does not say where its facts come from."),
    )

    # The NHS content standard and the PIF TICK ask for a review every three years.
    review_months = months_field(
        _("months between reviews"),
        default=36,
        help_text=_(
            "How long a clinical review counts on pages that are not treatments. From "
            "1 to 60 months; 36 are usual in the NHS."
        ),
    )
    treatment_review_months = months_field(
        _("months between reviews of treatments"),
        default=12,
        help_text=_(
            "How long a clinical review counts on treatments. From 1 to 60 months. "
            "Reviews that are recorded already keep their days."
        ),
    )

    panels = [
        HelpPanel(
            _(
                "A page with benefits but without risks can never be published: that "
                "is not in the choice. A page that is public already stays public "
                "when you choose a stricter setting, until it is published again."
            ),
            heading=_("How this works"),
        ),
        MultiFieldPanel(
            [FieldPanel("summary")], heading=_("Conditions and treatments")
        ),
        MultiFieldPanel(
            [
                FieldPanel("alternatives"),
                FieldPanel("guidelines"),
                FieldPanel("references"),
            ],
            heading=_("Treatments"),
        ),
        MultiFieldPanel(
            [FieldPanel("review_months"), FieldPanel("treatment_review_months")],
            heading=_("Clinical reviews"),
        ),
    ]

    class Meta:
        verbose_name = _("publication settings")

    def __str__(self) -> str:
        return str(_("Publication settings"))
