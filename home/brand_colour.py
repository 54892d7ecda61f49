"""The clinic's own colour, made readable on every ground of the site."""

import colorsys
import re
from collections.abc import Callable
from functools import lru_cache

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

# The colour of site.css, until the clinic chooses its own.
HOUSE_COLOUR = "#12525a"

# As in site.css: what a link or a button stands on, and what stands on a button.
LIGHT_GROUND = "#f4eddf"
DARK_GROUND = "#1b2928"
LIGHT_WORDS = "#ffffff"
DARK_WORDS = "#0c2224"

# WCAG 2.2: 4.5 for text (AA), 7 for enhanced contrast (AAA).
READABLE = 4.5
VERY_READABLE = 7.0
# How far the lightness of a colour (0 to 1) may move before it is another colour.
FARTHEST = 0.25
STEP = 0.005
# A full colour glares on a dark ground.
DARK_SOFTNESS = 0.6


class UnreadableColourError(ValueError):
    """No shade that is still this colour can be read. `nearest` is one that can."""

    def __init__(self, nearest: str):
        super().__init__(nearest)
        self.nearest = nearest


def luminance(colour: str) -> float:
    """The relative luminance of "#rrggbb", 0 to 1 (WCAG 2.2)."""
    channels = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    red, green, blue = (
        c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours, 1 to 21 (WCAG 2.2)."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def lightness(colour: str) -> float:
    """How light the colour is, 0 to 1."""
    return _hls(colour)[1]


def _hls(colour: str) -> tuple[float, float, float]:
    red, green, blue = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    return colorsys.rgb_to_hls(red, green, blue)


def with_lightness(colour: str, value: float, softness: float = 1.0) -> str:
    """The same hue with this lightness (0 to 1); `softness` times its saturation."""
    hue, _lightness, saturation = _hls(colour)
    rgb = colorsys.hls_to_rgb(hue, min(max(value, 0.0), 1.0), saturation * softness)
    return "#" + "".join(f"{round(channel * 255):02x}" for channel in rgb)


def shifted(colour: str, step: float, is_enough: Callable[[str], bool]) -> str:
    """The nearest shade that is enough, going darker (negative step) or lighter.

    Black or white, at the end of the way, is enough for each ground of the site.
    """
    value = lightness(colour)
    shade = colour
    while not is_enough(shade) and 0 <= value <= 1:
        value += step
        shade = with_lightness(colour, value)
    return shade


def shade_for_light(colour: str) -> str:
    """The shade for the light look: the colour itself, or darker.

    Raises UnreadableColourError if that would be another colour.
    """
    shade = shifted(colour, -STEP, lambda c: contrast(c, LIGHT_GROUND) >= READABLE)
    if lightness(colour) - lightness(shade) > FARTHEST:
        raise UnreadableColourError(shade)
    return shade


def shade_for_dark(colour: str) -> str:
    """The shade for the dark look: softer, and as light as it must be."""
    soft = with_lightness(colour, lightness(colour), DARK_SOFTNESS)
    return shifted(soft, STEP, lambda c: contrast(c, DARK_GROUND) >= VERY_READABLE)


# A page waits for it, and finding the shades takes most of its time.
@lru_cache(maxsize=64)
def brand_sheet(colour: str) -> str:
    """The style sheet that puts the clinic's colour in place of the house's.

    Raises UnreadableColourError.
    """
    light, dark = shade_for_light(colour), shade_for_dark(colour)
    light_deep = with_lightness(light, lightness(light) - 0.1)
    dark_deep = with_lightness(dark, lightness(dark) + 0.1)
    return (
        "@layer tokens{"
        f":root{{--brand:{light};--brand-deep:{light_deep};--on-brand:{LIGHT_WORDS}}}"
        "@media(prefers-color-scheme:dark){"
        f":root{{--brand:{dark};--brand-deep:{dark_deep};--on-brand:{DARK_WORDS}}}}}"
        "@media(prefers-contrast:more){:root{--brand:var(--brand-deep)}}"
        "@media print{:root{--brand:#000}}"
        "}\n"
    )


def validate_brand_colour(colour: str) -> None:
    """Refuse what is no colour, or cannot be read. Raises ValidationError."""
    if not re.fullmatch("#[0-9a-fA-F]{6}", colour):
        raise ValidationError(
            _("Give the colour as # and six digits or letters, for example #12525a.")
        )
    try:
        shade_for_light(colour)
    except UnreadableColourError as error:
        raise ValidationError(
            _(
                "%(colour)s is too light for words. To be readable it would have to "
                "become %(nearest)s, which is another colour. Choose a darker one, "
                "for example %(nearest)s."
            ),
            params={"colour": colour, "nearest": error.nearest},
        ) from error
