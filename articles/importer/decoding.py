"""From bytes to text, without guessing wildly."""

import codecs
import re
from contextlib import suppress
from io import BytesIO
from zipfile import BadZipFile, ZipFile

from bs4.dammit import EncodingDetector, UnicodeDammit

from .inline import CONTROLS
from .problems import ImportProblemError

SIGNATURES = {
    b"PK\x03\x04": "a Word, OpenDocument or zip file",
    b"PK\x05\x06": "a zip file",
    b"\xd0\xcf\x11\xe0": "an old Word file",
    b"{\\rtf": "an RTF file",
    b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture",
    b"GIF8": "a picture",
    b"II*\0": "a picture",
    b"MM\0*": "a picture",
    b"RIFF": "a picture or recording",
    b"\x1f\x8b": "a compressed file",
    b"bplist00": "a web archive",
}
# A name that only such a zip file has among its own.
ZIPPED = {
    "word/": "a Word file",
    "xl/": "an Excel file",
    "ppt/": "a PowerPoint file",
    "META-INF/container.xml": "an e-book",
    "styles.xml": "an OpenDocument file",
}
SAVED_AS_TEXT = "Open it and save the article as plain text or HTML (web page)."
PAGE_BY_PAGE = "Save each page as HTML in a browser, and import those files."
# What a text is whose beginning is no article's, and what to do instead.
NO_ARTICLES = [
    (
        r"(?is)(?=.{0,4000}wordpress\.org/export)\s*<",
        "a WordPress export",
        PAGE_BY_PAGE,
    ),
    (
        r"(?is)(?=.{0,4000}^mime-version:)(?=.{0,4000}^content-type:)[\w-]+:",
        "a web page saved as an archive (MHT) or an e-mail",
        "Save the page again as “Webpage, HTML only”.",
    ),
    (r'(?s)\s*(\[\s*)?(\{\s*["}]|\[\s*(["{\[]|\d+\s*,))', "data (JSON)", PAGE_BY_PAGE),
    (
        r"(?is)\s*(<\?xml(?!.{0,4000}<(\w+:)?html\b)|<!--.{0,2000}?-->\s*<rss\b|"
        r"<(rss|feed|urlset|svg|opml|rdf:rdf)\b)",
        "data (XML)",
        PAGE_BY_PAGE,
    ),
]
# The longer marks first: UTF-32's begins with UTF-16's.
BYTE_ORDER_MARKS = [
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
]
# What browsers read when a page names one of these (WHATWG Encoding Standard).
WINDOWS_NAMES = {"ascii", "us-ascii", "iso-8859-1", "iso8859-1", "latin-1", "latin1"}
# More damage than this, unless most of the text is whole, is no slip.
FEW = 3
DAMAGED_SHARE = 1 / 20
LOST = "\ufffd"
# UTF-8 that somebody once read as Windows-1252 and saved again.
MOJIBAKE = re.compile(
    "â€[\u0080-\u00bf\u2018-\u203a\u0153\u02dc™œž¢¦]|Ã[\u0080-\u00bf]|Â[\u00a0-\u00bf]"
)
SAVE_AS_UTF8 = "Open it where it was written and save it again as UTF-8."


def decode(data: bytes) -> str:
    """The text of a file, with plain line breaks and no control characters.

    Reads UTF-8, UTF-16 and UTF-32, the encoding that an HTML page names, and
    Windows-1252. A character that cannot be read becomes LOST. Raises
    ImportProblemError if the bytes are no text, or no article's.
    """
    _refuse_binary(data)
    text = _decode(data)
    text = re.sub("\r\n|[\r\x0b\x0c\x85\u2028\u2029]", "\n", text)
    controls = sum(len(found) for found in CONTROLS.findall(text))
    if controls > len(text) / 100:
        raise ImportProblemError("The file holds no text but other data.")
    text = CONTROLS.sub("", text)
    if not text.strip():
        raise ImportProblemError("The file is empty.")
    for beginning, name, advice in NO_ARTICLES:
        if re.match(beginning, text, re.MULTILINE):
            raise ImportProblemError(f"The file is {name}, not an article. {advice}")
    return text


def damage(text: str) -> list[str]:
    """The places where characters are lost or were saved in a wrong encoding.

    Each with some words around it. Raises ImportProblemError if there are so many
    that the whole text was saved wrongly.
    """
    found = list(re.finditer(f"{LOST}|{MOJIBAKE.pattern}", text))
    damaged = sum(len(match[0]) for match in found)
    whole = sum(not character.isascii() for character in text) - damaged
    if damaged > len(text) * DAMAGED_SHARE or len(found) > max(FEW, whole):
        raise ImportProblemError(
            "The file was saved in the wrong encoding: characters such as “’” have "
            f"become “â€™” or “{LOST}”. {SAVE_AS_UTF8}"
        )
    return [
        " ".join(text[max(match.start() - 20, 0) : match.end() + 20].split())
        for match in found
    ]


def _refuse_binary(data: bytes) -> None:
    name = "a PDF" if b"%PDF-" in data[:1024] else ""
    for signature, each in SIGNATURES.items():
        if data.lstrip().startswith(signature):
            name = each
    if data.startswith(b"PK"):
        with suppress(BadZipFile, ValueError, NotImplementedError):
            names = ZipFile(BytesIO(data)).namelist()
            kinds = (
                each
                for part, each in ZIPPED.items()
                if any(one.startswith(part) for one in names)
            )
            name = next(kinds, "a zip file")
    if name:
        raise ImportProblemError(f"The file is {name}, not text. {SAVED_AS_TEXT}")


def _decode(data: bytes) -> str:
    for mark, encoding in BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return _decode_as(data, encoding)
    if encoding := _utf16_without_mark(data):
        return _decode_as(data, encoding)
    if _is_mostly_utf8(data):
        # A byte between that is not was written by a program for Windows.
        return UnicodeDammit.detwingle(data).decode(errors="replace")
    declared = _declared(data)
    # A page that names UTF-8 or UTF-16 and came this far is neither.
    if declared not in WINDOWS_NAMES and not declared.startswith("utf"):
        with suppress(LookupError):
            return data.decode(declared, errors="replace")
    text = data.decode("cp1252", errors="replace")
    letters = [character for character in text if character.isalpha()]
    foreign = sum(not character.isascii() for character in letters)
    if foreign > len(letters) * 0.2:
        raise ImportProblemError(f"The file's encoding is not known. {SAVE_AS_UTF8}")
    return text


def encoding_notice(data: bytes) -> str:
    """What to check if the file is not in the encoding that it seems to have."""
    try:
        data.decode()
    except UnicodeDecodeError as error:
        if _is_mostly_utf8(data) or _declared(data).startswith("utf-8"):
            near = data[max(error.start - 20, 0) : error.end + 20]
            words = " ".join(near.decode("cp1252", errors="replace").split())
            return (
                "The file is not quite UTF-8. Characters that are not were read as "
                f"Windows-1252: check them, the first near “{words}”."
            )
    return ""


def _is_mostly_utf8(data: bytes) -> bool:
    """Whether at least half of the characters beyond ASCII are UTF-8."""
    good = sum(not each.isascii() for each in data.decode(errors="ignore"))
    bad = data.decode(errors="replace").count(LOST) - data.count(LOST.encode())
    return not bad or good >= bad


def _declared(data: bytes) -> str:
    found = EncodingDetector.find_declared_encoding(data, is_html=True)
    return str(found or "ascii").lower()


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
