"""The people who write and review what patients read."""

from itertools import count

from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.search import index

from editorial.personal_names import name_slug

from .register import Register, Registered

SLUG_LENGTH = 80


class Clinician(index.Indexed, Registered):
    """A registered health professional of the clinic."""

    Register = Register

    name = models.CharField(
        max_length=120,
        help_text=_("With title, as patients know them. Shown on articles they wrote."),
    )
    slug = models.SlugField(
        _("address"),
        max_length=SLUG_LENGTH,
        unique=True,
        blank=True,
        error_messages={
            "unique": _("Somebody else’s page has this address. Choose another."),
        },
        help_text=_(
            "The last part of the address of the profile, for example: ada-wells. "
            "Leave it empty to have it made from the name. It stays when the name "
            "changes, so that links to the profile go on working."
        ),
    )
    role = models.CharField(
        max_length=120,
        help_text=_("For example: Consultant in pain medicine. Shown after the name."),
    )
    register = models.CharField(
        max_length=4,
        choices=Register.choices,
        help_text=_("Where patients can check the registration."),
    )
    register_number = models.CharField(
        max_length=20,
        help_text=_("Shown beside the name, with a link to the register."),
    )
    biography = models.TextField(
        blank=True, help_text=_("Two or three sentences. Shown with the team.")
    )
    photograph = models.ForeignKey(
        "assets.ClinicImage",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("A portrait. Shown with the team."),
    )

    user = models.OneToOneField(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="clinician",
        verbose_name=_("account"),
        help_text=_(
            "The account with which this person logs in here. Clinical reviewers need "
            "it to approve pages: the page then names this person."
        ),
        error_messages={
            "unique": _("Another clinician has this account. Choose another."),
        },
    )

    picture_sizes = {"photograph": ("portrait",)}

    panels = [
        FieldPanel("name"),
        FieldPanel("role"),
        MultiFieldPanel(
            [FieldPanel("register"), FieldPanel("register_number")],
            heading=_("Registration"),
        ),
        FieldPanel("biography"),
        FieldPanel("photograph"),
        FieldPanel("slug"),
        # Whoever sets it says who may vouch for pages.
        FieldPanel("user", permission="editorial.link_clinician_account"),
    ]
    search_fields = [
        index.SearchField("name"),
        index.AutocompleteField("name"),
        index.SearchField("role"),
    ]

    class Meta:
        ordering = ["name"]
        permissions = [
            ("link_clinician_account", "Can say which account is a clinician's"),
        ]

    def __str__(self) -> str:
        return self.name

    def save(self, *args, **kwargs) -> None:
        """Give the profile an address if it has none yet."""
        if not self.slug:
            self.slug = self.free_slug()
        super().save(*args, **kwargs)

    def get_absolute_url(self) -> str:
        """The address of the profile."""
        return reverse("clinician", args=[self.slug])

    def free_slug(self) -> str:
        """An address made from the name that nobody else's profile has."""
        name = name_slug(self.name)[: SLUG_LENGTH - 5].strip("-")
        taken = set(
            Clinician.objects.filter(slug__startswith=name)
            .exclude(pk=self.pk)
            .values_list("slug", flat=True)
        )
        numbered = (f"{name}-{number}" for number in count(2))
        return (
            name if name not in taken else next(s for s in numbered if s not in taken)
        )
