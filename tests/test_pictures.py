"""Pictures as patients get them: formats, sizes, words, and what is left out."""

import io
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test.utils import CaptureQueriesContext
from PIL import Image

from articles.models import ConditionPage
from assets.models import ClinicImage, ClinicRendition
from assets.picture_sizes import PICTURE_SIZES
from assets.templatetags.picture_tags import clinic_picture
from tests import factories

pytestmark = pytest.mark.django_db

RED, BLUE, CLEAR = (200, 0, 0), (0, 0, 200), (0, 0, 0, 0)


def image_of(picture: Image.Image, **values) -> ClinicImage:
    """The picture, stored as PNG."""
    return factories.ClinicImageFactory(file=factories.picture_file(picture), **values)


def large_image(**values) -> ClinicImage:
    """A picture larger than any size: red on the left, blue on the right."""
    picture = Image.new("RGB", (1800, 900), RED)
    picture.paste(BLUE, (900, 0, 1800, 900))
    return image_of(picture, **values)


def shown(image, size_name, **attributes):
    """The picture as the tag writes it."""
    return BeautifulSoup(clinic_picture(image, size_name, **attributes), "html.parser")


def opened(address: str, settings) -> Image.Image:
    """The picture at this address of the media folder."""
    path = Path(settings.MEDIA_ROOT) / address.removeprefix(settings.MEDIA_URL)
    return Image.open(io.BytesIO(path.read_bytes()))


def addresses(srcset: str) -> dict[str, str]:
    """The addresses in a srcset, by their width or density."""
    return {size: url for url, size in (part.split() for part in srcset.split(", "))}


def test_a_picture_comes_in_three_formats_and_two_sizes(settings):
    soup = shown(large_image(), "article")
    assert [source["type"] for source in soup.select("source")] == [
        "image/avif",
        "image/webp",
    ]
    formats = {"image/avif": "AVIF", "image/webp": "WEBP", None: "JPEG"}
    for element in [*soup.select("source"), soup.img]:
        by_width = addresses(element["srcset"])
        assert list(by_width) == ["480w", "960w"]
        assert element["sizes"] == PICTURE_SIZES["article"].sizes
        for width, address in by_width.items():
            picture = opened(address, settings)
            assert picture.format == formats[element.get("type")]
            assert f"{picture.width}w" == width


def test_a_picture_says_its_measures_so_that_the_page_does_not_jump():
    image = shown(large_image(), "article").img
    assert (image["width"], image["height"]) == ("960", "480")


def test_only_the_picture_at_the_top_is_fetched_first():
    image = large_image()
    hero, article = (shown(image, name).img for name in ("hero", "article"))
    assert hero["fetchpriority"] == "high"
    assert not {"loading", "decoding"} & set(hero.attrs)
    assert (article["loading"], article["decoding"]) == ("lazy", "async")
    assert "fetchpriority" not in article.attrs


def test_a_small_picture_is_not_enlarged():
    soup = shown(image_of(Image.new("RGB", (200, 100))), "article")
    assert list(addresses(soup.img["srcset"])) == ["200w"]
    assert soup.img["width"] == "200"


def test_a_picture_of_fixed_size_is_sharper_on_dense_screens():
    image = shown(large_image(), "portrait", **{"class": "portrait"}).img
    assert list(addresses(image["srcset"])) == ["1x", "2x"]
    assert (image["width"], image["height"]) == ("160", "160")
    assert image["class"] == ["portrait"]


def test_a_transparent_logo_stays_transparent_in_every_format(settings):
    logo = image_of(Image.new("RGBA", (300, 300), CLEAR))
    soup = shown(logo, "logo")
    for element in [*soup.select("source"), soup.img]:
        for address in addresses(element["srcset"]).values():
            assert opened(address, settings).convert("RGBA").getpixel((2, 2))[3] == 0


@pytest.mark.parametrize("mode", ["RGBA", "LA", "P"])
def test_a_transparent_picture_never_gets_a_black_ground(settings, mode):
    picture = Image.new("RGBA", (300, 300), CLEAR)
    picture.paste((*RED, 255), (200, 200, 300, 300))
    soup = shown(image_of(picture.convert(mode)), "article")
    ground = opened(soup.img["src"], settings).convert("RGB").getpixel((2, 2))
    assert min(ground) > 240


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "RGBA", "I;16"])
def test_a_picture_of_any_kind_is_shown(mode):
    picture = Image.linear_gradient("L").convert(mode)
    assert shown(image_of(picture), "article").img


