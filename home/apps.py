from django.apps import AppConfig


class HomeConfig(AppConfig):
    """The site's frame: front page, plain pages, clinic facts, navigation, search."""

    name = "home"

    def ready(self) -> None:
        """Connect the receivers."""
        # Models can only be imported now.
        from . import receivers
