"""The demo's pictures: what each is called, what it shows, and how it is drawn."""

from collections.abc import Callable
from random import Random
from typing import NamedTuple

from django.core.files.base import ContentFile

from assets.models import ClinicImage

from . import motifs
from .canvas import INK, OCHRE, PAPER, TEAL, Canvas, Colour, tint

CREDIT = "Drawn for this website"

CLEAR = (0, 0, 0, 0)


class Picture(NamedTuple):
    """A drawing: its description, its motif, and its size in pixels."""

    description: str
    motif: Callable[[Canvas, Random], None]
    width: int = 1280
    height: int = 960
    ground: tuple[int, ...] = PAPER


def portrait(initials: str, ground: Colour, accent: Colour, turn: int):
    """A motif of a person's initials over two quarter circles."""

    def draw(canvas: Canvas, random: Random) -> None:
        corners = [(0, 0), (1, 0), (1, 1), (0, 1)]
        canvas.disc(corners[turn % 4], 0.62, tint(accent, 0.35, ground))
        canvas.disc(corners[(turn + 2) % 4], 0.42, tint(accent, 0.75, ground))
        for number in range(7):
            canvas.arc(
                corners[turn % 4],
                0.65 + 0.03 * number + random.uniform(-0.003, 0.003),
                tint(PAPER, 0.25, ground),
                0.005,
            )
        canvas.letters(initials, (0.5, 0.5), 0.34, PAPER)

    return draw


def mark(canvas: Canvas, random: Random) -> None:
    """The clinic's sign: rings on a round pond, and one drop."""
    canvas.disc((0.5, 0.5), 0.48, TEAL)
    for radius in (0.34, 0.24, 0.14):
        start = random.uniform(120, 200)
        canvas.arc((0.46, 0.56), radius, PAPER, 0.035, (start, start + 290))
    canvas.disc((0.46, 0.56), 0.06, OCHRE)


def person(name: str, initials: str, ground: Colour, accent: Colour, turn: int):
    """A square portrait of somebody, without a likeness."""
    return Picture(
        f"The initials of {name}",
        portrait(initials, ground, accent, turn),
        480,
        480,
        ground,
    )


PICTURES = {
    "Evening water": Picture("A low sun over calm water", motifs.horizon, 1600, 1200),
    "Stray line": Picture(
        "One line leaves a bundle and ends somewhere else", motifs.waves
    ),
    "Layered hills": Picture("Hills, one behind the other", motifs.hills),
    "Branches": Picture("A stem that divides into fine branches", motifs.branches),
    "Scattered marks": Picture("Dots spread over the whole sheet", motifs.scatter),
    "Crowded rings": Picture("Rings crowded around one point", motifs.ripples),
    "Two curves": Picture("Two rounded shapes that almost meet", motifs.arcs),
    "Slow drops": Picture("Drops that fall slowly on thin lines", motifs.drops),
    "Rising steps": Picture("Half circles that climb a slope", motifs.strides),
    "Round table": Picture("Nine groups of rings in a circle", motifs.rings),
    "Way out": Picture("A spiral that opens outwards", motifs.spiral),
    "Where pain is felt": Picture(
        "A figure. Lines run from the heart to the left arm and the jaw, and from "
        "a kidney to the groin",
        motifs.body_map,
    ),
    "Dr Imogen Sallow": person("Imogen Sallow", "IS", TEAL, INK, 0),
    "Tobias Renn": person("Tobias Renn", "TR", INK, TEAL, 1),
    "Dr Nadia Okonedo-Pryce": person("Nadia Okonedo-Pryce", "NO", OCHRE, INK, 2),
    "Marguerite Fell": person("Marguerite Fell", "MF", tint(TEAL, 0.7, INK), OCHRE, 3),
    "Clinic mark": Picture("Rings on a pond", mark, 240, 240, CLEAR),
}


def draw(title: str) -> bytes:
    """The picture of this title as a PNG file, the same bytes every time."""
    picture = PICTURES[title]
    canvas = Canvas(picture.width, picture.height, picture.ground)
    picture.motif(canvas, Random(title))  # noqa: S311 - a drawing, not a secret
    return canvas.png()


def load_picture(title: str) -> bool:
    """Draw and store the picture unless one of its title is there; whether it was."""
    if ClinicImage.objects.filter(title=title).exists():
        return False
    content = ContentFile(draw(title), name=f"{title.lower().replace(' ', '-')}.png")
    image = ClinicImage.objects.create(
        title=title,
        file=content,
        description=PICTURES[title].description,
        credit=CREDIT,
    )
    image.get_file_size()
    image.get_file_hash()
    return True


def find_picture(title: str) -> ClinicImage:
    """The stored picture of this title.

    Raises ClinicImage.DoesNotExist if there is none.
    """
    return ClinicImage.objects.filter(title=title).earliest("pk")
