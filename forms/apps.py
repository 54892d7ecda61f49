from django.apps import AppConfig


class FormsConfig(AppConfig):
    """What patients tell us. Inside our files, `forms` alone means django.forms."""

    name = "forms"

    def ready(self) -> None:
        """Listen for what is published; register the checks."""
        # Not before all models are there.
        from . import checks, receivers
