"""Tests: the strict truth, made quick and independent of the machine."""

import os
import tempfile
from pathlib import Path

os.environ["SITE_URL"] = "http://testserver"
os.environ["SECRET_KEY"] = "a-key-for-tests-only-that-is-long-enough-to-pass-checks"
os.environ["DATA_DIR"] = str(Path(tempfile.gettempdir()) / f"clinicsite-{os.getpid()}")
os.environ["LANGUAGES"] = "en-gb=English"
# Tests choose their database, not a developer's .env.
TEST_DATABASE_URL = os.environ.get("TEST_DATABASE_URL")
os.environ["DATABASE_URL"] = TEST_DATABASE_URL or "sqlite://:memory:"

from .base import *  # noqa: E402, F403
from .base import ALLOWED_HOSTS, CACHES, DATA_DIR, DATABASES, STORAGES  # noqa: E402

if not TEST_DATABASE_URL:
    # A file, so that each thread of the server under a browser test has a
    # connection of its own, as in a clinic. It need not outlive a power cut.
    DATA_DIR.mkdir(exist_ok=True)
    DATABASES["default"]["TEST"] = {"NAME": str(DATA_DIR / "test.sqlite3")}
    options = DATABASES["default"]["OPTIONS"]
    options["init_command"] = options["init_command"].replace(
        "synchronous=FULL", "synchronous=OFF"
    )
# Browser tests call the site by this name.
ALLOWED_HOSTS += ["localhost"]
# A fast hasher: passwords of test users protect nothing.
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
# Names without hashes, so that collectstatic need not run first.
STORAGES["staticfiles"]["BACKEND"] = (
    "django.contrib.staticfiles.storage.StaticFilesStorage"
)
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = True
# Emptied before each test, also before those that may not touch the database.
CACHES["screening"] = {
    "BACKEND": "django.core.cache.backends.locmem.LocMemCache",
    "LOCATION": "screening",
    "OPTIONS": {"MAX_ENTRIES": 100_000},
}
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
# Autosave would write between a test's own steps.
WAGTAIL_AUTOSAVE_INTERVAL = 0
