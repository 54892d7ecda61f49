from django.apps import AppConfig


class SubmissionsConfig(AppConfig):
    """What patients sent, and its rules."""

    name = "submissions"

    def ready(self) -> None:
        """Listen for changed settings."""
        # Not before all models are there.
        from . import receivers
