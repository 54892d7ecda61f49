"""All pictures of one page, in one query for the images and one for their sizes."""

from collections.abc import Iterable, Iterator

from django.db.models import ForeignKey
from wagtail.blocks import StreamValue, StructValue
from wagtail.blocks.list_block import ListValue
from wagtail.fields import StreamField
from wagtail.models import Page

from .blocks import images_at_hand
from .models import ClinicImage
from .picture_uses import RUNNING_TEXT
from .renditions import read_renditions


def read_pictures(page: Page) -> None:
    """Read the pictures of the page's own fields and streams before they are shown.

    No query for a page without pictures; the renditions cost none if they are cached.
    """
    streams = [
        getattr(page, field.name)
        for field in page._meta.get_fields()
        if isinstance(field, StreamField)
    ]
    keys = {key for stream in streams for key in image_keys(list(stream.raw_data))}
    with images_at_hand(ClinicImage.objects.in_bulk(keys) if keys else {}):
        in_text = [image for stream in streams for image in images_within(stream)]
    read_renditions(
        [*images_of_fields(page), *((image, RUNNING_TEXT) for image in in_text)]
    )


def images_of_fields(page: Page) -> Iterator[tuple[ClinicImage, tuple[str, ...]]]:
    """The images of the page's fields that are read already, each with its sizes."""
    for field in page._meta.get_fields():
        if isinstance(field, ForeignKey) and field.related_model is ClinicImage:
            image = field.get_cached_value(page, default=None)
            if image:
                yield image, page.picture_sizes.get(field.name, RUNNING_TEXT)


def image_keys(stored) -> Iterator[int]:
    """The keys of the images in a stream as stored, at any depth.

    An image block is stored as {"image": key, "decorative": …, "alt_text": …}. One
    that is not recognised costs a query of its own.
    """
    if isinstance(stored, dict):
        if "decorative" in stored and isinstance(stored.get("image"), int):
            yield stored["image"]
        stored = list(stored.values())
    if isinstance(stored, list):
        for part in stored:
            yield from image_keys(part)


def images_within(value) -> Iterator[ClinicImage]:
    """The images in a stream or in a part of one, at any depth."""
    if isinstance(value, ClinicImage):
        yield value
        return
    parts: Iterable = ()
    if isinstance(value, StructValue):
        parts = value.values()
    elif isinstance(value, StreamValue):
        parts = (child.value for child in value)
    elif isinstance(value, ListValue):
        parts = value
    for part in parts:
        yield from images_within(part)
