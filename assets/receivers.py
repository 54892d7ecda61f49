"""What happens to pictures on their way, outside our own models."""

from django.db.models.signals import pre_save
from django.dispatch import receiver
from wagtail.models import UploadedFile

from .models import ClinicImage
from .pictures import CleanPicture, clean_picture


@receiver(pre_save, sender=UploadedFile)
def clean_waiting_picture(instance: UploadedFile, **_) -> None:
    """Clean a picture that waits in the media folder for the rest of its form."""
    file = instance.file
    content_type = instance.for_content_type
    is_picture = content_type and content_type.model_class() is ClinicImage
    if is_picture and not file._committed and not isinstance(file.file, CleanPicture):
        instance.file = clean_picture(file)
