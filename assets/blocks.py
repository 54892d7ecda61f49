"""The image inside a content block, read together with the page's other images."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from copy import copy

from django.utils.translation import gettext_lazy as _
from wagtail.blocks import BooleanBlock, CharBlock
from wagtail.images.blocks import ImageBlock, ImageChooserBlock

from .models import ClinicImage

_images_at_hand: ContextVar[Mapping[int, ClinicImage] | None] = ContextVar(
    "images_at_hand", default=None
)


@contextmanager
def images_at_hand(images: Mapping[int, ClinicImage]) -> Iterator[None]:
    """Blocks that are read within take their images from these, by primary key."""
    token = _images_at_hand.set(images)
    try:
        yield
    finally:
        _images_at_hand.reset(token)


class PageImageChooserBlock(ImageChooserBlock):
    """Takes images from those at hand. Wagtail asks once for each kind of section."""

    def bulk_to_python(self, values):
        """The image of each primary key, None if it is gone. Each is an object of its
        own, which keeps its own alternative text.
        """
        values = list(values)
        images = _images_at_hand.get()
        if images is None or not images.keys() >= {key for key in values if key}:
            return super().bulk_to_python(values)
        return [copy(images[key]) if key else None for key in values]


class PageImageBlock(ImageBlock):
    """An image and its alternative text. Migrations know it as Wagtail's own."""

    def __init__(self, required=True, **kwargs):
        super().__init__(required=required, **kwargs)
        parts = {
            "image": PageImageChooserBlock(
                required=required, help_text=_("The picture itself.")
            ),
            "decorative": BooleanBlock(
                default=False,
                required=False,
                label=_("Image is decorative"),
                help_text=_(
                    "Tick it if the picture tells nothing that the text does not say. "
                    "Screen readers then pass it over."
                ),
            ),
            "alt_text": CharBlock(
                required=False,
                label=_("Alternative text"),
                help_text=_(
                    "What the picture tells, in one sentence. Read out to people who "
                    "cannot see it."
                ),
            ),
        }
        for name, part in parts.items():
            part.set_name(name)
            self.child_blocks[name] = part
