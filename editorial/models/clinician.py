"""The people who write and review what patients read."""

from django.db import models
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.search import index

from .register import Register, Registered


class Clinician(index.Indexed, Registered):
    """A registered health professional of the clinic."""

    Register = Register

    name = models.CharField(
        max_length=120,
        help_text="With title, as patients know them. Shown on articles they wrote.",
    )
    role = models.CharField(
        max_length=120,
        help_text="For example: Consultant in pain medicine. Shown after the name.",
    )
    register = models.CharField(
        max_length=4,
        choices=Register.choices,
        help_text="Where patients can check the registration.",
    )
    register_number = models.CharField(
        max_length=20, help_text="Shown beside the name, with a link to the register."
    )
    biography = models.TextField(
        blank=True, help_text="Two or three sentences. Shown with the team."
    )
    photograph = models.ForeignKey(
        "assets.ClinicImage",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text="A portrait. Shown with the team.",
    )

    picture_sizes = {"photograph": ("portrait",)}

    panels = [
        FieldPanel("name"),
        FieldPanel("role"),
        MultiFieldPanel(
            [FieldPanel("register"), FieldPanel("register_number")],
            heading="Registration",
        ),
        FieldPanel("biography"),
        FieldPanel("photograph"),
    ]
    search_fields = [
        index.SearchField("name"),
        index.AutocompleteField("name"),
        index.SearchField("role"),
    ]

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name
