"""Which pictures the public site shows at which sizes, and making them in time.

Wagtail's reference index knows every place where a picture is used. A field that
holds a picture names its sizes in its model's `picture_sizes`; all other pictures
stand in running text.
"""

from collections import defaultdict

from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.db.models import Model, QuerySet
from wagtail.models import DraftStateMixin, ReferenceIndex

from .models import ClinicImage, ClinicRendition
from .renditions import make_renditions

RUNNING_TEXT = ("article",)


def make_pictures_of(instance: Model) -> None:
    """Make what a page, a person or the settings will show, once they are saved.

    After the transaction, which holds the lock of the database: a picture takes a
    second. If the process stops before, the first visitor's request makes them.
    """
    references = ReferenceIndex.get_references_for_object(instance)
    transaction.on_commit(lambda: make_used_pictures(references), robust=True)


def make_uses_of(image: ClinicImage) -> None:
    """Make the picture at the sizes at which the public site shows it, once saved."""
    references = ReferenceIndex.get_references_to(image)
    transaction.on_commit(lambda: make_used_pictures(references), robust=True)


def make_missing_pictures() -> int:
    """Make all that the public site shows and that is missing; how much was made.

    A rendition whose file is gone is missing too, as after a move without it.
    """
    for rendition in ClinicRendition.objects.select_related("image").iterator():
        if not rendition.file.storage.exists(rendition.file.name):
            rendition.delete()
    content_type = ContentType.objects.get_for_model(ClinicImage)
    return make_used_pictures(
        ReferenceIndex.objects.filter(to_content_type=content_type)
    )


def make_used_pictures(references: QuerySet[ReferenceIndex]) -> int:
    """Make the pictures that these references show to the public; how much was made."""
    sizes = sizes_in_use(references)
    images = ClinicImage.objects.in_bulk(sizes)
    return sum(make_renditions(image, sizes[pk]) for pk, image in images.items())


def sizes_in_use(references: QuerySet[ReferenceIndex]) -> dict[int, set[str]]:
    """The names of the sizes that each picture, by its key, is publicly shown at."""
    content_type = ContentType.objects.get_for_model(ClinicImage)
    by_model = defaultdict(list)
    for reference in references.filter(to_content_type=content_type):
        by_model[model_of(reference.base_content_type_id)].append(reference)
    sizes: dict[int, set[str]] = defaultdict(set)
    for model, group in by_model.items():
        hidden = hidden_keys(model, group)
        for reference in group:
            if reference.object_id not in hidden:
                sizes[int(reference.to_object_id)].update(sizes_of_field(reference))
    return sizes


def model_of(content_type_id: int) -> type[Model]:
    """The model of this content type; a plain one if its code is gone."""
    return ContentType.objects.get_for_id(content_type_id).model_class() or Model


def hidden_keys(model: type[Model], references: list[ReferenceIndex]) -> set[str]:
    """The keys, as the index keeps them, of the drafts among the referring objects."""
    if not issubclass(model, DraftStateMixin):
        return set()
    keys = {reference.object_id for reference in references}
    live = model._default_manager.filter(pk__in=keys, live=True)
    return keys - {str(pk) for pk in live.values_list("pk", flat=True)}


def sizes_of_field(reference: ReferenceIndex) -> tuple[str, ...]:
    """The names of the sizes at which the field that refers shows its picture."""
    sizes = getattr(model_of(reference.content_type_id), "picture_sizes", {})
    return sizes.get(reference.model_path, RUNNING_TEXT)
