"""The two places where a picture comes in: a form's field, a model's field."""

from django.core.exceptions import ValidationError
from wagtail.images.fields import WagtailImageField as ImageFormField
from wagtail.images.models import WagtailImageField, WagtailImageFieldFile

from .pictures import UNREADABLE, CleanPicture, clean_picture


class PictureFormField(ImageFormField):
    """Wagtail's field, which gives the clean picture or says what is wrong."""

    def to_python(self, data):
        """The upload as a CleanPicture. Raises ValidationError in plain words."""
        try:
            upload = super().to_python(data)
        except ValidationError:
            raise
        # Wagtail measures the picture without catching what its decoders raise
        # on a damaged file.
        except Exception as error:
            raise ValidationError(UNREADABLE, code="invalid_image") from error
        if upload is None:
            return None
        picture = clean_picture(upload)
        # What Django's and Wagtail's image fields promise of their values.
        picture.image = upload.image
        picture.content_type = upload.content_type
        return picture


class PictureFieldFile(WagtailImageFieldFile):
    """A stored picture. Nothing reaches the storage but clean pictures."""

    def save(self, name, content, save=True):
        """Store `content` without its metadata. Raises ValidationError."""
        if not isinstance(content, CleanPicture):
            content = clean_picture(content)
            # Both spoke of the file as it came. Wagtail fills them in again.
            self.instance.file_size = None
            self.instance.file_hash = ""
        super().save(name, content, save)


class PictureField(WagtailImageField):
    """An image field that stores clean pictures only."""

    attr_class = PictureFieldFile
