"""Pictures cut to size: made, and read in as few queries as possible."""

import logging
from collections.abc import Iterable

from wagtail.images.models import Filter

from .models import ClinicImage, ClinicRendition
from .picture_sizes import specs_of_sizes

logger = logging.getLogger(__name__)


def renditions_of(image: ClinicImage, *specs: str) -> dict[str, ClinicRendition]:
    """The picture cut to each specification; what is missing is made now.

    Empty if it cannot be made. Neither an editor's work nor a page may fail for that.
    """
    try:
        return image.get_renditions(*specs)
    # A missing or damaged file makes storages and decoders raise whatever they meet.
    except Exception as error:
        logger.warning(
            "Picture %s cannot be cut to size (%s). Upload its file again.",
            image.pk,
            type(error).__name__,
        )
        return {}


def make_renditions(image: ClinicImage, size_names: Iterable[str]) -> int:
    """Make what is missing of the picture at these sizes; how much was made."""
    specs = specs_of_sizes(*size_names)
    before = image.renditions.count()
    renditions_of(image, *specs)
    return image.renditions.count() - before


def read_renditions(pictures: Iterable[tuple[ClinicImage, Iterable[str]]]) -> None:
    """Read the renditions of many pictures, each at its sizes, in one query.

    In none, if Wagtail's cache has them all. The images keep what was found; Wagtail
    looks there first, and makes what is missing.
    """
    wanted = {}
    images: dict[int, list[ClinicImage]] = {}
    for image, size_names in pictures:
        image.prefetched_renditions = []
        images.setdefault(image.pk, []).append(image)
        for spec in specs_of_sizes(*size_names):
            focal_point_key = Filter(spec).get_cache_key(image)
            key = ClinicRendition.construct_cache_key(image, focal_point_key, spec)
            wanted[key] = (image.pk, spec, focal_point_key)
    cache = ClinicRendition.cache_backend
    found = cache.get_many(wanted)
    if missing := {wanted[key]: key for key in wanted if key not in found}:
        new = {}
        for rendition in ClinicRendition.objects.filter(
            image__in={image_pk for image_pk, _, _ in missing},
            filter_spec__in={spec for _, spec, _ in missing},
        ):
            parts = (rendition.image_id, rendition.filter_spec)
            if key := missing.get((*parts, rendition.focal_point_key)):
                new[key] = rendition
        cache.set_many(new)
        found |= new
    for rendition in found.values():
        for image in images[rendition.image_id]:
            rendition.image = image
            image.prefetched_renditions.append(rendition)
