"""The people who write and review what patients read."""

from itertools import count

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.models import Orderable
from wagtail.search import index

from editorial.personal_names import name_slug

from .register import Register, Registered

SLUG_LENGTH = 80


class Clinician(index.Indexed, Orderable, Registered):
    """Somebody of the clinic whom patients meet, in the order that the clinic chose.

    Who is on no register is no health professional, and reviews nothing.
    """

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
            [
                FieldPanel("register"),
                FieldPanel("other_register"),
                FieldPanel("register_number"),
            ],
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
        verbose_name = _("person")
        verbose_name_plural = _("people")
        ordering = ["sort_order", "name"]
        permissions = [
            ("link_clinician_account", "Can say which account is a clinician's"),
        ]

    def __str__(self) -> str:
        return self.name

    def clean(self) -> None:
        """Hold the registration together. Raises ValidationError."""
        super().clean()
        errors = {}
        if self.register and not self.register_number:
            errors["register_number"] = _("Type the number on this register.")
        if self.register == Register.OTHER and not self.other_register:
            errors["other_register"] = _("Type the name of the register.")
        if self.other_register and self.register != Register.OTHER:
            errors["register"] = _(
                "Choose “Another register”, or empty the name of the other register."
            )
        elif self.register_number and not self.register:
            errors["register"] = _("Choose the register to which the number belongs.")
        if errors:
            raise ValidationError(errors)

    def save(self, *args, **kwargs) -> None:
        """Give the profile an address and a place, the last, if it has none yet."""
        if self.sort_order is None:
            last = Clinician.objects.aggregate(last=models.Max("sort_order"))["last"]
            self.sort_order = 0 if last is None else last + 1
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
