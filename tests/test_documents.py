"""Documents: what is refused, how they are handed out, and what stays of them."""

import io
from pathlib import Path
from zipfile import ZipFile

import openpyxl
import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image
from wagtail.documents.forms import get_document_form

from assets.documents import HAS_MACROS
from assets.models import ClinicDocument, ClinicImage
from tests import factories

pytestmark = pytest.mark.django_db

UPLOADS = {
    "single": ("/admin/documents/add/", "file", "title"),
    "multiple": ("/admin/documents/multiple/add/", "files[]", "title"),
    "chooser": (
        "/admin/documents/chooser/create/",
        "document-chooser-upload-file",
        "document-chooser-upload-title",
    ),
}


def archive(**entries: bytes) -> bytes:
    """A zip with these entries; two underscores stand for a slash."""
    target = io.BytesIO()
    with ZipFile(target, "w") as file:
        for name, content in entries.items():
            file.writestr(name.replace("__", "/"), content)
    return target.getvalue()


def office(**entries: bytes) -> bytes:
    """An Office Open XML package with these entries."""
    return archive(**{"[Content_Types].xml": b"<Types/>"}, **entries)


def workbook() -> bytes:
    """A workbook as openpyxl writes it."""
    target = io.BytesIO()
    openpyxl.Workbook().save(target)
    return target.getvalue()


ODT = {"mimetype": b"application/vnd.oasis.opendocument.text"}
DOCX = {"word__document.xml": b"<w/>"}
GENUINE = {
    "leaflet.pdf": b"%PDF-1.7\n%%EOF",
    "leaflet.docx": office(**DOCX),
    "leaflet.odt": archive(**ODT),
    "table.xlsx": workbook(),
    "plain.txt": "Fünf Übungen – £5\r\n".encode(),
    "table.csv": "a,b\n1,£2\n".encode("cp1252"),
    "excel.csv": "a\tb\n1\t£2\n".encode("utf-16"),
}
FALSE = {
    "picture.pdf": b"\x89PNG\r\n\x1a\n",
    "page.pdf": b"<html><script>alert(1)</script></html>",
    "text.docx": b"hello",
    "workbook.docx": workbook(),
    "letter.xlsx": office(**DOCX),
    "letter.odt": office(**DOCX),
    "sheet.odt": archive(mimetype=ODT["mimetype"][:-4] + b"spreadsheet"),
    "half.xlsx": workbook()[:400],
    "program.txt": b"MZ\x90\x00\x03\x00",
    "half.csv": b"\xff\xfea",
    "archive.csv": archive(**ODT),
}
WITH_MACROS = {
    "letter.docx": office(**DOCX, **{"word__vbaProject.bin": b"x"}),
    "table.xlsx": office(**{"xl__workbook.xml": b"<w/>", "xl__VBAPROJECT.BIN": b"x"}),
    "letter.odt": archive(**ODT, **{"Basic__Standard__Module1.xml": b"x"}),
}


def form_for(name: str, content: bytes):
    """The upload form with this file."""
    return get_document_form(ClinicDocument)(
        {"title": "A document", "collection": 1},
        {"file": SimpleUploadedFile(name, content)},
    )


def stored(name: str, content: bytes) -> ClinicDocument:
    """A document uploaded through the form."""
    form = form_for(name, content)
    assert form.is_valid(), form.errors
    return form.save()


@pytest.mark.parametrize("name", GENUINE)
def test_a_genuine_document_is_stored_as_it_came(name):
    document = stored(name, GENUINE[name])
    with document.open_file() as file:
        assert file.read() == GENUINE[name]


@pytest.mark.parametrize("name", FALSE)
def test_a_document_that_is_not_what_its_name_says_is_refused(name):
    [message] = form_for(name, FALSE[name]).errors["file"]
    kind = name.rsplit(".", 1)[1].upper()
    assert message.startswith(f"This file is no {kind}, or it is damaged.")


@pytest.mark.parametrize("name", WITH_MACROS)
def test_a_document_with_macros_is_refused_with_what_to_do(name):
    assert form_for(name, WITH_MACROS[name]).errors["file"] == [HAS_MACROS]


@pytest.mark.parametrize("name", ["page.html", "run.exe", "drawing.svg", "noname"])
def test_a_kind_that_is_not_on_the_list_is_refused(name):
    [message] = form_for(name, b"%PDF-1.7").errors["file"]
    assert "not allowed" in message


