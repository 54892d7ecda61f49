from django.apps import AppConfig, apps


class AssetsConfig(AppConfig):
    """Pictures and documents: safe uploads, no hidden metadata."""

    name = "assets"

    def ready(self) -> None:
        """Connect the receivers, and have Wagtail index all that shows pictures."""
        # Models can only be imported now.
        from wagtail.models import ReferenceIndex

        from . import receivers

        # Wagtail leaves settings out.
        for model in apps.get_models():
            if getattr(model, "picture_sizes", None):
                ReferenceIndex.register_model(model)
