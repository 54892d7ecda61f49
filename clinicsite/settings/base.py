"""The strict truth: what holds on every clinic's server.

dev.py and test.py only loosen it, each line with its reason. Everything that
differs from place to place is read from the environment; .env.example lists it.
"""

from pathlib import Path
from urllib.parse import urlsplit
from zoneinfo import available_timezones

from django.core.exceptions import ImproperlyConfigured

from .environment import BASE_DIR, env
from .languages import DEFAULT_LANGUAGE, read_languages

# Where the running site keeps what it writes: database, pictures, documents.
DATA_DIR = Path(env("DATA_DIR", default=str(BASE_DIR / "var"))).resolve()

# The address patients type. Its scheme decides on cookies and redirects.
SITE_URL = env("SITE_URL").rstrip("/")
HTTPS = urlsplit(SITE_URL).scheme == "https"

# --- Security ---------------------------------------------------------------

SECRET_KEY = env("SECRET_KEY")
SECRET_KEY_FALLBACKS = env.list("SECRET_KEY_FALLBACKS", default=[])
DEBUG = False
ALLOWED_HOSTS = [
    urlsplit(SITE_URL).hostname,
    *env.list("EXTRA_HOSTS", default=[]),
]

SECURE_SSL_REDIRECT = HTTPS
SECURE_HSTS_SECONDS = 365 * 24 * 60 * 60 if HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = HTTPS
SECURE_HSTS_PRELOAD = HTTPS
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
SESSION_COOKIE_NAME = "__Host-sessionid" if HTTPS else "sessionid"
SESSION_COOKIE_SECURE = HTTPS
SESSION_COOKIE_AGE = 12 * 60 * 60
CSRF_COOKIE_NAME = "__Host-csrftoken" if HTTPS else "csrftoken"
CSRF_COOKIE_SECURE = HTTPS
CSRF_COOKIE_HTTPONLY = True
# After logging in where no page was asked for.
LOGIN_REDIRECT_URL = "/"
BEHIND_PROXY = env.bool("BEHIND_PROXY", default=False)
if BEHIND_PROXY:
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")

DATA_UPLOAD_MAX_MEMORY_SIZE = 2_500_000
# One article in the editor holds some thousands of fields.
DATA_UPLOAD_MAX_NUMBER_FIELDS = 10_000

AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{validator}"}
    for validator in (
        "UserAttributeSimilarityValidator",
        "MinimumLengthValidator",
        "CommonPasswordValidator",
        "NumericPasswordValidator",
    )
]

# --- For machines -----------------------------------------------------------

# Who hears of a weakness: an e-mail or https:// address. Else the clinic's e-mail.
SECURITY_CONTACT = env("SECURITY_CONTACT", default="")
# A copy for trying things out must not be found in place of the clinic's website.
ROBOTS_NOINDEX = env.bool("ROBOTS_NOINDEX", default=False)

# --- Patients' answers -------------------------------------------------------

# How many days a browser remembers that its user answered a form.
RECEIPT_DAYS = env.int("RECEIPT_DAYS", default=30)

# --- Rooms ------------------------------------------------------------------

INSTALLED_APPS = [
    "clinicsite",
    "home",
    "articles",
    "desk",
    "forms",
    "submissions",
    "editorial",
    "assets",
    "django_tasks_db",
    "wagtail_modeladmin",
    "wagtail.contrib.forms",
    "wagtail.contrib.redirects",
    "wagtail.contrib.settings",
    "wagtail.contrib.typed_table_block",
    "wagtail.sites",
    "clinicsite.apps.ClinicUsersConfig",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    "modelcluster",
    "taggit",
    "django_filters",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.sitemaps",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
]

MIDDLEWARE = [
    "clinicsite.middleware.SecurityHeadersMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    # After the static files, which its page needs; before all that asks the database.
    "clinicsite.maintenance.MaintenanceMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "clinicsite.languages.LanguageMiddleware",
    # Before what adds a missing slash: a page at the address with a slash comes first.
    "editorial.redirects.PublicRedirectMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "editorial.publication.middleware.PublicationStoppedMiddleware",
]

