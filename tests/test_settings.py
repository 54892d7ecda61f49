"""Settings are strict, and .env.example tells of every one that can be set."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

from clinicsite.settings.languages import read_languages

ROOT = Path(__file__).parent.parent
GOOD_KEY = "k" * 60
CLINICS_OWN = {
    *("DATABASE_URL", "DATA_DIR", "LANGUAGES", "PORT", "SECRET_KEY", "SITE_URL")
}


def run_check(settings_module, tmp_path, **environment):
    """`manage.py check` in a process of its own."""
    return run_manage(settings_module, tmp_path, "check", **environment)


def run_manage(settings_module, tmp_path, verb, **environment):
    """A verb of `manage.py` in a process of its own."""
    clean = {
        name: value for name, value in os.environ.items() if name not in CLINICS_OWN
    }
    return subprocess.run(
        [sys.executable, "manage.py", verb],
        cwd=ROOT,
        env=clean
        | {"DJANGO_SETTINGS_MODULE": settings_module, "DATA_DIR": str(tmp_path)}
        | environment,
        capture_output=True,
        text=True,
        check=False,
    )


def test_production_starts_with_a_good_key_and_https(tmp_path):
    result = run_check(
        "clinicsite.settings.production",
        tmp_path,
        SECRET_KEY=GOOD_KEY,
        SITE_URL="https://clinic.example",
    )
    assert result.returncode == 0, result.stderr


@pytest.mark.parametrize(
    ("environment", "named"),
    [
        ({"SITE_URL": "https://clinic.example"}, "SECRET_KEY"),
        ({"SECRET_KEY": GOOD_KEY}, "SITE_URL"),
        ({"SECRET_KEY": GOOD_KEY, "SITE_URL": "http://clinic.example"}, "https://"),
        (
            {"SECRET_KEY": "short", "SITE_URL": "https://clinic.example"},
            "at least 50 characters",
        ),
    ],
)
def test_production_refuses_to_start_without_its_secrets(tmp_path, environment, named):
    result = run_check("clinicsite.settings.production", tmp_path, **environment)
    assert result.returncode != 0
    assert named in result.stderr.strip().splitlines()[-1]


def test_development_makes_its_own_key_once_and_keeps_it_to_its_owner(tmp_path):
    for _ in range(2):
        assert run_check("clinicsite.settings.dev", tmp_path).returncode == 0
        key = (tmp_path / "secret-key").read_text()
        assert len(key) >= 50
    assert (tmp_path / "secret-key").stat().st_mode & 0o077 == 0
    run_check("clinicsite.settings.dev", tmp_path)
    assert (tmp_path / "secret-key").read_text() == key


def test_the_example_file_names_every_variable_that_is_read():
    sources = [
        *(ROOT / "clinicsite").rglob("*.py"),
        *(ROOT / "home/management").rglob("*.py"),
    ]
    text = "".join(
        path.read_text() for path in sources if path.name not in ("test.py", "wsgi.py")
    )
    call = r"(?:\benv(?:\.\w+)?|os\.environ\.get)\(\s*[\"']([A-Z_]+)[\"']"
    # Django's own, which manage.py heeds.
    read = {*re.findall(call, text), "DJANGO_SETTINGS_MODULE"}
    example = (ROOT / ".env.example").read_text()
    documented = set(re.findall(r"^#? ?([A-Z_]+)=", example, re.MULTILINE))
    assert documented == read


def test_a_second_language_brings_wagtails_tools_for_it(tmp_path):
    shown = run_manage(
        "clinicsite.settings.production",
        tmp_path,
        "diffsettings",
        SECRET_KEY=GOOD_KEY,
        SITE_URL="https://clinic.example",
        LANGUAGES="en-gb=English, cy=Cymraeg",
    ).stdout
    assert "LANGUAGES = [('en-gb', 'English'), ('cy', 'Cymraeg')]" in shown
    assert "WAGTAIL_I18N_ENABLED = True" in shown
    for app in ("wagtail.locales", "wagtail.contrib.simple_translation"):
        assert app in shown
        assert app not in settings.INSTALLED_APPS
    assert not settings.WAGTAIL_I18N_ENABLED


@pytest.mark.parametrize(
    "languages",
    ["Cymraeg", "en-gb=English,", "en-gb=A,en-gb=B", "cy=Cymraeg", "=x", ""],
)
def test_languages_that_cannot_be_read_are_refused_in_plain_words(languages):
    with pytest.raises(ImproperlyConfigured, match="en-gb=English,cy=Cymraeg"):
        read_languages(languages)


def test_a_language_that_nobody_has_translated_is_refused(tmp_path):
    result = run_check(
        "clinicsite.settings.dev", tmp_path, LANGUAGES="en-gb=English,so=Soomaali"
    )
    assert result.returncode != 0
    assert "make messages LOCALE=so" in result.stderr
