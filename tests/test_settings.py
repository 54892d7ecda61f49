"""Settings are strict, and .env.example tells of every one that can be set."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
GOOD_KEY = "k" * 60


def run_check(settings, tmp_path, **environment):
    """`manage.py check` in a process of its own."""
    clean = {
        name: value
        for name, value in os.environ.items()
        if name not in ("SECRET_KEY", "SITE_URL", "DATABASE_URL", "DATA_DIR", "PORT")
    }
    return subprocess.run(
        [sys.executable, "manage.py", "check"],
        cwd=ROOT,
        env=clean
        | {"DJANGO_SETTINGS_MODULE": settings, "DATA_DIR": str(tmp_path)}
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
    read = set(re.findall(call, text))
    example = (ROOT / ".env.example").read_text()
    documented = set(re.findall(r"^#? ?([A-Z_]+)=", example, re.MULTILINE))
    assert documented == read
