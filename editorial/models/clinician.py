"""The people who write and review what patients read."""

from django.db import models
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.search import index


class Clinician(index.Indexed, models.Model):
    """A registered health professional of the clinic."""

    class Register(models.TextChoices):
        """The UK registers on which patients can look a professional up."""

        GMC = "gmc", "General Medical Council (GMC)"
        NMC = "nmc", "Nursing and Midwifery Council (NMC)"
        HCPC = "hcpc", "Health and Care Professions Council (HCPC)"
        GPHC = "gphc", "General Pharmaceutical Council (GPhC)"

    REGISTER_SEARCHES = {
        Register.GMC: "https://www.gmc-uk.org/registrants",
        Register.NMC: "https://www.nmc.org.uk/registration/search-the-register/",
        Register.HCPC: "https://www.hcpc-uk.org/check-the-register/",
        Register.GPHC: "https://www.pharmacyregulation.org/registers",
    }

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

    @property
    def register_url(self) -> str:
        """The page of the register where the number can be looked up."""
        return self.REGISTER_SEARCHES[self.Register(self.register)]

    @property
    def register_abbreviation(self) -> str:
        """The register as patients see it: "GMC"."""
        return {self.Register.GPHC: "GPhC"}.get(
            self.Register(self.register), self.register.upper()
        )
