"""What happens to pictures on their way, outside our own models."""

from django.db.models import Model
from django.db.models.signals import post_save, pre_save
from django.dispatch import receiver
from wagtail.models import DraftStateMixin, Page, UploadedFile
from wagtail.signals import page_published

from .models import ClinicImage
from .picture_uses import make_pictures_of, make_uses_of
from .pictures import CleanPicture, clean_picture


@receiver(pre_save, sender=UploadedFile)
def clean_waiting_picture(instance: UploadedFile, **_) -> None:
    """Clean a picture that waits in the media folder for the rest of its form."""
    file = instance.file
    content_type = instance.for_content_type
    is_picture = content_type and content_type.model_class() is ClinicImage
    if is_picture and not file._committed and not isinstance(file.file, CleanPicture):
        instance.file = clean_picture(file)


@receiver(page_published)
def make_pictures_of_page(instance: Page, **_) -> None:
    """Make what the page shows from now on."""
    make_pictures_of(instance)


@receiver(post_save)
def make_pictures_of_facts(
    sender: type[Model], instance: Model, raw: bool, **_
) -> None:
    """Make what shows at once when it is saved: a portrait, the logo."""
    shows_pictures = getattr(sender, "picture_sizes", None)
    if shows_pictures and not issubclass(sender, DraftStateMixin) and not raw:
        make_pictures_of(instance)


@receiver(post_save, sender=ClinicImage)
def renew_picture(instance: ClinicImage, created: bool, raw: bool, **_) -> None:
    """Make what a new file or another focal point asks for, wherever it is shown."""
    if not created and not raw:
        make_uses_of(instance)
