from django.apps import AppConfig


class AssetsConfig(AppConfig):
    """Pictures and documents: safe uploads, no hidden metadata."""

    name = "assets"

    def ready(self) -> None:
        """Connect the receivers."""
        # Models can only be imported now.
        from . import receivers  # noqa: F401, PLC0415
