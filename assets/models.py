"""The clinic's own image and document models."""

from io import BytesIO

from django.core.files.base import File
from django.core.files.storage import storages
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.documents.models import AbstractDocument, Document
from wagtail.images.models import (
    AbstractImage,
    AbstractRendition,
    Image,
    get_upload_to,
)

from .documents import check_document
from .fields import PictureField
from .pictures import in_eight_bits


class ClinicImage(AbstractImage):
    """A picture, with who made it. Its description is its alternative text."""

    file = PictureField(
        _("file"), upload_to=get_upload_to, width_field="width", height_field="height"
    )
    credit = models.CharField(
        max_length=255,
        blank=True,
        help_text=_("Who made the picture. Shown under it on the page."),
    )

    admin_form_fields = (*Image.admin_form_fields, "credit")

    class Meta(AbstractImage.Meta):
        verbose_name = _("image")
        verbose_name_plural = _("images")

    @property
    def default_alt_text(self) -> str:
        """The description alone: a file's title says nothing to a listener."""
        return self.description

    def save(self, *args, **kwargs):
        """Save; a new file is cleaned first. Raises ValidationError if it is damaged.

        Only then are the width and height those of the picture turned upright. What
        was cut from the file before goes.
        """
        is_new_file = self.file and not self.file._committed
        if is_new_file:
            self.file.save(self.file.name, self.file.file, save=False)
        super().save(*args, **kwargs)
        if is_new_file:
            self.renditions.all().delete()

    def generate_rendition_file(self, filter, *, source=None):  # noqa: A002 - Wagtail's
        """The picture cut to what `filter` asks for, in a format that can hold it."""
        if source is None:
            with self.open_file() as file:
                source = File(BytesIO(file.read()), name=file.name)
        return super().generate_rendition_file(filter, source=in_eight_bits(source))


class ClinicRendition(AbstractRendition):
    """A picture cut to one size."""

    image = models.ForeignKey(
        ClinicImage, on_delete=models.CASCADE, related_name="renditions"
    )

    class Meta:
        unique_together = (("image", "filter_spec", "focal_point_key"),)


def document_storage():
    """Where documents lie: outside the media folder that is open to everybody."""
    return storages["documents"]


class ClinicDocument(AbstractDocument):
    """A document that Wagtail hands out, to those who may read it."""

    file = models.FileField(
        upload_to="documents", storage=document_storage, verbose_name=_("file")
    )

    admin_form_fields = Document.admin_form_fields

    class Meta(AbstractDocument.Meta):
        verbose_name = _("document")
        verbose_name_plural = _("documents")

    def clean(self):
        """Check that a new file is of an accepted kind, by its name and by what is
        in it. Raises ValidationError.
        """
        # Without a file the form has said so already.
        if not self.file:
            return
        super().clean()
        if not self.file._committed:
            check_document(self.file)
