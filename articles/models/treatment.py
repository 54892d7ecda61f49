"""Treatments and their list."""

from django.utils.translation import gettext_lazy as _
from wagtail.fields import StreamField

from articles.blocks import SectionsBlock
from articles.publication_rules import (
    AlternativesRule,
    GuidelinesRule,
    ReferencesRule,
)

from .article import ArticlePage, article_tabs, prefilled_sections
from .links import linked_pages
from .listing import ArticleIndexPage


def new_treatment_sections() -> list:
    """What a new treatment starts with."""
    return prefilled_sections(
        "definition",
        "mechanism",
        "procedure",
        "benefits",
        "considerations",
        "alternatives",
        "guidelines",
        "suitability",
    )


class TreatmentPage(ArticlePage):
    """A treatment: what it is, how it may help, what to consider."""

    sections = StreamField(
        SectionsBlock(),
        blank=True,
        default=new_treatment_sections,
        help_text=_(
            "The article itself. Remove what you do not need, add what is missing."
        ),
    )

    publication_rules = (
        *ArticlePage.publication_rules,
        AlternativesRule(),
        GuidelinesRule(),
        ReferencesRule(),
    )

    # The evidence for treatments changes faster.
    review_interval_setting = "treatment_review_months"

    parent_page_types = ["articles.TreatmentIndexPage"]
    page_description = _(
        "One treatment: what it is, benefits and risks, other options."
    )

    edit_handler = article_tabs()

    @property
    def conditions(self) -> list[ArticlePage]:
        """The public conditions that name this treatment, by title."""
        if self.pk is None:  # The preview of a page that was never saved.
            return []
        # A condition in another language may still name this treatment's original.
        links = self.condition_links.model.objects.filter(
            treatment__translation_key=self.translation_key,
            condition__locale=self.locale_id,
        )
        links = links.order_by("condition__title").defer(
            "condition__sections", "condition__references"
        )
        return linked_pages(self, links, "condition")


class TreatmentIndexPage(ArticleIndexPage):
    """All treatments, A to Z."""

    subpage_types = ["articles.TreatmentPage"]
    page_description = _("The list of all treatments, A to Z. There is one.")

    article_model = TreatmentPage
