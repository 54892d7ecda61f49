from django.apps import AppConfig


class EditorialConfig(AppConfig):
    """What must hold before anything is published, and who answers for it."""

    name = "editorial"

    def ready(self) -> None:
        """Connect the receivers."""
        # Models can only be imported now.
        from . import address_receivers, receivers
