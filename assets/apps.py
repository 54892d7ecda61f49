from django.apps import AppConfig


class AssetsConfig(AppConfig):
    """Pictures and documents: safe uploads, no hidden metadata."""

    name = "assets"
