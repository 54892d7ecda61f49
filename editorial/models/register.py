"""The UK registers on which patients can look a health professional up."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Register(models.TextChoices):
    """A register, with its name for patients and where to search it."""

    GMC = "gmc", _("General Medical Council (GMC)")
    NMC = "nmc", _("Nursing and Midwifery Council (NMC)")
    HCPC = "hcpc", _("Health and Care Professions Council (HCPC)")
    GPHC = "gphc", _("General Pharmaceutical Council (GPhC)")

    @property
    def search_url(self) -> str:
        """The page of the register where a number can be looked up."""
        return {
            Register.GMC: "https://www.gmc-uk.org/registrants",
            Register.NMC: "https://www.nmc.org.uk/registration/search-the-register/",
            Register.HCPC: "https://www.hcpc-uk.org/check-the-register/",
            Register.GPHC: "https://www.pharmacyregulation.org/registers",
        }[self]

    @property
    def abbreviation(self) -> str:
        """The register as patients see it: "GMC"."""
        return {Register.GPHC: "GPhC"}.get(self, self.name)


class Registered(models.Model):
    """Base of a record that holds somebody's `register` and `register_number`."""

    class Meta:
        abstract = True

    @property
    def register_url(self) -> str:
        """Where the number can be looked up."""
        return Register(self.register).search_url

    @property
    def register_abbreviation(self) -> str:
        """The register as patients see it: "GMC"."""
        return Register(self.register).abbreviation

    @property
    def registration(self) -> str:
        """Register and number as patients see them: "GMC 1234567"."""
        return f"{self.register_abbreviation} {self.register_number}"