def test_a_document_over_the_size_limit_is_refused_with_one_message():
    content = b"%PDF-1.7" + bytes(10 * 1024 * 1024)
    [message] = form_for("long.pdf", content).errors["file"]
    assert "is the most. Make it smaller" in message


@pytest.mark.parametrize("way", UPLOADS)
@pytest.mark.parametrize("name", ["half.xlsx", "program.txt", "picture.pdf"])
def test_every_way_to_upload_refuses_false_documents(admin_client, way, name):
    address, file_field, title_field = UPLOADS[way]
    headers = {"X-Requested-With": "XMLHttpRequest"} if way == "multiple" else {}
    response = admin_client.post(
        address,
        {file_field: SimpleUploadedFile(name, FALSE[name]), title_field: "Document"},
        headers=headers,
    )
    assert response.status_code == 200
    assert "or it is damaged" in response.content.decode()
    assert not ClinicDocument.objects.exists()


def test_changing_only_the_title_of_a_document_needs_no_new_file(admin_client):
    document = stored("leaflet.pdf", GENUINE["leaflet.pdf"])
    response = admin_client.post(
        f"/admin/documents/edit/{document.pk}/", {"title": "A better title"}
    )
    assert response.status_code == 302
    document.refresh_from_db()
    assert document.title == "A better title"


def test_documents_do_not_lie_in_the_folder_open_to_everybody(client):
    document = stored("leaflet.pdf", GENUINE["leaflet.pdf"])
    path = Path(document.file.path)
    assert path.is_relative_to(settings.DATA_DIR / "documents")
    assert not path.is_relative_to(settings.MEDIA_ROOT)
    assert client.get(f"/media/{document.file.name}").status_code == 404


@pytest.mark.parametrize("name", GENUINE)
def test_documents_are_handed_out_as_downloads_that_no_browser_interprets(client, name):
    document = stored(name, GENUINE[name])
    response = client.get(document.url)
    assert b"".join(response) == GENUINE[name]
    assert response["Content-Disposition"].startswith("attachment")
    assert response["X-Content-Type-Options"] == "nosniff"
    assert "default-src 'none'" in response["Content-Security-Policy"]


def picture() -> ClinicImage:
    """A picture, cut to a size."""
    image = factories.ClinicImageFactory()
    image.get_rendition("width-20")
    return image


KINDS = {
    "document": lambda: stored("leaflet.pdf", GENUINE["leaflet.pdf"]),
    "picture": picture,
}
DELETE = {
    "document": {
        "one": "/admin/documents/delete/{pk}/",
        "many": "/admin/bulk/assets/clinicdocument/delete/?id={pk}",
    },
    "picture": {
        "one": "/admin/images/{pk}/delete/",
        "many": "/admin/bulk/assets/clinicimage/delete/?id={pk}",
    },
}


def files_of(thing) -> list[Path]:
    """Where all that is stored of it lies."""
    renditions = thing.renditions.all() if isinstance(thing, ClinicImage) else []
    files = [Path(each.file.path) for each in (thing, *renditions)]
    assert all(file.exists() for file in files)
    return files


@pytest.mark.parametrize("way", ["one", "many"])
@pytest.mark.parametrize("kind", KINDS)
def test_what_is_deleted_leaves_no_file(
    admin_client, django_capture_on_commit_callbacks, kind, way
):
    thing = KINDS[kind]()
    files = files_of(thing)
    with django_capture_on_commit_callbacks(execute=True):
        admin_client.post(DELETE[kind][way].format(pk=thing.pk))
    assert not type(thing).objects.exists()
    assert not [file for file in files if file.exists()]


REPLACE = {
    "document": ("/admin/documents/edit/{pk}/", "new.txt"),
    "picture": ("/admin/images/{pk}/", "new.png"),
}


@pytest.mark.parametrize("kind", REPLACE)
def test_a_file_that_another_replaces_is_gone(
    admin_client, django_capture_on_commit_callbacks, kind
):
    thing = KINDS[kind]()
    files = files_of(thing)
    address, name = REPLACE[kind]
    content = factories.picture_file(Image.new("RGB", (30, 30))).read()
    new = SimpleUploadedFile(name, b"text" if kind == "document" else content)
    fields = {"title": "New", "file": new, "collection": 1}
    with django_capture_on_commit_callbacks(execute=True):
        admin_client.post(address.format(pk=thing.pk), fields)
    thing.refresh_from_db()
    assert thing.filename == name
    assert files_of(thing)
    assert not [file for file in files if file.exists()]
