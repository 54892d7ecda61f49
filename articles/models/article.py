"""What conditions and treatments have in common."""

from itertools import count
from typing import NamedTuple
from urllib.parse import urljoin
from uuid import uuid4

from django import forms
from django.db import models
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey, ParentalManyToManyField
from wagtail.admin.panels import (
    FieldPanel,
    InlinePanel,
    ObjectList,
    Panel,
    TabbedInterface,
)
from wagtail.blocks import StreamValue
from wagtail.fields import StreamField
from wagtail.models import Orderable, Page, PageManager
from wagtail.query import PageQuerySet
from wagtail.search import index

from articles.blocks import ReferencesBlock
from articles.publication_rules import BalanceRule, SummaryRule
from editorial.models import Clinician, ClinicPage, public_pages
from editorial.panels import editing_tabs
from editorial.publication.panel import PublicationPanel
from editorial.translations import in_language_of

from .links import linked_pages, public_among


class Section(NamedTuple):
    """A section as the page shows it: `anchor` is its unique id on the page."""

    anchor: str
    heading: str
    block: StreamValue.StreamChild


def prefilled_sections(*kinds: str) -> list[dict]:
    """Sections of these kinds as stored, to start a page from.

    All but the usual headings is empty. The ids are what the editor's list of
    contents leads to.
    """
    return [{"type": kind, "value": {}, "id": str(uuid4())} for kind in kinds]


class RelatedPage(Orderable):
    """A page of the site that an article points to at its end."""

    article = ParentalKey(
        Page, on_delete=models.CASCADE, related_name="related_page_links"
    )
    page = models.ForeignKey(
        Page,
        on_delete=models.CASCADE,
        related_name="+",
        help_text=_("Shown under “Related pages” at the end of the article."),
    )

    panels = [FieldPanel("page")]


class ArticleQuerySet(PageQuerySet):
    """Adds to Wagtail's pages what lists of articles need."""

    def listed(self, on_page: Page | None = None) -> "ArticleQuerySet":
        """The public articles as lists name them: by title, without their text.

        `on_page` is the page with the list, if the articles stand below it.
        """
        articles = public_pages(self, on_page)
        return articles.defer("sections", "references").order_by("title")

    def listed_below(self, page: Page) -> "ArticleQuerySet":
        """The public articles anywhere below `page`, as its lists name them."""
        return self.descendant_of(page).listed(on_page=page)


class ArticlePage(ClinicPage):
    """Base of the pages that explain something: summary, sections, sources, author."""

    summary = models.TextField(
        max_length=300,
        blank=True,
        help_text=_(
            "One or two plain sentences. Shown under the title, in lists and in "
            "search results."
        ),
    )
    alternative_names = models.TextField(
        blank=True,
        help_text=_(
            "Other names that patients use, one on each line. Shown under the title "
            "and in the A to Z, and found by search."
        ),
    )
    hero_image = models.ForeignKey(
        "assets.ClinicImage",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("picture"),
        help_text=_("Shown beside the title."),
    )
    references = StreamField(
        ReferencesBlock(),
        blank=True,
        help_text=_("Where the facts come from. Shown as a numbered list at the end."),
    )
    author = models.ForeignKey(
        Clinician,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("Who wrote it. Shown at the end with the registration."),
    )
    topics = ParentalManyToManyField(
        "articles.TopicPage",
        blank=True,
        related_name="+",
        verbose_name=_("topics"),
        help_text=_(
            "The article is listed on the page of each topic you tick, and links to it."
        ),
    )
    feedback_enabled = models.BooleanField(
        _("ask for feedback"),
        default=True,
        help_text=_("Shows the feedback panel once, at the end of the page."),
    )

    # Tells the importer that it has read this file before; a copy is a new article.
    import_fingerprint = models.CharField(
        max_length=64, blank=True, editable=False, db_index=True
    )

    exclude_fields_in_copy = ["import_fingerprint"]

    objects = PageManager.from_queryset(ArticleQuerySet)()

    publication_rules = (SummaryRule(), BalanceRule())
    not_clinical = (
        *("hero_image", "topics", "related_page_links"),
        *("feedback_enabled", "import_fingerprint"),
    )

    select_related = ("author", "hero_image", "newest_review")
    picture_sizes = {"hero_image": ("article_hero", "social")}
    needs_clinical_review = True

    subpage_types = []

    search_fields = [
        *Page.search_fields,
        index.AutocompleteField("alternative_names"),
    ]
    site_search_fields = ("summary", "alternative_names", "sections")

    class Meta:
        abstract = True

    @property
    def article_sections(self) -> list[Section]:
        """The sections in the editor's order, each with an anchor of its own.

        A kind that may stand once gives its name as the anchor, so that links to
        it outlive a change of heading; a topic gives its heading. No other id on
        the page begins with "topic".
        """
        sections: list[Section] = []
        taken: set[str] = set()
        for block in self.sections:
            heading = block.value.heading_text
            name = block.block_type
            if name == "topic":
                name = f"topic-{slugify(heading)}".rstrip("-")
            anchor = name
            for number in count(2):
                if anchor not in taken:
                    break
                anchor = f"{name}-{number}"
            taken.add(anchor)
            sections.append(Section(anchor, heading, block))
        return sections

    @property
    def alternative_name_list(self) -> list[str]:
        """The other names, without blank lines."""
        return [
            name.strip() for name in self.alternative_names.splitlines() if name.strip()
        ]

    @property
    def public_topics(self) -> list[Page]:
        """The public pages of the article's topics, in the order of the page tree."""
        return in_language_of(self, public_among(self.topics.all()))

    @property
    def index_url(self) -> str:
        """The address of the A to Z that the article stands in."""
        return urljoin(self.url, "../")

    @property
    def related_pages(self) -> list[Page]:
        """The public pages chosen as related, in order."""
        return linked_pages(self, self.related_page_links.all(), "page")


def article_tabs(*links: Panel) -> TabbedInterface:
    """The editing screen of an article; `links` are the type's own links to pages."""
    return editing_tabs(
        [
            PublicationPanel(heading=_("What is missing")),
            FieldPanel("alternative_names"),
            FieldPanel("summary"),
            FieldPanel("hero_image"),
            FieldPanel("sections"),
        ],
        ObjectList(
            [
                *links,
                InlinePanel(
                    "related_page_links",
                    heading=_("Related pages"),
                    label=_("Related page"),
                    help_text=_(
                        "Shown under “Related pages” after the sections, in this "
                        "order. At most six."
                    ),
                    max_num=6,
                ),
                FieldPanel("topics", widget=forms.CheckboxSelectMultiple),
            ],
            heading=_("Links to other pages"),
        ),
        ObjectList(
            [FieldPanel("references"), FieldPanel("author")],
            heading=_("Sources and author"),
        ),
        appears=[FieldPanel("feedback_enabled")],
    )