def test_a_scan_with_16_bits_keeps_its_shades(settings):
    scan = image_of(Image.new("I;16", (100, 100), 40_000))
    shade = opened(shown(scan, "article").img["src"], settings).getpixel((50, 50))
    assert abs(shade - 40_000 // 256) < 5


@pytest.mark.parametrize(("side", "colour"), [(100, RED), (1700, BLUE)])
def test_a_cut_keeps_what_matters_in_the_picture(settings, side, colour):
    image = large_image(
        focal_point_x=side,
        focal_point_y=450,
        focal_point_width=20,
        focal_point_height=20,
    )
    portrait = opened(shown(image, "portrait").img["src"], settings).convert("RGB")
    middle = portrait.getpixel((80, 80))
    assert max(abs(a - b) for a, b in zip(middle, colour, strict=True)) < 20


def test_the_alternative_text_is_that_of_the_block_or_the_image(client):
    image = factories.ClinicImageFactory(description="A described picture")
    page = factories.pictured_article(image, hero_image=image)
    soup = BeautifulSoup(client.get(page.url).content, "html.parser")
    texts = [each["alt"] for each in soup.select("main img")]
    assert texts == ["A described picture", "Told"]
    assert shown(image, "logo", alt="").img["alt"] == ""


def test_a_decorative_picture_is_not_read_out(client):
    image = factories.ClinicImageFactory(description="A described picture")
    block = factories.picture_block(image, decorative=True)
    page = factories.StandardPageFactory(body=[block])
    soup = BeautifulSoup(client.get(page.url).content, "html.parser")
    assert soup.select_one("main img")["alt"] == ""


@pytest.mark.parametrize("damage", ["missing", "damaged"])
def test_a_page_is_shown_without_a_picture_that_cannot_be_read(client, caplog, damage):
    image = large_image()
    path = Path(image.file.path)
    page = factories.pictured_article(image, hero_image=image)
    if damage == "missing":
        path.unlink()
    else:
        path.write_bytes(path.read_bytes()[:200])
    response = client.get(page.url)
    soup = BeautifulSoup(response.content, "html.parser")
    assert response.status_code == 200
    assert not soup.select("main img, main figure")
    assert f"Picture {image.pk} cannot be cut to size" in caplog.text


def queries_of(client, page) -> int:
    """How many queries the page costs somebody who is not the first."""
    client.get(page.url)
    with CaptureQueriesContext(connection) as queries:
        client.get(page.url)
    return len(queries)


def test_pictures_cost_one_query_however_many_there_are(
    client, django_assert_num_queries
):
    plain, one, four = (
        factories.pictured_article(
            *(factories.ClinicImageFactory() for _ in range(count)),
            hero_image=factories.ClinicImageFactory(),
        )
        for count in (0, 1, 4)
    )
    warm = queries_of(client, plain)
    assert queries_of(client, one) == queries_of(client, four) == warm + 1
    ClinicRendition.cache_backend.clear()
    with django_assert_num_queries(warm + 2):
        client.get(four.url)


def test_the_portraits_on_the_front_page_cost_no_query_each(client):
    factories.ClinicianFactory(photograph=factories.ClinicImageFactory())
    warm = queries_of(client, factories.home_page())
    factories.ClinicianFactory.create_batch(
        3, photograph=factories.ClinicImageFactory()
    )
    client.get("/")
    ClinicRendition.cache_backend.clear()
    with CaptureQueriesContext(connection) as cold:
        client.get("/")
    assert len(cold) == warm + 1


def test_the_same_picture_twice_keeps_each_ones_own_words(client):
    image = factories.ClinicImageFactory()
    blocks = [
        factories.picture_block(image, alt_text=words) for words in ("First", "Second")
    ]
    page = factories.StandardPageFactory(body=blocks)
    soup = BeautifulSoup(client.get(page.url).content, "html.parser")
    assert [each["alt"] for each in soup.select("main img")] == ["First", "Second"]


def test_a_picture_that_was_deleted_leaves_the_others(client):
    images = [factories.ClinicImageFactory() for _ in range(3)]
    page = factories.pictured_article(*images)
    images[1].delete()
    soup = BeautifulSoup(client.get(page.url).content, "html.parser")
    assert len(soup.select("main img")) == 2
    assert (
        ConditionPage.objects.get().sections[1].value["body"][0].value["image"] is None
    )
