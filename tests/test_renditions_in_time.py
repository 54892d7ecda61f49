"""Pictures are cut to size when they are published, not by the first visitor."""

import io
from pathlib import Path

import pytest
from django.core.management import call_command
from django.db import connection
from PIL import Image
from wagtail.images.forms import get_image_form

from articles.models import ConditionPage
from assets.models import ClinicImage, ClinicRendition
from assets.picture_sizes import PICTURE_SIZES
from home.models import ClinicSettings
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def after_commit(django_capture_on_commit_callbacks):
    """A block after which all that waits for the transaction's end is done."""
    return lambda: django_capture_on_commit_callbacks(execute=True)


def large_image(colour="red") -> ClinicImage:
    return factories.ClinicImageFactory(file=colour_file(colour))


def colour_file(colour):
    return factories.picture_file(Image.new("RGB", (1200, 900), colour))


def publish(page) -> None:
    page.save_revision().publish()


def specs_of(image) -> set[str]:
    """What the image is cut to."""
    return set(image.renditions.values_list("filter_spec", flat=True))


def size(name) -> set[str]:
    return set(PICTURE_SIZES[name].specs)


def test_publishing_makes_every_picture_that_visitors_get(client, after_commit):
    hero, in_text = large_image(), large_image()
    page = factories.pictured_article(in_text, hero_image=hero, live=False)
    with after_commit():
        publish(page)
    assert specs_of(hero) == size("article_hero") | size("social")
    assert specs_of(in_text) == size("article")
    made = list(ClinicRendition.objects.values_list("pk", "file"))
    folder = Path(in_text.file.path).parent.parent / "images"
    files = sorted(folder.iterdir())
    ClinicRendition.cache_backend.clear()
    assert b"<picture" in client.get(page.url).content
    assert list(ClinicRendition.objects.values_list("pk", "file")) == made
    assert sorted(folder.iterdir()) == files


def test_the_pictures_are_made_after_the_transaction(
    django_capture_on_commit_callbacks,
):
    image = large_image()
    page = factories.pictured_article(image, live=False)
    with django_capture_on_commit_callbacks() as callbacks:
        publish(page)
        assert not specs_of(image)
    for callback in callbacks:
        callback()
    assert specs_of(image) == size("article")


def test_a_draft_makes_nothing(after_commit):
    image = large_image()
    page = factories.pictured_article(image, live=False)
    with after_commit():
        page.save_revision()
        image.save()
    assert not specs_of(image)


@pytest.mark.parametrize("damage", ["missing", "damaged"])
def test_a_picture_that_cannot_be_read_stops_no_publishing(
    after_commit, caplog, damage
):
    broken, sound = large_image(), large_image()
    path = Path(broken.file.path)
    if damage == "missing":
        path.unlink()
    else:
        path.write_bytes(path.read_bytes()[:200])
    page = factories.pictured_article(broken, sound, live=False)
    with after_commit():
        publish(page)
    page.refresh_from_db()
    assert page.live
    assert specs_of(sound) == size("article")
    assert f"Picture {broken.pk} cannot be cut to size" in caplog.text


def test_a_portrait_and_the_logo_are_made_when_they_are_saved(after_commit, site):
    portrait, logo = large_image(), large_image()
    with after_commit():
        factories.ClinicianFactory(photograph=portrait)
        ClinicSettings.objects.create(site=site, logo=logo)
    assert specs_of(portrait) == size("portrait")
    assert specs_of(logo) == size("logo")


def test_another_focal_point_makes_another_cut(after_commit):
    image = large_image()
    with after_commit():
        factories.ClinicianFactory(photograph=image)
    before = set(image.renditions.values_list("pk", flat=True))
    image.focal_point_x = image.focal_point_y = 100
    image.focal_point_width = image.focal_point_height = 50
    with after_commit():
        image.save()
    new = image.renditions.exclude(pk__in=before)
    assert set(new.values_list("filter_spec", flat=True)) == size("portrait")


def test_a_new_file_makes_new_cuts_also_through_the_admin(admin_client, after_commit):
    image = large_image("red")
    with after_commit():
        publish(factories.pictured_article(image, live=False))
    with after_commit():
        response = admin_client.post(
            f"/admin/images/{image.pk}/",
            {
                "title": "Blue",
                "file": colour_file("blue"),
                "collection": image.collection_id,
            },
        )
    assert response.status_code == 302
    assert specs_of(image) == size("article")
    for rendition in image.renditions.all():
        with rendition.file.open() as file:
            red, _, blue = Image.open(file).convert("RGB").getpixel((50, 50))
        assert blue > 200 > red


def test_the_form_ends_its_transaction_after_the_old_cuts_are_gone(monkeypatch):
    depths = []
    image = large_image()
    monkeypatch.setattr(
        "assets.receivers.make_uses_of",
        lambda _image: depths.append(len(connection.savepoint_ids)),
    )
    data = {"title": "Blue", "collection": image.collection_id}
    form = get_image_form(ClinicImage)(
        data, {"file": colour_file("blue")}, instance=image
    )
    assert form.is_valid()
    outside = len(connection.savepoint_ids)
    form.save()
    assert min(depths) > outside


def test_a_new_file_set_by_code_takes_away_what_was_cut_from_the_old(after_commit):
    image = large_image("red")
    old = image.get_rendition("width-480|format-jpeg")
    image.file = colour_file("blue")
    with after_commit():
        image.save()
    assert not ClinicRendition.objects.filter(pk=old.pk).exists()
    assert not old.file.storage.exists(old.file.name)


def test_the_command_makes_what_is_missing_of_public_pages_only():
    shown, hidden = large_image(), large_image()
    factories.pictured_article(shown)
    factories.pictured_article(hidden, live=False)

    def said():
        output = io.StringIO()
        call_command("make_renditions", stdout=output)
        return output.getvalue()

    assert said() == "Made 6 picture files.\n"
    assert specs_of(shown) == size("article")
    assert not specs_of(hidden)
    assert said() == "Made 0 picture files.\n"
    lost = shown.renditions.first()
    Path(lost.file.path).unlink()
    assert said() == "Made 1 picture files.\n"
    new = shown.renditions.get(filter_spec=lost.filter_spec)
    assert Path(new.file.path).exists()


def test_a_page_type_without_named_sizes_gets_those_of_running_text(monkeypatch):
    monkeypatch.setattr(ConditionPage, "picture_sizes", {})
    image = large_image()
    factories.ConditionPageFactory(hero_image=image)
    call_command("make_renditions", verbosity=0)
    assert specs_of(image) == size("article")


def test_editors_see_that_the_logo_is_in_use(admin_client, site):
    logo = large_image()
    ClinicSettings.objects.create(site=site, logo=logo)
    response = admin_client.get(f"/admin/images/usage/{logo.pk}/")
    assert "clinic settings" in response.content.decode().lower()
