"""Pictures: what is refused, and what is never stored."""

import io
import zlib
from types import SimpleNamespace

import pytest
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image, ImageCms, PngImagePlugin
from wagtail.images.forms import get_image_form
from wagtail.models import UploadedFile

from assets.models import ClinicImage
from assets.pictures import MOVING, UNREADABLE
from tests import factories

pytestmark = pytest.mark.django_db

FORMATS = ("avif", "jpeg", "png", "webp")
SECRET = "Grandmother's garden"
GPS = {1: "N", 2: (51.0, 30.0, 26.0), 3: "W", 4: (0.0, 7.0, 39.0)}
ORIENTATION, MAKER, GPS_FOLDER = 0x0112, 0x010F, 0x8825
UPLOADS = {
    "single": ("/admin/images/add/", "file", "title"),
    "multiple": ("/admin/images/multiple/add/", "files[]", "title"),
    "chooser": (
        "/admin/images/chooser/create/",
        "image-chooser-upload-file",
        "image-chooser-upload-title",
    ),
    "edit": ("/admin/images/{image.pk}/", "file", "title"),
}


def encoded(image_format: str, size=(60, 40), **options) -> bytes:
    """A picture of noise in this format."""
    target = io.BytesIO()
    Image.effect_noise(size, 80).convert("RGB").save(target, image_format, **options)
    return target.getvalue()


def telling_exif(orientation: int = 1) -> Image.Exif:
    """EXIF that tells where and with what the picture was taken."""
    exif = Image.Exif()
    exif[ORIENTATION] = orientation
    exif[MAKER] = SECRET
    exif.get_ifd(GPS_FOLDER).update(GPS)
    return exif


def telling_picture(image_format: str, **options) -> bytes:
    """A picture with all the metadata its format can hold."""
    if image_format == "png":
        text = PngImagePlugin.PngInfo()
        text.add_text("Comment", SECRET)
        text.add_itxt("XML:com.adobe.xmp", SECRET)
        options["pnginfo"] = text
    else:
        options["xmp"] = f"<x>{SECRET}</x>".encode()
    if image_format == "jpeg":
        options["comment"] = SECRET
    return encoded(image_format, exif=telling_exif(), **options)


def stored_bytes(file) -> bytes:
    """What lies in the storage under this file's name."""
    with file.storage.open(file.name) as stored:
        return stored.read()


def assert_tells_nothing(content: bytes) -> None:
    """Fail if the picture holds metadata, whether a reader finds it or not."""
    assert SECRET.encode() not in content
    picture = Image.open(io.BytesIO(content))
    exif = picture.getexif()
    assert not dict(exif)
    assert not exif.get_ifd(GPS_FOLDER)
    assert not {"exif", "xmp", "comment", "photoshop"} & set(picture.info)
    assert not getattr(picture, "text", {})


@pytest.fixture
def upload(admin_client):
    """Uploads bytes through one of Wagtail's screens and gives the answer as text."""
    image = factories.ClinicImageFactory()

    def send(way: str, name: str, content: bytes) -> SimpleNamespace:
        address, file_field, title_field = UPLOADS[way]
        data = {
            file_field: SimpleUploadedFile(name, content),
            title_field: "A picture",
            title_field.replace("title", "collection"): image.collection_id,
        }
        headers = {"X-Requested-With": "XMLHttpRequest"} if way == "multiple" else {}
        response = admin_client.post(address.format(image=image), data, headers=headers)
        return SimpleNamespace(
            status=response.status_code, text=response.content.decode()
        )

    return send


def form_errors(name: str, content: bytes) -> str:
    """What the upload form says beside its file field."""
    form = get_image_form(ClinicImage)(
        {"title": "A picture"}, {"file": SimpleUploadedFile(name, content)}
    )
    return " ".join(form.errors.get("file", []))


