"""Pictures made safe: decoded whole, turned upright, written anew without metadata."""

from io import BytesIO

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile, File
from django.utils.translation import gettext_lazy as _
from PIL import Image, ImageOps

READ_FORMATS = ["AVIF", "JPEG", "PNG", "WEBP"]
# A picture is written in the format it came in. "keep" is the quality of the
# JPEG itself; PNG loses nothing. MPO is a JPEG with more pictures inside.
SAVE_OPTIONS = {
    "AVIF": {"quality": 90, "speed": 8},
    "JPEG": {"quality": "keep"},
    "MPO": {"quality": 95},
    "PNG": {},
    "WEBP": {"quality": 95},
}

UNREADABLE = _(
    "This picture cannot be read. It may be damaged, or of another kind than its "
    "name says. Open it in a picture program, save it as JPEG or PNG, and upload "
    "that file."
)
MOVING = _(
    "This picture moves. Save one still picture of it as JPEG or PNG, and upload "
    "that file."
)
TOO_MANY_PIXELS = _(
    "This picture is too large: %(width)d by %(height)d pixels. Make it smaller, to "
    "at most %(limit)d pixels in all, and upload it again."
)


class CleanPicture(ContentFile):
    """A picture that has been through `clean_picture` and need not go again."""


def clean_picture(file: File) -> CleanPicture:
    """The same picture, upright, of the same format, with nothing hidden in it.

    Of a JPEG with more pictures inside (MPO, as some phones write) the first stays.
    Raises django.core.exceptions.ValidationError if the file is no picture of an
    accepted format, is damaged, moves, or has more pixels than
    WAGTAILIMAGES_MAX_IMAGE_PIXELS.
    """
    file.seek(0)
    try:
        written = rewritten(file)
    except ValidationError:
        raise
    # Decoders raise whatever they meet in a damaged file, down to KeyError.
    except Exception as error:
        raise ValidationError(UNREADABLE, code="invalid_image") from error
    finally:
        file.seek(0)
    return CleanPicture(written, name=file.name)


def rewritten(file: File) -> bytes:
    """The bytes of the picture in `file`, decoded and encoded again."""
    with Image.open(file, formats=READ_FORMATS) as picture:
        check_size(picture)
        source_format = picture.format
        if source_format != "MPO" and getattr(picture, "n_frames", 1) > 1:
            raise ValidationError(MOVING, code="moving_image")
        picture.load()
        ImageOps.exif_transpose(picture, in_place=True)
        # Colours need these two. All else is hidden: place, time, camera, comments,
        # thumbnails.
        profile = picture.info.get("icc_profile")
        transparency = picture.info.get("transparency")
        picture.info = {} if transparency is None else {"transparency": transparency}
        target = BytesIO()
        picture.save(
            target,
            "JPEG" if source_format == "MPO" else source_format,
            icc_profile=profile,
            **SAVE_OPTIONS[source_format],
        )
    return target.getvalue()


def in_eight_bits(file: File) -> File:
    """The same picture, or of a grey one with 16 bits, as scans are, one with 8 bits.

    No format but PNG can hold the others. Leaves `file` at its beginning.
    """
    with Image.open(file, formats=READ_FORMATS) as picture:
        if picture.mode == "I;16":
            target = BytesIO()
            # Pillow's own way to "L" makes all but the darkest 256 shades white.
            shades = picture.convert("I").point(lambda shade: shade * (1 / 256))
            shades.convert("L").save(target, "PNG")
            file = File(target, name=file.name)
    file.seek(0)
    return file


def check_size(picture: Image.Image) -> None:
    """Refuse, before anything is decoded, what would fill the memory."""
    limit = settings.WAGTAILIMAGES_MAX_IMAGE_PIXELS
    if picture.width * picture.height > limit:
        raise ValidationError(
            TOO_MANY_PIXELS
            % {"width": picture.width, "height": picture.height, "limit": limit},
            code="file_too_many_pixels",
        )
