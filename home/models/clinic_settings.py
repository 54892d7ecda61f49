"""What is true of the clinic on every page."""

from typing import NamedTuple

from django import forms
from django.db import models
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel, PageChooserPanel
from wagtail.contrib.settings.models import BaseSiteSetting, register_setting
from wagtail.fields import StreamField
from wagtail.models import Page

from editorial.models import is_restricted
from editorial.rich_text import RichTextField
from home.blocks import MenuItemBlock
from home.brand_colour import HOUSE_COLOUR, validate_brand_colour
from home.clinic_words import (
    EMERGENCY_FEATURES,
    LONGEST,
    OtherLanguagesBlock,
    OtherLanguagesPanel,
    speak_active_language,
)
from home.languages import lead_to_translations
from home.telephone import telephone_link


class MenuChoice(NamedTuple):
    """An entry that the settings add to the menu: it leads to a page or an address."""

    text: str
    page_id: int | None
    address: str


@register_setting(icon="home")
class ClinicSettings(BaseSiteSetting):
    """The clinic's name, contacts, regulator and default pages."""

    name = models.CharField(
        max_length=LONGEST["name"],
        default="Our clinic",
        help_text=_("Shown at the top and bottom of every page and in browser tabs."),
    )
    strapline = models.CharField(
        max_length=LONGEST["strapline"],
        blank=True,
        help_text=_("A few words under the name at the bottom of every page."),
    )
    logo = models.ForeignKey(
        "assets.ClinicImage",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("Shown beside the name at the top of every page."),
    )
    brand_colour = models.CharField(
        _("colour"),
        max_length=7,
        default=HOUSE_COLOUR,
        validators=[validate_brand_colour],
        help_text=_(
            "Used for links, buttons and drawings on every page. Where it would be "
            "hard to read, a darker or lighter shade of it takes its place."
        ),
    )
    address = models.TextField(
        _("postal address"),
        blank=True,
        help_text=_(
            "As on an envelope, one line for each. Shown at the bottom of every page "
            "and on printed articles."
        ),
    )
    phone = models.CharField(
        max_length=30,
        blank=True,
        help_text=_("Shown at the top and bottom of every page."),
    )
    email = models.EmailField(
        blank=True, help_text=_("Shown at the bottom of every page.")
    )
    emergency_text = RichTextField(
        blank=True,
        features=EMERGENCY_FEATURES,
        help_text=_(
            "Where to get urgent help. Shown on the front page and above every form."
        ),
    )
    regulator = models.CharField(
        max_length=LONGEST["regulator"],
        blank=True,
        help_text=_(
            "Who inspects the clinic, for example: Care Quality Commission "
            "(CQC). Shown at the bottom of every page."
        ),
    )
    regulator_url = models.URLField(
        _("address of the report"),
        blank=True,
        help_text=_("Where the regulator's latest report on the clinic can be read."),
    )
    regulator_rating = models.CharField(
        _("latest rating"),
        max_length=LONGEST["regulator_rating"],
        blank=True,
        help_text=_("As the regulator words it. Providers in England must show it."),
    )
    privacy_page = models.ForeignKey(
        "home.StandardPage",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_(
            "What becomes of patients' data. Linked at the bottom of every page."
        ),
    )
    complaints_page = models.ForeignKey(
        "home.StandardPage",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("How to complain. Linked at the bottom of every page."),
    )
    accessibility_page = models.ForeignKey(
        "home.StandardPage",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_(
            "How the website meets people's needs. Linked at the bottom of every page."
        ),
    )
    feedback_form = models.ForeignKey(
        "forms.FormPage",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("The form behind the feedback panel of every article."),
    )
    enquiry_form = models.ForeignKey(
        "forms.FormPage",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("The form that “Contact us” leads to."),
    )

    social_image = models.ForeignKey(
        "assets.ClinicImage",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("picture for sharing"),
        help_text=_(
            "Shown when somebody shares a page that has no picture of its own. At "
            "least 1200 by 630 pixels."
        ),
    )

    menu_items = StreamField(
        [("item", MenuItemBlock())],
        blank=True,
        verbose_name=_("extra menu items"),
        help_text=_(
            "Shown in the menu of every page, after the pages that have “Show in "
            "menus” ticked, in this order. A page that is not published drops out."
        ),
    )

    other_languages = StreamField(
        OtherLanguagesBlock(),
        blank=True,
        verbose_name=_("in other languages"),
        help_text=_(
            "Shown on the pages in that language, in place of the words above. Write "
            "urgent help first."
        ),
    )

    # The frame of each page needs these, in one query.
    select_related = [
        "accessibility_page",
        "complaints_page",
        "enquiry_form",
        "feedback_form",
        "logo",
        "privacy_page",
        "social_image",
    ]

    # What the frame and the feedback panel show of the pages that they lead to; their
    # other columns would cost every page of the site a millisecond.
    linked_page_columns = {
        *("title", "url_path", "live", "translation_key", "locale"),
        *("panel_title", "panel_question"),
    }

    picture_sizes = {"logo": ("logo",), "social_image": ("social",)}

    panels = [
        MultiFieldPanel(
            [
                FieldPanel("name"),
                FieldPanel("strapline"),
                FieldPanel("logo"),
                FieldPanel(
                    "brand_colour", widget=forms.TextInput(attrs={"type": "color"})
                ),
                FieldPanel("social_image"),
            ],
            heading=_("The clinic"),
        ),
        MultiFieldPanel(
            [
                FieldPanel("address"),
                FieldPanel("phone"),
                FieldPanel("email"),
                FieldPanel("emergency_text"),
            ],
            heading=_("Contact and urgent help"),
        ),
        MultiFieldPanel(
            [
                FieldPanel("regulator"),
                FieldPanel("regulator_rating"),
                FieldPanel("regulator_url"),
            ],
            heading=_("Regulator"),
        ),
        MultiFieldPanel(
            [
                PageChooserPanel("feedback_form"),
                PageChooserPanel("enquiry_form"),
                PageChooserPanel("complaints_page"),
                PageChooserPanel("privacy_page"),
                PageChooserPanel("accessibility_page"),
            ],
            heading=_("Pages"),
        ),
        FieldPanel("menu_items"),
        OtherLanguagesPanel("other_languages"),
    ]

    class Meta:
        verbose_name = _("clinic settings")

    @classmethod
    def page_fields(cls) -> dict[str, type[Page]]:
        """The fields that name a page, with the type of page."""
        return {
            field.name: field.related_model
            for field in cls._meta.concrete_fields
            if field.related_model and issubclass(field.related_model, Page)
        }

    @classmethod
    def base_queryset(cls):
        """The settings with their pages, as far as the frame shows them, and whether
        these are restricted."""
        needless = [
            f"{name}__{column.name}"
            for name, model in cls.page_fields().items()
            for column in model._meta.concrete_fields
            if not column.primary_key and column.name not in cls.linked_page_columns
        ]
        restricted = {
            f"{name}_is_restricted": is_restricted(f"{name}__path")
            for name in cls.page_fields()
        }
        return super().base_queryset().defer(*needless).annotate(**restricted)

    @classmethod
    def for_request(cls, request: HttpRequest) -> "ClinicSettings":
        """The settings as pages show them: they name public pages only, and what they
        say and lead to is in the language of the address. Not to be saved."""
        is_read = hasattr(request, cls.get_cache_attr_name())
        clinic = super().for_request(request)
        if not is_read:
            for name in cls.page_fields():
                if getattr(clinic, f"{name}_is_restricted", False):
                    setattr(clinic, name, None)
            lead_to_translations(clinic, cls.page_fields())
            speak_active_language(clinic)
        return clinic

    @property
    def brand_sheet_url(self) -> str:
        """The address of the sheet with the clinic's colour."""
        colour = self.brand_colour.removeprefix("#").lower()
        return reverse("brand_sheet", args=[colour])

    @property
    def menu_choices(self) -> list[MenuChoice]:
        """The extra menu items as stored, without a query for their pages."""
        values = [item["value"] for item in self.menu_items.raw_data]
        return [
            MenuChoice(
                value.get("text", ""), value.get("page"), value.get("address", "")
            )
            for value in values
        ]

    @property
    def contact_pages(self) -> list[Page]:
        """The public pages for getting in touch, for the bottom of every page."""
        pages = (self.enquiry_form, self.feedback_form, self.complaints_page)
        return [page for page in pages if page and page.live]

    @property
    def site_pages(self) -> list[Page]:
        """The public pages about the website itself, for the same place."""
        pages = (self.privacy_page, self.accessibility_page)
        return [page for page in pages if page and page.live]

    @property
    def phone_href(self) -> str:
        """The number as a link that dials it."""
        return telephone_link(self.phone)