@pytest.mark.parametrize("way", UPLOADS)
@pytest.mark.parametrize("image_format", FORMATS)
@pytest.mark.parametrize("length", [40, 1500], ids=["header only", "half a picture"])
def test_a_truncated_picture_is_refused_in_plain_words(
    upload, way, image_format, length
):
    content = encoded(image_format, size=(200, 200))
    assert len(content) > length
    images_before = ClinicImage.objects.count()
    response = upload(way, f"picture.{image_format}", content[:length])
    assert response.status == 200
    assert "cannot be read" in response.text or "Upload a valid image" in response.text
    assert ClinicImage.objects.count() == images_before


@pytest.mark.parametrize("way", UPLOADS)
@pytest.mark.parametrize("image_format", FORMATS)
def test_a_picture_with_damaged_middle_is_no_server_error(upload, way, image_format):
    content = bytearray(encoded(image_format, size=(200, 200)))
    middle = len(content) // 2
    content[middle : middle + 400] = bytes(400)
    assert upload(way, f"picture.{image_format}", bytes(content)).status in (200, 302)


@pytest.mark.parametrize("way", UPLOADS)
def test_a_picture_under_a_false_name_is_refused_with_the_reason(upload, way):
    response = upload(way, "picture.jpg", encoded("png"))
    assert response.status == 200
    assert "holds another kind of picture (png)" in response.text


@pytest.mark.parametrize("way", UPLOADS)
@pytest.mark.parametrize("name", ["picture.gif", "picture.svg", "picture.exe"])
def test_other_kinds_of_file_are_refused_with_the_kinds_accepted(upload, way, name):
    response = upload(way, name, encoded("gif"))
    assert response.status == 200
    assert "AVIF, JPEG, JPG, PNG, WEBP" in response.text or "not allowed" in (
        response.text
    )


@pytest.mark.parametrize("way", UPLOADS)
def test_a_decompression_bomb_is_refused_before_it_is_unpacked(upload, way):
    header = bytearray(encoded("png"))
    header[16:24] = (60_000).to_bytes(4, "big") * 2
    header[29:33] = zlib.crc32(header[12:29]).to_bytes(4, "big")
    response = upload(way, "bomb.png", bytes(header))
    assert response.status == 200
    assert "pixels, and" in response.text


def test_a_picture_over_the_size_limit_is_refused_in_plain_words():
    content = encoded("png") + bytes(10 * 1024 * 1024)
    assert "is the most. Make it smaller" in form_errors("picture.png", content)


def test_a_picture_over_the_pixel_limit_is_refused_in_plain_words(settings):
    settings.WAGTAILIMAGES_MAX_IMAGE_PIXELS = 1_000
    errors = form_errors("picture.png", encoded("png"))
    assert "has 2400 pixels, and 1000 is the most" in errors


def test_code_that_saves_a_picture_over_the_pixel_limit_is_told(settings):
    settings.WAGTAILIMAGES_MAX_IMAGE_PIXELS = 1_000
    with pytest.raises(ValidationError, match="60 by 40 pixels"):
        factories.ClinicImageFactory(file=ContentFile(encoded("png"), "large.png"))


def moving(image_format: str) -> bytes:
    """Two frames, red and blue."""
    frames = [Image.new("RGB", (20, 20), colour) for colour in ("red", "blue")]
    target = io.BytesIO()
    frames[0].save(target, image_format, save_all=True, append_images=frames[1:])
    return target.getvalue()


@pytest.mark.parametrize("image_format", ["avif", "png", "webp"])
def test_a_moving_picture_is_refused(image_format):
    assert form_errors(f"moving.{image_format}", moving(image_format))


@pytest.mark.parametrize("image_format", ["avif", "png", "webp"])
def test_a_moving_picture_is_refused_with_what_to_do(image_format):
    image = factories.ClinicImageFactory.build(file=None)
    file = ContentFile(moving(image_format), f"moving.{image_format}")
    with pytest.raises(ValidationError) as caught:
        image.file.save(file.name, file, save=False)
    assert caught.value.messages == [MOVING]


def test_what_is_no_picture_at_all_raises_one_kind_of_error():
    image = factories.ClinicImageFactory.build(file=None)
    with pytest.raises(ValidationError) as caught:
        image.file.save("no.png", ContentFile(b"not a picture", "no.png"), save=False)
    assert caught.value.messages == [UNREADABLE]


