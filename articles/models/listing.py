"""The A to Z of a kind of article."""

from typing import NamedTuple

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel

from editorial.models import ClinicPage
from editorial.panels import editing_tabs

from .article import ArticlePage


class Entry(NamedTuple):
    """A line of the A to Z: a title, or another name that leads to that title."""

    name: str
    page: ArticlePage

    @property
    def is_alternative(self) -> bool:
        """Whether the line is another name than the page's own."""
        return self.name != self.page.title


class ArticleIndexPage(ClinicPage):
    """Base of the lists: an introduction and an A to Z with other names."""

    introduction = models.TextField(
        blank=True, help_text=_("One or two sentences. Shown above the list.")
    )

    article_model: type[ArticlePage]

    max_count_per_parent = 1
    edit_handler = editing_tabs([FieldPanel("introduction")])
    site_search_fields = ("introduction",)

    class Meta:
        abstract = True

    @property
    def articles(self) -> models.QuerySet:
        """The public articles below this page, by title."""
        return self.article_model.objects.listed_below(self)

    @property
    def letters(self) -> list[tuple[str, list[Entry]]]:
        """The A to Z: each letter in use with its entries, in order."""
        entries = sorted(
            (
                Entry(name, page)
                for page in self.articles
                for name in [page.title, *page.alternative_name_list]
            ),
            key=lambda entry: entry.name.casefold(),
        )
        by_letter: dict[str, list[Entry]] = {}
        for entry in entries:
            by_letter.setdefault(entry.name[0].upper(), []).append(entry)
        return list(by_letter.items())
