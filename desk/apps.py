from django.apps import AppConfig


class DeskConfig(AppConfig):
    """The staff's screens."""

    name = "desk"
