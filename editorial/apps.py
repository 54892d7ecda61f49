from django.apps import AppConfig


class EditorialConfig(AppConfig):
    """What must hold before anything is published, and who answers for it."""

    name = "editorial"

    def ready(self) -> None:
        """Connect the receivers, and say who may do what with pages."""
        # Models can only be imported now.
        from wagtail.models import AbstractPage
        from wagtail.permissions import register_permission_policy

        from . import address_receivers, receivers
        from .page_permissions import ClinicPagePolicy

        register_permission_policy(AbstractPage, ClinicPagePolicy())
