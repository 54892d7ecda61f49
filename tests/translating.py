"""A second language: switched on, with translated pages and a catalogue of words."""

import struct

from wagtail.models import Locale, Page

from tests import factories


def switch_on(settings, code: str, name: str) -> Locale:
    """Switch a language on, as LANGUAGES does, and give it a public front page."""
    settings.LANGUAGES = [("en-gb", "English"), (code, name)]
    settings.WAGTAIL_CONTENT_LANGUAGES = settings.LANGUAGES
    settings.WAGTAIL_I18N_ENABLED = True
    locale = Locale.objects.create(language_code=code)
    translated(factories.home_page(), locale, title="Hafan", hero_title="Croeso")
    return locale


def translated(page: Page, locale: Locale, **words) -> Page:
    """The page as Wagtail copies it for translation, with these words, published."""
    copy = page.copy_for_translation(locale)
    for name, value in words.items():
        setattr(copy, name, value)
    copy.save_revision().publish()
    return type(page).objects.get(pk=copy.pk)


def write_catalogue(folder, code: str, words: dict[str, str]) -> None:
    """Write a compiled catalogue (GNU gettext's .mo file, revision 0)."""
    header = {"": "Content-Type: text/plain; charset=UTF-8\n"}
    entries = sorted(
        (original.encode(), translation.encode())
        for original, translation in (header | words).items()
    )
    tables, texts = [b"", b""], b""
    begin = 28 + 16 * len(entries)
    for column in (0, 1):
        for entry in entries:
            text = entry[column]
            tables[column] += struct.pack("<II", len(text), begin + len(texts))
            texts += text + b"\0"
    head = struct.pack(
        "<IIIIIII", 0x950412DE, 0, len(entries), 28, 28 + 8 * len(entries), 0, begin
    )
    path = folder / code / "LC_MESSAGES" / "django.mo"
    path.parent.mkdir(parents=True)
    path.write_bytes(head + tables[0] + tables[1] + texts)
