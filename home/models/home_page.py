"""The front page, from which all others hang."""

from django.db import models
from django.http import Http404
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.fields import StreamField
from wagtail.models import Page

from articles.blocks import PageBodyBlock
from articles.models import ConditionPage, TreatmentPage
from editorial.models import Clinician
from home.navigation import read_navigation

from .location_page import LocationPage


class HomePage(Page):
    """Who the clinic is, what it treats, where it is, and where to get help."""

    hero_title = models.CharField(
        max_length=90,
        default="Help with long-term pain",
        help_text="The large words at the top. Conditions and services, no medicines.",
    )
    introduction = models.TextField(
        blank=True, help_text="Two or three sentences under the large words."
    )
    hero_image = models.ForeignKey(
        "assets.ClinicImage",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name="picture",
        help_text="Shown beside the large words.",
    )
    action_text = models.CharField(
        max_length=60,
        blank=True,
        help_text="The words on the button, for example: Ask for a consultation",
    )
    action_page = models.ForeignKey(
        Page,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text="The page the button leads to.",
    )
    body = StreamField(
        PageBodyBlock(),
        blank=True,
        help_text="Shown between the treatments and the locations, for example how it "
        "works, as steps.",
    )

    max_count = 1
    subpage_types = [
        "articles.ConditionIndexPage",
        "articles.TreatmentIndexPage",
        "forms.FormPage",
        "home.StandardPage",
        "home.LocationPage",
    ]
    page_description = "The front page. There is one."

    content_panels = [
        *Page.content_panels,
        MultiFieldPanel(
            [
                FieldPanel("hero_title"),
                FieldPanel("introduction"),
                FieldPanel("hero_image"),
                FieldPanel("action_text"),
                FieldPanel("action_page"),
            ],
            heading="Top of the page",
        ),
        FieldPanel("body"),
    ]

    def route(self, request, path_components):
        """Find a page below by its whole path.

        Wagtail's own way costs two queries for each level. This costs two in all:
        one brings the menu and the breadcrumbs too, the other what the page is
        always shown with.
        """
        if not path_components:
            return super().route(request, path_components)
        url_path = f"{self.url_path}{'/'.join(path_components)}/"
        request.navigation = read_navigation(self, url_path)
        page = request.navigation.trail[-1]
        if page.url_path != url_path or page.specific_class is None:
            raise Http404
        pages = page.specific_class.objects.all()
        related = getattr(page.specific_class, "select_related", ())
        if related:
            pages = pages.select_related(*related)
        return pages.get(pk=page.pk).route(request, [])

    @property
    def conditions(self) -> models.QuerySet:
        """The public conditions, by title."""
        return self._articles(ConditionPage)

    @property
    def treatments(self) -> models.QuerySet:
        """The public treatments, by title."""
        return self._articles(TreatmentPage)

    def _articles(self, model) -> models.QuerySet:
        return (
            model.objects.descendant_of(self)
            .live()
            .defer("sections", "references")
            .order_by("title")
        )

    @property
    def locations(self) -> models.QuerySet:
        """The clinic's buildings, in the order of the page tree."""
        return LocationPage.objects.child_of(self).live().defer("directions")

    @property
    def clinicians(self) -> models.QuerySet:
        """The people of the clinic, by name."""
        return Clinician.objects.select_related("photograph")
