"""From bytes to text, without guessing wildly."""

import codecs
import re

from .inline import CONTROLS
from .problems import ImportProblemError

SIGNATURES = {
    b"%PDF": "a PDF",
    b"PK\x03\x04": "a Word, OpenDocument or zip file",
    b"\xd0\xcf\x11\xe0": "an old Word file",
    b"{\\rtf": "an RTF file",
    b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture",
    b"GIF8": "a picture",
    b"RIFF": "a picture or recording",
    b"\x1f\x8b": "a compressed file",
}
# The longer marks first: UTF-32's begins with UTF-16's.
BYTE_ORDER_MARKS = [
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
]
META_CHARSET = re.compile(
    rb"""(?i)<meta[^>]{0,200}?charset\s*=\s*["']?([\w.:-]{1,40})"""
)
# What browsers read when a page names one of these (WHATWG Encoding Standard).
WINDOWS_NAMES = {"ascii", "us-ascii", "iso-8859-1", "iso8859-1", "latin-1", "latin1"}
# UTF-8 that somebody once read as Windows-1252 and saved again.
MOJIBAKE = re.compile(
    "â€[\u0080-\u00bf\u2018-\u203a\u0153\u02dc™œž¢¦]|Ã[\u0080-\u00bf]|Â[\u00a0-\u00bf]"
)
SAVE_AS_UTF8 = "Open it where it was written and save it again as UTF-8."


def decode(data: bytes) -> str:
    """The text of a file, with plain line breaks and no control characters.

    Reads UTF-8, UTF-16 and UTF-32, the encoding that an HTML page names, and
    Windows-1252. Raises ImportProblemError if the bytes are no text or were
    saved wrongly.
    """
    for signature, name in SIGNATURES.items():
        if data.startswith(signature):
            raise ImportProblemError(
                f"The file is {name}, not text. Save it as plain text or HTML first."
            )
    text = _decode(data)
    text = re.sub("\r\n|[\r\x0b\x0c\x85\u2028\u2029]", "\n", text)
    controls = sum(len(found) for found in CONTROLS.findall(text))
    if controls > len(text) / 100:
        raise ImportProblemError("The file holds no text but other data.")
    text = CONTROLS.sub("", text)
    if MOJIBAKE.search(text):
        raise ImportProblemError(
            "The file was saved in the wrong encoding: characters such as “’” have "
            f"become “â€™”. {SAVE_AS_UTF8}"
        )
    if not text.strip():
        raise ImportProblemError("The file is empty.")
    return text


def _decode(data: bytes) -> str:
    for mark, encoding in BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return _decode_as(data, encoding)
    if encoding := _utf16_without_mark(data):
        return _decode_as(data, encoding)
    try:
        return data.decode()
    except UnicodeDecodeError:
        return _decode_8_bit(data)


def _decode_as(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except (UnicodeError, LookupError) as error:
        raise ImportProblemError(
            f"The file says that it is {encoding.upper()}, but is not. {SAVE_AS_UTF8}"
        ) from error


def _utf16_without_mark(data: bytes) -> str:
    """UTF-16's name if every second byte is mostly zero, as in English text."""
    sample = data[:4000]
    half = max(len(sample) // 2, 1)
    if sample[1::2].count(0) > half * 0.6 and sample[::2].count(0) < half * 0.1:
        return "utf-16-le"
    if sample[::2].count(0) > half * 0.6 and sample[1::2].count(0) < half * 0.1:
        return "utf-16-be"
    return ""


def _decode_8_bit(data: bytes) -> str:
    declared = META_CHARSET.search(data[:4000])
    if declared:
        encoding = declared[1].decode().lower()
        # A page that names UTF-8 or UTF-16 and came this far is neither.
        if encoding not in WINDOWS_NAMES and not encoding.startswith("utf"):
            return _decode_as(data, encoding)
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError as error:
        raise ImportProblemError(
            f"The file's encoding is not known. {SAVE_AS_UTF8}"
        ) from error
    letters = [character for character in text if character.isalpha()]
    foreign = sum(not character.isascii() for character in letters)
    if foreign > len(letters) * 0.2:
        raise ImportProblemError(f"The file's encoding is not known. {SAVE_AS_UTF8}")
    return text
