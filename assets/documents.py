"""Documents checked by what is in them, not by their name alone."""

from collections.abc import Callable
from pathlib import PurePath
from zipfile import ZipFile

from django.core.exceptions import ValidationError
from django.core.files.base import File
from django.utils.translation import gettext_lazy as _

ODT_TYPE = b"application/vnd.oasis.opendocument.text"
# Where office documents keep programs: Word and Excel, then LibreOffice.
MACRO_NAMES = ("vbaproject.bin", "vbadata.xml")
MACRO_FOLDERS = ("basic/", "scripts/")
# Text may hold these and no other control characters.
TEXT_CONTROLS = set("\t\n\r\f")

NOT_WHAT_IT_SAYS = _(
    "This file is no %(kind)s, or it is damaged. Open it in the program it was made "
    "with, save it as %(kind)s, and upload that file."
)
HAS_MACROS = _(
    "This document holds macros, which are programs and can do harm. Save it without "
    "macros, or as PDF, and upload that file."
)


def check_document(file: File) -> None:
    """Check that the content fits the extension and holds no macros.

    Leaves `file` at its beginning. Raises ValidationError under the key "file".
    """
    extension = PurePath(file.name).suffix[1:].lower()
    file.seek(0)
    try:
        is_genuine = CHECKS[extension](file)
    except ValidationError:
        raise
    # A damaged archive makes zipfile raise far more than BadZipFile.
    except Exception:
        is_genuine = False
    finally:
        file.seek(0)
    if not is_genuine:
        raise ValidationError(
            {"file": NOT_WHAT_IT_SAYS % {"kind": extension.upper()}},
            code="wrong_content",
        )


def is_pdf(file: File) -> bool:
    """Whether the file begins as every PDF does (ISO 32000-1, 7.5.2)."""
    return file.read(5) == b"%PDF-"


def is_docx(file: File) -> bool:
    """Whether the file is a Word document."""
    return is_office(file, "word/document.xml")


def is_xlsx(file: File) -> bool:
    """Whether the file is an Excel workbook."""
    return is_office(file, "xl/workbook.xml")


def is_office(file: File, main_part: str) -> bool:
    """Whether the file is an Office Open XML package with this main part."""
    with ZipFile(file) as archive:
        names = set(archive.namelist())
        refuse_macros(names)
        return {"[Content_Types].xml", main_part} <= names


def is_odt(file: File) -> bool:
    """Whether the file is an OpenDocument text, which names its type inside."""
    with ZipFile(file) as archive:
        names = set(archive.namelist())
        refuse_macros(names)
        with archive.open("mimetype") as type_entry:
            return type_entry.read(len(ODT_TYPE) + 1) == ODT_TYPE


def refuse_macros(names: set[str]) -> None:
    """Raise ValidationError if one of an archive's entries keeps programs."""
    for name in map(str.lower, names):
        if PurePath(name).name in MACRO_NAMES or name.startswith(MACRO_FOLDERS):
            raise ValidationError({"file": HAS_MACROS}, code="macros")


def is_text(file: File) -> bool:
    """Whether the file is text: UTF-8, UTF-16 with its mark, or Windows-1252."""
    content = file.read()
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        encodings = ["utf-16"]
    else:
        encodings = ["utf-8-sig", "cp1252"]
    return any(decodes_as_text(content, encoding) for encoding in encodings)


def decodes_as_text(content: bytes, encoding: str) -> bool:
    """Whether `content` is readable text in this encoding."""
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError:
        return False
    return all(
        character >= " " or character in TEXT_CONTROLS for character in set(text)
    )


CHECKS: dict[str, Callable[[File], bool]] = {
    "csv": is_text,
    "docx": is_docx,
    "odt": is_odt,
    "pdf": is_pdf,
    "txt": is_text,
    "xlsx": is_xlsx,
}
