from django.apps import AppConfig


class ClinicsiteConfig(AppConfig):
    """The shell: settings, addresses, security headers and the site's look."""

    name = "clinicsite"
