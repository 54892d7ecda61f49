"""Where pictures have their alternative text, and where it is missing."""

from collections.abc import Iterable, Iterator

from django.db.models import ForeignKey, Model

from .models import ClinicImage


def count_undescribed(stored) -> int:
    """How many image blocks in a stream as stored, at any depth, lack their text.

    An image block is stored as {"image": key, "decorative": …, "alt_text": …}. One
    that is decorative needs no text.
    """
    if isinstance(stored, dict):
        if "decorative" in stored and isinstance(stored.get("image"), int):
            is_described = stored["decorative"] or stored.get("alt_text")
            return 0 if is_described else 1
        stored = stored.values()
    elif not isinstance(stored, list):
        return 0
    return sum(map(count_undescribed, stored))


def field_image_ids(instance: Model) -> Iterator[int]:
    """The keys of the images in the fields of this object. No query."""
    for field in instance._meta.get_fields():
        if isinstance(field, ForeignKey) and field.related_model is ClinicImage:
            key = getattr(instance, field.attname)
            if key:
                yield key


def undescribed_images(keys: Iterable[int]) -> set[int]:
    """Those of these images that have no description, in one query."""
    without = ClinicImage.objects.filter(description="").values_list("pk", flat=True)
    return set(without) & set(keys)
