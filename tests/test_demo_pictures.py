"""The demo's drawings: always the same, of the right size, in the clinic's colours."""

import io

import pytest
from PIL import Image

from home.demo import canvas, pictures

DRAWN = {title: pictures.draw(title) for title in pictures.PICTURES}


def open_picture(title):
    return Image.open(io.BytesIO(DRAWN[title]))


@pytest.mark.parametrize("title", ["Stray line", "Branches", "Dr Imogen Sallow"])
def test_a_picture_is_the_same_every_time(title):
    assert pictures.draw(title) == DRAWN[title]


@pytest.mark.parametrize("title", pictures.PICTURES)
def test_a_picture_has_the_size_it_should(title):
    picture = pictures.PICTURES[title]
    assert open_picture(title).format == "PNG"
    assert open_picture(title).size == (picture.width, picture.height)
    assert max(picture.width, picture.height) <= 1600


def test_no_two_pictures_are_the_same():
    assert len(set(DRAWN.values())) == len(DRAWN)


@pytest.mark.parametrize("title", pictures.PICTURES)
def test_a_picture_is_more_than_its_ground(title):
    image = open_picture(title)
    ground = pictures.PICTURES[title].ground
    colours = image.getcolors(maxcolors=image.width * image.height)
    plain = sum(count for count, colour in colours if colour == ground)
    assert 1 - plain / (image.width * image.height) > 0.02
    assert len(colours) > 50


@pytest.mark.parametrize("title", pictures.PICTURES)
def test_a_picture_is_described_in_a_few_plain_words(title):
    description = pictures.PICTURES[title].description
    assert 5 < len(description) <= 125
    assert not description.lower().startswith(("picture of", "image of"))


def test_the_mark_has_no_paper_behind_it():
    corner = open_picture("Clinic mark").getpixel((0, 0))
    assert corner[3] == 0


def test_a_line_is_drawn_where_its_points_are():
    sheet = canvas.Canvas(100, 100)
    sheet.line([(0, 0.5), (1, 0.5)], canvas.TEAL, width=0.1)
    image = Image.open(io.BytesIO(sheet.png()))
    assert image.getpixel((50, 50)) == canvas.TEAL
    assert image.getpixel((50, 20)) == canvas.PAPER


@pytest.mark.parametrize(
    ("strength", "expected"),
    [(0, canvas.PAPER), (1, canvas.INK), (0.5, (138, 144, 145))],
)
def test_a_tint_lies_between_the_paper_and_the_colour(strength, expected):
    tint = canvas.tint(canvas.INK, strength)
    assert all(abs(a - b) <= 1 for a, b in zip(tint, expected, strict=True))


@pytest.mark.parametrize("ground", [canvas.PAPER])
@pytest.mark.parametrize("colour", [canvas.INK, canvas.TEAL])
def test_the_colours_stand_out_from_the_paper(colour, ground):
    assert contrast(colour, ground) >= 4.5


def contrast(one, other):
    """The contrast ratio of WCAG 2.2."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def luminance(colour):
    parts = [part / 255 for part in colour]
    linear = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in parts
    ]
    return sum(
        w * part for w, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True)
    )
