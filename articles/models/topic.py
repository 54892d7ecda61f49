"""Topics: what belongs together, conditions and treatments alike."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel

from editorial.models import ClinicPage
from editorial.panels import editing_tabs

from .article import ArticlePage
from .condition import ConditionPage
from .treatment import TreatmentPage


class TopicPage(ClinicPage):
    """What the clinic knows about one topic. Articles say which topics they are in."""

    introduction = models.TextField(
        _("introduction"),
        blank=True,
        help_text=_(
            "One or two sentences. Shown above the topic’s conditions and treatments."
        ),
    )

    subpage_types = []
    page_description = _(
        "One topic, with its conditions and treatments. You tick the topic on them."
    )

    edit_handler = editing_tabs([FieldPanel("introduction")])
    site_search_fields = ("introduction",)

    class Meta:
        verbose_name = _("topic page")

    @property
    def conditions(self) -> models.QuerySet:
        """The topic's public conditions, by title."""
        return self._articles(ConditionPage)

    @property
    def treatments(self) -> models.QuerySet:
        """The topic's public treatments, by title."""
        return self._articles(TreatmentPage)

    def _articles(self, model: type[ArticlePage]) -> models.QuerySet:
        if self.pk is None:  # The preview of a page that was never saved.
            return model.objects.none()
        # An article in another language may still name this topic's original.
        articles = model.objects.listed().filter(locale=self.locale_id)
        return articles.filter(topics__translation_key=self.translation_key).distinct()
