from django.apps import AppConfig


class EditorialConfig(AppConfig):
    """What must hold before anything is published, and who answers for it."""

    name = "editorial"
