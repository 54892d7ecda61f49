from django.apps import AppConfig


class ClinicsiteConfig(AppConfig):
    """The shell: settings, addresses, security headers and the site's look."""

    name = "clinicsite"

    def ready(self) -> None:
        """Register the checks."""
        # Django can only be asked for its languages now.
        from . import checks
