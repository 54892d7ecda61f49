"""Errors in the admin: in plain words, with what to do."""

import gettext
import re
from pathlib import Path

import django
import pytest
import wagtail
from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.utils import translation

CATALOGUE = settings.BASE_DIR / "clinicsite/wording/en_GB/LC_MESSAGES/django.po"
ENTRY = re.compile(r'^msgid "(.+)"\nmsgstr "(.*)"$', re.MULTILINE)
WORDING = dict(ENTRY.findall(CATALOGUE.read_text()))


def originals() -> str:
    """Django's and Wagtail's own catalogues, with long words on one line."""
    packages = [Path(package.__file__).parent for package in (django, wagtail)]
    texts = [
        path.read_text()
        for package in packages
        for path in package.rglob("locale/en/LC_MESSAGES/django.po")
    ]
    return re.sub(r'"\n"', "", "\n".join(texts))


def test_each_message_is_one_that_django_or_wagtail_still_has():
    known = originals()
    assert WORDING
    assert [each for each in WORDING if f'msgid "{each}"' not in known] == []


def test_the_compiled_words_are_those_of_the_catalogue():
    with CATALOGUE.with_suffix(".mo").open("rb") as file:
        compiled = gettext.GNUTranslations(file)
    shown = {each: compiled.gettext(each.replace(r"\"", '"')) for each in WORDING}
    assert shown == WORDING


# Whoever picks plain English for the admin gets the site's own.
@pytest.mark.parametrize("language", ["en-gb", "en"])
def test_errors_are_in_our_words_in_english(language):
    with translation.override(language), pytest.raises(ValidationError) as error:
        URLValidator()("nowhere")
    assert "Copy the whole of it" in error.value.messages[0]
