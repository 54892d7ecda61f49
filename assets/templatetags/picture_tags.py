"""Pictures as templates show them: the best format and size a browser can take."""

from django import template
from django.forms.utils import flatatt
from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from assets.models import ClinicImage, ClinicRendition
from assets.picture_sizes import PICTURE_SIZES, PictureSize
from assets.renditions import renditions_of

register = template.Library()


@register.simple_tag
def clinic_picture(
    image: ClinicImage | None, size_name: str, **attributes: str
) -> SafeString:
    """The image as a `<picture>` of this size; empty if there is none to show.

    `attributes` go to the `<img>`. Its alternative text is that of the block or of
    the image, unless `alt` is given. Raises KeyError if there is no such size.
    """
    size = PICTURE_SIZES[size_name]
    renditions = renditions_of(image, *size.specs) if image else {}
    if not renditions:
        return SafeString("")
    by_format = {
        picture_format: differing(
            [renditions[spec] for spec in size.specs_of(picture_format)]
        )
        for picture_format in size.formats
    }
    *sources, (_, fallbacks) = (
        (f"image/{picture_format}", each) for picture_format, each in by_format.items()
    )
    context = {
        "sources": [(mime_type, srcset(size, each)) for mime_type, each in sources],
        "sizes": size.sizes,
        "attributes": flatatt(img_attributes(image, size, fallbacks) | attributes),
    }
    return render_to_string("assets/picture.html", context)


def differing(renditions: list[ClinicRendition]) -> list[ClinicRendition]:
    """Without those that are no larger than the one before: nothing is enlarged."""
    by_width = {rendition.width: rendition for rendition in reversed(renditions)}
    return [by_width[width] for width in sorted(by_width)]


def srcset(size: PictureSize, renditions: list[ClinicRendition]) -> str:
    """HTML's attribute: by width if the place varies, by density if it does not."""
    if size.sizes:
        return ", ".join(f"{each.url} {each.width}w" for each in renditions)
    smallest = renditions[0].width
    return ", ".join(f"{each.url} {each.width / smallest:.3g}x" for each in renditions)


def img_attributes(
    image: ClinicImage, size: PictureSize, renditions: list[ClinicRendition]
) -> dict[str, str | int]:
    """What the `<img>` says. Its measures keep the place free until it is there."""
    shown = renditions[-1] if size.sizes else renditions[0]
    # The image knows the alternative text of the block that it stands in.
    shown.image = image
    attributes = {
        "src": renditions[0].url,
        "srcset": srcset(size, renditions),
        "width": shown.width,
        "height": shown.height,
        "alt": shown.alt,
    }
    if size.sizes:
        attributes["sizes"] = size.sizes
    if size.is_main:
        attributes["fetchpriority"] = "high"
    if not size.is_seen_first:
        attributes |= {"loading": "lazy", "decoding": "async"}
    return attributes
