"""Conditions, their list, and which treatments are offered for them."""

from django.db import models
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, InlinePanel
from wagtail.fields import StreamField
from wagtail.models import Orderable

from articles.blocks import SectionsBlock

from .article import ArticlePage, article_tabs, prefilled_sections
from .links import linked_pages
from .listing import ArticleIndexPage
from .treatment import TreatmentPage


def new_condition_sections() -> list:
    """What a new condition starts with."""
    return prefilled_sections("definition", "symptoms", "causes", "challenges")


class ConditionTreatment(Orderable):
    """A treatment that the clinic offers for a condition."""

    condition = ParentalKey(
        "articles.ConditionPage",
        on_delete=models.CASCADE,
        related_name="treatment_links",
    )
    treatment = models.ForeignKey(
        TreatmentPage,
        on_delete=models.CASCADE,
        related_name="condition_links",
        help_text=_("Shown on the condition's page; the treatment's page links back."),
    )

    panels = [FieldPanel("treatment")]

    class Meta(Orderable.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["condition", "treatment"], name="treatment_once_per_condition"
            )
        ]


class ConditionPage(ArticlePage):
    """A condition: what it is, what it feels like, what can be done."""

    sections = StreamField(
        SectionsBlock(),
        blank=True,
        default=new_condition_sections,
        help_text=_(
            "The article itself. Remove what you do not need, add what is missing."
        ),
    )

    parent_page_types = ["articles.ConditionIndexPage"]
    page_description = _(
        "One condition: what it is, what it feels like, what can help."
    )

    edit_handler = article_tabs(
        InlinePanel(
            "treatment_links",
            heading=_("Treatments"),
            label=_("Treatment"),
            help_text=_(
                "Shown under “Treatments we offer” after the sections, in this order."
            ),
        )
    )

    @cached_property
    def treatments(self) -> list[TreatmentPage]:
        """The public treatments offered for this condition, in the editor's order."""
        return linked_pages(self, self.treatment_links.all(), "treatment")


class ConditionIndexPage(ArticleIndexPage):
    """All conditions, A to Z."""

    subpage_types = ["articles.ConditionPage"]
    page_description = _("The list of all conditions, A to Z. There is one.")

    article_model = ConditionPage