ROOT_URLCONF = "clinicsite.urls"
WSGI_APPLICATION = "clinicsite.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "wagtail.contrib.settings.context_processors.settings",
            ],
        },
    },
]

# --- Data -------------------------------------------------------------------

DATABASES = {
    "default": env.db_url("DATABASE_URL", default=f"sqlite:///{DATA_DIR}/db.sqlite3")
}
DATABASES["default"]["CONN_MAX_AGE"] = None
if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    # Nothing acknowledged is lost (FULL), writers wait instead of failing
    # (IMMEDIATE, 20 s), readers never wait (WAL). What is erased is overwritten.
    # Long exports wait less for a disk with large pages, chosen before all else.
    DATABASES["default"]["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": (
            "PRAGMA page_size=16384; PRAGMA journal_mode=WAL; "
            "PRAGMA synchronous=FULL; PRAGMA secure_delete=ON;"
        ),
    }

CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.locmem.LocMemCache",
        "LOCATION": "default",
    },
    "renditions": {
        "BACKEND": "django.core.cache.backends.locmem.LocMemCache",
        "LOCATION": "renditions",
        "TIMEOUT": 600,
        "OPTIONS": {"MAX_ENTRIES": 2_000},
    },
    # Which networks send how much, as digests: shared by all processes. In the site's
    # own database, or in Redis, which needs the package “redis”.
    "screening": {
        "TIMEOUT": 24 * 60 * 60,
        # A dozen for each answer: beyond it, what was counted is thrown away.
        "OPTIONS": {"MAX_ENTRIES": 100_000},
        **env.cache_url(
            "SCREENING_CACHE_URL", default="dbcache://forms_screening_cache"
        ),
    },
}

MEDIA_ROOT = DATA_DIR / "media"
MEDIA_URL = "/media/"
STATIC_ROOT = DATA_DIR / "static"
STATIC_URL = "/static/"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    # Documents are handed out by Wagtail, which asks who may read them: they
    # lie outside the folder that the server gives to everybody.
    "documents": {
        "BACKEND": "django.core.files.storage.FileSystemStorage",
        # As text: whoever deletes a document hands this to a task, as JSON.
        "OPTIONS": {"location": str(DATA_DIR / "documents"), "base_url": None},
    },
    "staticfiles": {
        "BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"
    },
}

# --- Language and time ------------------------------------------------------

LANGUAGE_CODE = DEFAULT_LANGUAGE
LANGUAGES = read_languages(env("LANGUAGES", default="en-gb=English"))
# The translations that `make messages` keeps; our wording of Django's and Wagtail's
# errors, which it must not touch.
LOCALE_PATHS = [BASE_DIR / "locale", BASE_DIR / "clinicsite" / "wording"]
USE_I18N = True
WAGTAIL_CONTENT_LANGUAGES = LANGUAGES
WAGTAIL_I18N_ENABLED = len(LANGUAGES) > 1
if WAGTAIL_I18N_ENABLED:
    # "Locales" in the admin's settings, and "Translate" on each page.
    INSTALLED_APPS += ["wagtail.locales", "wagtail.contrib.simple_translation"]

TIME_ZONE = "Europe/London"
USE_TZ = True

# --- Mail and logs ----------------------------------------------------------

