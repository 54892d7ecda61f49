from django.apps import AppConfig
from wagtail.users.apps import WagtailUsersAppConfig


class ClinicsiteConfig(AppConfig):
    """The shell: settings, addresses, security headers and the site's look."""

    name = "clinicsite"
    default = True

    def ready(self) -> None:
        """Register the checks."""
        # Django can only be asked for its languages now.
        from . import checks


class ClinicUsersConfig(WagtailUsersAppConfig):
    """Wagtail's accounts, with our limits on who may give what."""

    user_viewset = "home.staff_accounts.StaffViewSet"
