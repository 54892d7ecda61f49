"""What forms add to Wagtail's admin: the builder's screen, and trying a form."""

from . import builder_screen  # noqa: F401
from .trial import hooks  # noqa: F401