MAIL_IS_CONFIGURED = bool(env("EMAIL_URL", default=""))
vars().update(env.email_url("EMAIL_URL", default="smtp://localhost:25"))
# Ours names the clinic as the sender, then hands over to the one that EMAIL_URL names.
DELIVERY_BACKEND = vars()["EMAIL_BACKEND"]
EMAIL_BACKEND = "editorial.mail.ClinicMailBackend"
DEFAULT_FROM_EMAIL = env(
    "DEFAULT_FROM_EMAIL", default=f"noreply@{urlsplit(SITE_URL).hostname}"
)
SERVER_EMAIL = DEFAULT_FROM_EMAIL
# A mail server that is silent holds nobody up for longer, in seconds.
EMAIL_TIMEOUT = 30
# When staff read what came since the day before, by the clinic's clock: 0 to 23.
DIGEST_HOUR = env.int("DIGEST_HOUR", default=8)
if not 0 <= DIGEST_HOUR <= 23:
    raise ImproperlyConfigured("DIGEST_HOUR must be an hour of the day, from 0 to 23.")
# Wagtail's own work is done at once, so that pages are right at once. E-mails wait in
# the database, where a crash leaves them: `manage.py send_notifications`.
TASKS = {
    "default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"},
    "mail": {"BACKEND": "django_tasks_db.DatabaseBackend"},
}

# Only to the console, and never with what a request carried: error mails would
# hold what patients typed.
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "line": {"format": "%(asctime)s %(levelname)s %(name)s %(message)s"},
    },
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
    "loggers": {
        "django": {"handlers": ["console"], "level": "WARNING", "propagate": False},
        # Anybody can send a wrong host name; it is refused, and no fault of ours.
        "django.security.DisallowedHost": {"level": "CRITICAL"},
    },
}

# --- Wagtail ----------------------------------------------------------------

WAGTAIL_SITE_NAME = "Clinicsite"
WAGTAILADMIN_BASE_URL = SITE_URL
WAGTAIL_ALLOW_UNICODE_SLUGS = False
# Without the names that only this machine knows, on which the browser's script stops.
WAGTAIL_USER_TIME_ZONES = sorted(
    zone for zone in available_timezones() if "/" in zone or zone == "UTC"
)
# A page that gets another address is found at the old one too, if it was public there:
# editorial/address_receivers.py
WAGTAILREDIRECTS_AUTO_CREATE = False
# The admin asks no other host for anything.
WAGTAIL_GRAVATAR_PROVIDER_URL = None
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAIL_ENABLE_WHATS_NEW_BANNER = False
WAGTAILEMBEDS_FINDERS = []

WAGTAILIMAGES_IMAGE_MODEL = "assets.ClinicImage"
WAGTAILIMAGES_IMAGE_FORM_BASE = "assets.forms.PictureForm"
WAGTAILIMAGES_EXTENSIONS = ["avif", "jpeg", "jpg", "png", "webp"]
# By eye the same as at Wagtail's 61 and 80, in a third and a fifth less bytes.
WAGTAILIMAGES_AVIF_QUALITY = 50
WAGTAILIMAGES_WEBP_QUALITY = 72
WAGTAILIMAGES_MAX_UPLOAD_SIZE = 10 * 1024 * 1024
WAGTAILIMAGES_MAX_IMAGE_PIXELS = 25_000_000
WAGTAILDOCS_DOCUMENT_MODEL = "assets.ClinicDocument"
WAGTAILDOCS_EXTENSIONS = ["csv", "docx", "odt", "pdf", "txt", "xlsx"]
WAGTAILDOCS_MAX_UPLOAD_SIZE = 10 * 1024 * 1024
WAGTAILDOCS_SERVE_METHOD = "serve_view"
# Wagtail would show PDFs inside the browser, on the site's own address.
WAGTAILDOCS_INLINE_CONTENT_TYPES = []

# Headings of level 2 are the sections themselves.
WAGTAILADMIN_RICH_TEXT_EDITORS = {
    "default": {
        "WIDGET": "editorial.rich_text_handlers.TextEditor",
        "OPTIONS": {
            "features": [
                "h3",
                "h4",
                "bold",
                "superscript",
                "subscript",
                "ol",
                "ul",
                "link",
                "document-link",
            ]
        },
    },
}
WAGTAILSEARCH_BACKENDS = {
    "default": {"BACKEND": "wagtail.search.backends.database"},
}
