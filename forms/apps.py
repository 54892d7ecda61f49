from django.apps import AppConfig
from django.db.models.signals import post_migrate

from .database_triggers import make_triggers


class FormsConfig(AppConfig):
    """What patients tell us. Inside our files, `forms` alone means django.forms."""

    name = "forms"

    def ready(self) -> None:
        """Listen for what is published and migrated; register the checks."""
        # Not before all models are there.
        from . import receivers
        from .notifying import checks
        from .word_index import installing

        post_migrate.connect(
            make_triggers, sender=self, dispatch_uid="forms.database_triggers"
        )
