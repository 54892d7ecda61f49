from django.apps import AppConfig
from django.db.models.signals import post_migrate

from .database_triggers import make_triggers


class FormsConfig(AppConfig):
    """What patients tell us. Inside our files, `forms` alone means django.forms."""

    name = "forms"

    def ready(self) -> None:
        """Listen for what is published and migrated; register the checks."""
        # Not before all models are there.
        from . import receivers  # noqa: F401, PLC0415
        from .notifying import checks  # noqa: F401, PLC0415
        from .word_index import installing  # noqa: F401, PLC0415

        post_migrate.connect(
            make_triggers, sender=self, dispatch_uid="forms.database_triggers"
        )
