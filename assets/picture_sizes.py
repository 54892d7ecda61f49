"""The sizes at which pictures are shown. No template names a width of its own."""

from typing import NamedTuple

# Browsers take the first format that they know; the last is for those that know none
# of the others. Wagtail puts a transparent picture on white where it writes JPEG.
PHOTOGRAPH = ("avif", "webp", "jpeg")
# A sign with no ground of its own keeps its transparency everywhere.
SIGN = ("avif", "webp", "png")


class PictureSize(NamedTuple):
    """How one place on a page shows its picture.

    `operations` are Wagtail's image operations, the smallest result first; "fill"
    cuts around the picture's focal point. `sizes` is HTML's attribute of that name;
    a place of fixed size has none, and its larger results are for denser screens.
    `is_seen_first` is true where the picture stands at the top of the page, so that
    browsers should not wait with it; `is_main` where it is the largest thing there.
    """

    operations: tuple[str, ...]
    formats: tuple[str, ...] = PHOTOGRAPH
    sizes: str = ""
    is_seen_first: bool = False
    is_main: bool = False

    def specs_of(self, picture_format: str) -> list[str]:
        """Wagtail's filter specifications in one format, the smallest first."""
        return [f"format-{picture_format}|{operation}" for operation in self.operations]

    @property
    def specs(self) -> list[str]:
        """Wagtail's filter specifications of all that is made for this size."""
        return [
            spec
            for picture_format in self.formats
            for spec in self.specs_of(picture_format)
        ]


PICTURE_SIZES = {
    # Beside the large words of the front page, as wide and high as the stylesheet has
    # it.
    "hero": PictureSize(
        ("fill-480x360", "fill-960x720"),
        sizes="(min-width: 48rem) 28rem, 100vw",
        is_seen_first=True,
        is_main=True,
    ),
    # Beside an article's title, likewise.
    "article_hero": PictureSize(
        ("fill-480x320", "fill-960x640"),
        sizes="(min-width: 48rem) 28rem, 100vw",
        is_seen_first=True,
        is_main=True,
    ),
    # In the running text, whole.
    "article": PictureSize(
        ("width-480", "width-960"), sizes="(min-width: 48rem) 42rem, 100vw"
    ),
    # Somebody's face.
    "portrait": PictureSize(("fill-160x160", "fill-320x320")),
    # The same face at the top of its own page, and first in the list of all.
    "profile": PictureSize(("fill-160x160", "fill-320x320"), is_seen_first=True),
    # Beside the clinic's name.
    "logo": PictureSize(("height-44", "height-88"), SIGN, is_seen_first=True),
    # Where a page is shared: the size that all who show such cards ask for. Not all
    # take newer formats than JPEG.
    "social": PictureSize(("fill-1200x630",), ("jpeg",)),
}


def specs_of_sizes(*names: str) -> list[str]:
    """All filter specifications of the sizes of these names, each once.

    Raises KeyError if there is no such size.
    """
    specs = (spec for name in names for spec in PICTURE_SIZES[name].specs)
    return list(dict.fromkeys(specs))
