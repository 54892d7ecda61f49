"""The registers on which patients can look a health professional up."""

from django.db import models
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _


class Register(models.TextChoices):
    """A register, with its name for patients."""

    GMC = "gmc", _("General Medical Council (GMC)")
    NMC = "nmc", _("Nursing and Midwifery Council (NMC)")
    HCPC = "hcpc", _("Health and Care Professions Council (HCPC)")
    GPHC = "gphc", _("General Pharmaceutical Council (GPhC)")
    GOSC = "gosc", _("General Osteopathic Council (GOsC)")
    GCC = "gcc", _("General Chiropractic Council (GCC)")
    OTHER = "other", _("Another register")

    __empty__ = _("Not on a register")


# Where a number can be looked up.
SEARCH_URLS: dict[str, str] = {
    Register.GMC: "https://www.gmc-uk.org/registrants",
    Register.NMC: "https://www.nmc.org.uk/registration/search-the-register/",
    Register.HCPC: "https://www.hcpc-uk.org/check-the-register/",
    Register.GPHC: "https://www.pharmacyregulation.org/registers",
    Register.GOSC: "https://www.osteopathy.org.uk/",
    Register.GCC: "https://www.gcc-uk.org/",
}


class Registered(models.Model):
    """Base of a record of somebody and of the register they are on, if any."""

    register = models.CharField(
        _("register"),
        max_length=5,
        choices=Register.choices,
        blank=True,
        help_text=_(
            "Where patients can check the registration. Leave it for staff who are "
            "not health professionals."
        ),
    )
    other_register = models.CharField(
        _("name of the other register"),
        max_length=80,
        blank=True,
        help_text=_(
            "Only if the register is not in the list above. For example: Complementary "
            "and Natural Healthcare Council (CNHC)."
        ),
    )
    register_number = models.CharField(
        _("register number"),
        max_length=20,
        blank=True,
        help_text=_("Shown beside the name, with a link to the register."),
    )

    class Meta:
        abstract = True

    @property
    def register_url(self) -> str:
        """Where the number can be looked up; empty if nobody knows."""
        return SEARCH_URLS.get(self.register, "")

    @property
    def register_name(self) -> str:
        """The register's full name; empty without a register."""
        if self.register == Register.OTHER:
            return self.other_register
        return self.get_register_display() if self.register else ""

    @property
    def register_abbreviation(self) -> str:
        """The register as patients see it: "GMC". Names end with it, in brackets."""
        _name, bracket, abbreviation = self.register_name.rpartition("(")
        return abbreviation.rstrip(")") if bracket else self.register_name

    @property
    def registration(self) -> SafeString | str:
        """Register and number, "GMC 1234567", as a link to the register; or empty."""
        if not self.register:
            return ""
        words = f"{self.register_abbreviation} {self.register_number}"
        if not self.register_url:
            return words
        return format_html('<a href="{}">{}</a>', self.register_url, words)
