"""The clinic's own colour: readable everywhere, or refused with a reason."""

import re

import pytest
from django.core.exceptions import ValidationError
from hypothesis import example, given
from hypothesis import strategies as st

from home.brand_colour import (
    DARK_GROUND,
    DARK_WORDS,
    HOUSE_COLOUR,
    LIGHT_GROUND,
    LIGHT_WORDS,
    UnreadableColourError,
    brand_sheet,
    contrast,
    shade_for_dark,
    shade_for_light,
    validate_brand_colour,
)
from home.models import ClinicSettings

COLOURS = st.integers(0, 0xFFFFFF).map("#{:06x}".format)


def test_contrast_is_that_of_wcag():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    # The lightest grey that passes on white, as every contrast checker says.
    assert contrast("#767676", "#ffffff") == pytest.approx(4.54, abs=0.01)


@given(colour=COLOURS)
@example(colour="#000000")
@example(colour="#ffffff")
@example(colour="#ff0000")
def test_whatever_is_not_refused_can_be_read(colour):
    dark = shade_for_dark(colour)
    assert contrast(dark, DARK_GROUND) >= 4.5
    assert contrast(dark, DARK_WORDS) >= 4.5
    try:
        light = shade_for_light(colour)
    except UnreadableColourError as error:
        light = error.nearest
    assert contrast(light, LIGHT_GROUND) >= 4.5
    assert contrast(light, LIGHT_WORDS) >= 4.5


def test_a_readable_colour_stays_as_it_is():
    assert shade_for_light("#005eb8") == "#005eb8"


def test_a_colour_that_is_a_little_too_light_gets_darker():
    assert shade_for_light("#4aa3df") < "#4aa3df"


@pytest.mark.parametrize("colour", ["#ffffff", "#ffd400", "#ffb6c1"])
def test_a_colour_that_would_become_another_is_refused_with_one_that_works(colour):
    with pytest.raises(ValidationError) as refusal:
        validate_brand_colour(colour)
    (message,) = refusal.value.messages
    nearest = re.search("for example (#[0-9a-f]{6})", message).group(1)
    validate_brand_colour(nearest)


@pytest.mark.parametrize(
    "colour", ["", "red", "#12345", "#12345g", "12525a", "#12525a;"]
)
def test_what_is_no_colour_is_refused(colour):
    with pytest.raises(ValidationError):
        validate_brand_colour(colour)


@pytest.mark.django_db
def test_a_page_waits_for_its_colours_before_it_is_laid_out(client):
    html = client.get("/").content.decode()
    before, body = html.split("<body>")
    # In the head Chromium would read on meanwhile, and lay out what has no style yet.
    assert body.lstrip().startswith('<link rel="stylesheet" href="/brand/12525a.css">')
    # Firefox shows nothing before a sheet of the head is there, and then no bare page.
    assert "site.css" in before


@pytest.mark.django_db
def test_the_clinics_colour_reaches_every_page(client, site):
    clinic = ClinicSettings.for_site(site)
    clinic.brand_colour = "#6A1B9A"
    clinic.save()
    html = client.get("/").content.decode()
    assert '<link rel="stylesheet" href="/brand/6a1b9a.css">' in html
    response = client.get("/brand/6a1b9a.css")
    assert response["Content-Type"] == "text/css; charset=utf-8"
    assert "--brand:#6a1b9a;" in response.content.decode()
    assert "max-age" in response["Cache-Control"]


@pytest.mark.django_db
@pytest.mark.parametrize("name", ["ffffff", "ffd400", "xyz", "6A1B9A"])
def test_there_is_no_sheet_for_what_is_no_readable_colour(client, name):
    assert client.get(f"/brand/{name}.css").status_code == 404


def test_the_grounds_are_those_of_the_style_sheet():
    with open("clinicsite/static/clinicsite/site.css") as file:
        css = file.read()
    light, dark = css.split("@media (prefers-color-scheme: dark)", 1)
    assert f"--paper-deep: {LIGHT_GROUND};" in light
    assert f"--paper-deep: {DARK_GROUND};" in dark
    assert f"--on-brand: {DARK_WORDS};" in dark
    assert brand_sheet(HOUSE_COLOUR).startswith("@layer tokens{")


def test_the_house_colour_is_the_same_with_and_without_its_sheet():
    with open("clinicsite/static/clinicsite/site.css") as file:
        css = file.read()
    shades = re.findall(
        "--(brand|brand-deep):(#[0-9a-f]{6})", brand_sheet(HOUSE_COLOUR)
    )
    light, dark = css.split("@media (prefers-color-scheme: dark)", 1)
    for (name, shade), look in zip(shades, (light, light, dark, dark), strict=True):
        assert f"--{name}: {shade};" in look