@pytest.mark.parametrize("image_format", FORMATS)
@pytest.mark.parametrize("way", UPLOADS)
def test_no_upload_stores_where_a_picture_was_taken(upload, way, image_format):
    content = telling_picture(image_format)
    assert SECRET.encode() in content
    response = upload(way, f"picture.{image_format}", content)
    assert response.status in (200, 302)
    image = ClinicImage.objects.order_by("-pk").first()
    assert image.filename.endswith(image_format)
    assert_tells_nothing(stored_bytes(image.file))
    assert image.file_size == image.file.size


@pytest.mark.parametrize("image_format", FORMATS)
def test_renditions_tell_nothing_either(image_format):
    content = ContentFile(telling_picture(image_format), f"picture.{image_format}")
    image = factories.ClinicImageFactory(file=content)
    for spec in ("original", "width-30|format-webp", "width-30|format-jpeg"):
        assert_tells_nothing(stored_bytes(image.get_rendition(spec).file))


def test_code_that_saves_pictures_by_itself_stores_no_metadata_either():
    image = factories.ClinicImageFactory()
    image.file.save("again.jpeg", ContentFile(telling_picture("jpeg"), "again.jpeg"))
    assert_tells_nothing(stored_bytes(image.file))
    assert image.get_file_size() == len(stored_bytes(image.file))


def test_a_picture_that_waits_for_the_rest_of_its_form_tells_nothing():
    waiting = UploadedFile.objects.create(
        for_content_type=ContentType.objects.get_for_model(ClinicImage),
        file=SimpleUploadedFile("picture.jpeg", telling_picture("jpeg")),
    )
    assert_tells_nothing(stored_bytes(waiting.file))


def test_a_picture_on_its_side_is_stored_upright_with_its_upright_measures():
    content = encoded("jpeg", size=(60, 40), exif=telling_exif(orientation=6))
    image = factories.ClinicImageFactory(file=ContentFile(content, "side.jpeg"))
    image.refresh_from_db()
    assert (image.width, image.height) == (40, 60)
    assert Image.open(image.file.path).size == (40, 60)


@pytest.mark.parametrize("image_format", FORMATS)
def test_the_colour_profile_is_kept(image_format):
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    content = encoded(image_format, icc_profile=profile)
    image = factories.ClinicImageFactory(
        file=ContentFile(content, f"profile.{image_format}")
    )
    assert Image.open(image.file.path).info["icc_profile"] == profile


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "RGBA", "I;16"])
def test_a_png_of_any_kind_keeps_every_pixel(mode):
    picture = Image.linear_gradient("L").convert(mode)
    target = io.BytesIO()
    picture.save(target, "png")
    image = factories.ClinicImageFactory(file=ContentFile(target.getvalue(), "a.png"))
    stored = Image.open(image.file.path)
    assert stored.tobytes() == picture.tobytes()


def test_a_picture_is_encoded_once_on_its_way_through_the_form(monkeypatch, upload):
    content = encoded("png")
    calls = []
    monkeypatch.setattr(
        "assets.pictures.rewritten", lambda file: calls.append(file) or content
    )
    assert upload("single", "picture.png", content).status == 302
    assert len(calls) == 1


def test_saving_an_image_without_a_new_file_leaves_the_file_alone():
    image = factories.ClinicImageFactory()
    content, name = stored_bytes(image.file), image.file.name
    image.title = "Another title"
    image.save()
    assert (image.file.name, stored_bytes(image.file)) == (name, content)


def test_the_form_says_what_the_alternative_text_is_for(admin_client):
    page = admin_client.get("/admin/images/add/").content.decode()
    assert "cannot see it. Leave empty if it only decorates." in page
    assert "Description (alternative text)" in page


def test_only_the_description_is_read_out():
    image = factories.ClinicImageFactory(title="IMG_0042", description="")
    assert image.default_alt_text == ""
    image.description = "A nurse and a patient talk."
    assert image.default_alt_text == "A nurse and a patient talk."
