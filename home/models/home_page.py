"""The front page, from which all others hang."""

from django.db import models
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.fields import StreamField
from wagtail.models import Page

from articles.blocks import PageBodyBlock
from articles.models import ConditionPage, TreatmentPage
from assets.renditions import read_renditions
from editorial.models import Clinician, ClinicPage, public_pages
from editorial.panels import editing_tabs
from home.languages import lead_to_translations

from .location_page import LocationPage


class HomePage(ClinicPage):
    """Who the clinic is, what it treats, where it is, and where to get help."""

    hero_title = models.CharField(
        max_length=90,
        default="Help with long-term pain",
        help_text=_(
            "The large words at the top. Conditions and services, no medicines."
        ),
    )
    introduction = models.TextField(
        blank=True, help_text=_("Two or three sentences under the large words.")
    )
    hero_image = models.ForeignKey(
        "assets.ClinicImage",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("picture"),
        help_text=_("Shown beside the large words."),
    )
    action_text = models.CharField(
        max_length=60,
        blank=True,
        help_text=_("The words on the button, for example: Ask for a consultation"),
    )
    action_page = models.ForeignKey(
        Page,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("The page the button leads to."),
    )
    body = StreamField(
        PageBodyBlock(),
        blank=True,
        help_text=_(
            "Shown between the treatments and the locations, for example how it "
            "works, as steps."
        ),
    )

    select_related = ("action_page", "hero_image")
    picture_sizes = {"hero_image": ("hero", "social")}

    max_count = 1
    parent_page_types = [Page]
    subpage_types = [
        "articles.ConditionIndexPage",
        "articles.TreatmentIndexPage",
        "articles.TopicPage",
        "forms.FormPage",
        "home.StandardPage",
        "home.LocationPage",
    ]
    page_description = _("The front page. There is one.")

    edit_handler = editing_tabs(
        [
            MultiFieldPanel(
                [
                    FieldPanel("hero_title"),
                    FieldPanel("introduction"),
                    FieldPanel("hero_image"),
                    FieldPanel("action_text"),
                    FieldPanel("action_page"),
                ],
                heading=_("Top of the page"),
            ),
            FieldPanel("body"),
        ],
        title_help=_(
            "The page’s name here in the editor. Patients read the large words below."
        ),
    )

    def get_context(self, request, *args, **kwargs):
        """The page's context. The button leads to a page in the page's language."""
        lead_to_translations(self, ["action_page"])
        return super().get_context(request, *args, **kwargs)

    @property
    def conditions(self) -> models.QuerySet:
        """The public conditions, by title."""
        return ConditionPage.objects.listed_below(self)

    @property
    def treatments(self) -> models.QuerySet:
        """The public treatments, by title."""
        return TreatmentPage.objects.listed_below(self)

    @cached_property
    def locations(self) -> models.QuerySet:
        """The clinic's public buildings, in the order of the page tree."""
        buildings = LocationPage.objects.child_of(self)
        return public_pages(buildings, on_page=self).defer("directions")

    @cached_property
    def clinicians(self) -> list[Clinician]:
        """The people of the clinic, by name, with their portraits."""
        people = list(Clinician.objects.select_related("photograph"))
        sizes = Clinician.picture_sizes["photograph"]
        read_renditions(
            (person.photograph, sizes) for person in people if person.photograph
        )
        return people
