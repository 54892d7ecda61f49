"""A sheet of paper to draw on, and the few colours of the demo's pictures."""

import io
import math

from PIL import Image, ImageDraw, ImageFont

Colour = tuple[int, int, int]
Point = tuple[float, float]

INK: Colour = (27, 42, 51)
TEAL: Colour = (20, 85, 90)
PAPER: Colour = (250, 246, 239)
OCHRE: Colour = (201, 138, 46)

# Drawn at twice the size, then made smaller: Pillow's lines have hard edges.
OVERSAMPLING = 2


def tint(colour: Colour, strength: float, ground: Colour = PAPER) -> Colour:
    """`colour` thinned with `ground`; strength 1 is pure, 0 is all ground."""
    return tuple(
        round(back + (front - back) * strength)
        for front, back in zip(colour, ground, strict=True)
    )


class Canvas:
    """A sheet measured in fractions: (0, 0) is top left, (1, 1) bottom right.

    Radii and line widths are fractions of the width.
    """

    def __init__(self, width: int, height: int, ground: tuple[int, ...] = PAPER):
        """`ground` is the paper's colour; one of four numbers has an opacity."""
        self.size = (width, height)
        self.wide = width * OVERSAMPLING
        self.high = height * OVERSAMPLING
        mode = "RGBA" if len(ground) == 4 else "RGB"
        self.image = Image.new(mode, (self.wide, self.high), ground)
        self.draw = ImageDraw.Draw(self.image)

    def line(self, points: list[Point], colour: Colour, width: float = 0.002) -> None:
        """A line through all points."""
        self.draw.line(
            [(x * self.wide, y * self.high) for x, y in points],
            fill=colour,
            width=max(1, round(width * self.wide)),
            joint="curve",
        )

    def area(self, points: list[Point], colour: Colour) -> None:
        """A filled shape."""
        self.draw.polygon(
            [(x * self.wide, y * self.high) for x, y in points], fill=colour
        )

    def disc(self, centre: Point, radius: float, colour: Colour) -> None:
        """A filled circle."""
        self.draw.ellipse(self._box(centre, radius), fill=colour)

    def arc(
        self,
        centre: Point,
        radius: float,
        colour: Colour,
        width: float = 0.002,
        degrees: tuple[float, float] = (0, 360),
    ) -> None:
        """A part of a circle's line, clockwise from three o'clock."""
        self.draw.arc(
            self._box(centre, radius),
            *degrees,
            fill=colour,
            width=max(1, round(width * self.wide)),
        )

    def letters(self, text: str, centre: Point, height: float, colour: Colour) -> None:
        """A word around `centre`; `height` is a fraction of the sheet's height."""
        self.draw.text(
            (centre[0] * self.wide, centre[1] * self.high),
            text,
            fill=colour,
            font=ImageFont.load_default(size=height * self.high),
            anchor="mm",
        )

    def _box(self, centre: Point, radius: float) -> list[float]:
        x, y, reach = centre[0] * self.wide, centre[1] * self.high, radius * self.wide
        return [x - reach, y - reach, x + reach, y + reach]

    def png(self) -> bytes:
        """The picture as a PNG file."""
        file = io.BytesIO()
        self.image.resize(self.size, Image.Resampling.LANCZOS).save(
            file, "PNG", optimize=False
        )
        return file.getvalue()


def swell(x: float, centre: float, breadth: float) -> float:
    """A soft hump: 1 at `centre`, near 0 at more than twice `breadth` from it."""
    return math.exp(-(((x - centre) / breadth) ** 2))
