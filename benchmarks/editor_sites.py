"""Two sites with the same article: the clinic's, and a stock Wagtail site.

The stock site is made in a folder that goes again. Its sections have the definition
that the clinic's migrations store: the same blocks, all of Wagtail's own classes.
Beside them it has fields of the same kinds as the clinic's articles.
"""

import json
import os
import subprocess
import sys
import time
import urllib.error
import urllib.request
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from django.db.migrations.writer import MigrationWriter

from articles.models import TreatmentPage
from benchmarks.editor_content import sections
from tests.serving import free_port

ROOT = Path(__file__).parent.parent
PATIENCE = 60

# What must not differ: server, database, static files, no autosave between the steps.
SHARED = """
ALLOWED_HOSTS = ["*"]
DEBUG = False
DATABASES = {{"default": {{
    "ENGINE": "django.db.backends.sqlite3", "NAME": {database!r},
    "CONN_MAX_AGE": None,
    "OPTIONS": {{"transaction_mode": "IMMEDIATE", "timeout": 20,
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;"}}}}}}
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = False
WAGTAIL_AUTOSAVE_INTERVAL = 0
DATA_UPLOAD_MAX_NUMBER_FIELDS = 10_000
"""

STOCK_SETTINGS = """
SECRET_KEY = "only-for-this-benchmark"
INSTALLED_APPS = [
    "stock", "wagtail.contrib.forms", "wagtail.contrib.redirects",
    "wagtail.contrib.typed_table_block", "wagtail.embeds", "wagtail.sites",
    "wagtail.users", "wagtail.snippets", "wagtail.documents", "wagtail.images",
    "wagtail.search", "wagtail.admin", "wagtail", "modelcluster", "taggit",
    "django_filters", "django.contrib.admin", "django.contrib.auth",
    "django.contrib.contenttypes", "django.contrib.sessions",
    "django.contrib.messages", "django.contrib.staticfiles",
]
MIDDLEWARE = [
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "wagtail.contrib.redirects.middleware.RedirectMiddleware",
]
ROOT_URLCONF = "stock.urls"
TEMPLATES = [{"BACKEND": "django.template.backends.django.DjangoTemplates",
    "APP_DIRS": True, "OPTIONS": {"context_processors": [
        "django.template.context_processors.debug",
        "django.template.context_processors.request",
        "django.contrib.auth.context_processors.auth",
        "django.contrib.messages.context_processors.messages"]}}]
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
LANGUAGE_CODE = "en-gb"
USE_TZ = True
STATIC_URL = "/static/"
WAGTAIL_SITE_NAME = "Stock"
WAGTAILADMIN_BASE_URL = "http://localhost"
WAGTAIL_GRAVATAR_PROVIDER_URL = None
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAIL_ENABLE_WHATS_NEW_BANNER = False
"""

STOCK_MODELS = """
{imports}
from functools import cache
from django.db import models
from django.forms import CheckboxSelectMultiple
from django.utils.module_loading import import_string
from modelcluster.fields import ParentalKey, ParentalManyToManyField
from wagtail.admin.panels import FieldPanel, InlinePanel
from wagtail.fields import StreamField
from wagtail.models import Orderable, Page
from wagtail.snippets.models import register_snippet

SECTIONS, REFERENCES = {sections}, {references}

@cache
def block(lookup, index, name):
    # Shared wherever a block of this definition has this name, as in classes.
    path, args, kwargs = LOOKUPS[lookup][index]
    if args and isinstance(args[0], list):
        args = [[(child, block(lookup, key, child)) for child, key in args[0]]]
    elif args and isinstance(args[0], int):
        args = [block(lookup, args[0], "")]
    return import_string(path)(*args, **kwargs)

def stream(number):
    kinds, lookup = STREAMS[number]
    return StreamField(
        [(name, block(number, index, name)) for name, index in kinds], blank=True)

STREAMS = [SECTIONS, REFERENCES]
LOOKUPS = [lookup for _, lookup in STREAMS]

@register_snippet
class Author(models.Model):
    name = models.CharField(max_length=120)

class RelatedPage(Orderable):
    article = ParentalKey("ArticlePage", on_delete=models.CASCADE,
        related_name="related_page_links")
    page = models.ForeignKey(Page, on_delete=models.CASCADE, related_name="+")
    panels = [FieldPanel("page")]

class TopicPage(Page):
    pass

class ArticlePage(Page):
    summary = models.TextField(max_length=300, blank=True)
    alternative_names = models.TextField(blank=True)
    hero_image = models.ForeignKey("wagtailimages.Image", null=True, blank=True,
        on_delete=models.SET_NULL, related_name="+")
    author = models.ForeignKey(Author, null=True, blank=True,
        on_delete=models.SET_NULL, related_name="+")
    topics = ParentalManyToManyField(TopicPage, blank=True, related_name="+")
    feedback_enabled = models.BooleanField(default=True)
    sections = stream(0)
    references = stream(1)
    content_panels = Page.content_panels + [
        FieldPanel(name) for name in
        ("summary", "alternative_names", "hero_image", "sections", "references",
         "author", "feedback_enabled")
    ] + [
        FieldPanel("topics", widget=CheckboxSelectMultiple),
        InlinePanel("related_page_links", max_num=6)]
"""

STOCK_URLS = """
from django.urls import include, path
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
urlpatterns = [
    path("admin/", include(wagtailadmin_urls)), path("", include(wagtail_urls))]
"""

# Run in each site: an administrator's session, and a draft of the article.
PREPARE = """
import importlib, json, sys, django
django.setup()
from django.contrib.auth import get_user_model
from django.contrib.auth.hashers import make_password
from django.test import Client
from wagtail.models import Site
module, name, extra = sys.argv[1:4]
user = get_user_model().objects.create_superuser("bench", "b@example.org", "bench")
client = Client(); client.force_login(user)
model = getattr(importlib.import_module(module), name)
parent = Site.objects.get().root_page
if extra:
    index = getattr(importlib.import_module(module), extra)(title="All", slug="all")
    parent = parent.add_child(instance=index)
page = model(title="Long article", slug="long", live=False, summary="A summary.",
    sections=json.load(sys.stdin))
parent.add_child(instance=page); page.save_revision()
print("READY", json.dumps([page.pk, client.cookies["sessionid"].value]))
"""


class Site(NamedTuple):
    """A running site: its address, the article's key, an administrator's session."""

    name: str
    address: str
    page: int
    session: str

    @property
    def edit(self) -> str:
        """The address of the article's editing screen."""
        return f"{self.address}/admin/pages/{self.page}/edit/"


def stock_definition(folder: Path) -> None:
    """Write the stock site's code."""
    imports: set[str] = set()
    code = {}
    for name in ("sections", "references"):
        *_, kinds, options = TreatmentPage._meta.get_field(name).deconstruct()
        definition = (kinds[0], options["block_lookup"])
        text, needed = MigrationWriter.serialize(definition)
        # The one block that is stored under our name is a rich text, no more.
        ours = "articles.blocks.text.TextBlock"
        code[name] = text.replace(ours, "wagtail.blocks.RichTextBlock")
        imports |= needed
    app = folder / "stock"
    app.mkdir()
    (app / "__init__.py").touch()
    models = STOCK_MODELS.format(imports="\n".join(sorted(imports)), **code)
    if "articles." in models:
        raise AssertionError("The stock site must not hold code of ours.")
    (app / "models.py").write_text(models)
    (app / "urls.py").write_text(STOCK_URLS)


@contextmanager
def running(name: str, folder: Path, base: str, article: tuple[str, str, str]):
    """The site with these settings, migrated, with the article, served by granian."""
    settings = f"bench_{name}"
    shared = SHARED.format(database=str(folder / f"{name}.sqlite3"))
    (folder / f"{settings}.py").write_text(base + shared)
    wsgi = "from django.core.wsgi import get_wsgi_application\n"
    (folder / f"{settings}_wsgi.py").write_text(
        f"{wsgi}application = get_wsgi_application()\n"
    )
    environment = os.environ | {
        "DJANGO_SETTINGS_MODULE": settings,
        "PYTHONPATH": f"{folder}{os.pathsep}{ROOT}",
    }
    options = {"cwd": folder, "env": environment, "text": True}
    commands = [["migrate", "-v0"]]
    if name == "stock":
        commands.insert(0, ["makemigrations", "stock", "-v0"])
    for command in commands:
        arguments = [sys.executable, "-m", "django", *command]
        subprocess.run(arguments, check=True, **options)
    prepared = subprocess.run(
        [sys.executable, "-c", PREPARE, *article],
        input=json.dumps(sections()),
        check=True,
        stdout=subprocess.PIPE,
        **options,
    ).stdout
    page, session = json.loads(prepared.split("READY", 1)[1])
    port = free_port()
    arguments = ["--interface", "wsgi", "--port", str(port), "--workers", "1"]
    server = subprocess.Popen(
        [sys.executable, "-m", "granian", *arguments, f"{settings}_wsgi:application"],
        stdout=subprocess.DEVNULL,
        **options,
    )
    try:
        site = Site(name, f"http://localhost:{port}", page, session)
        wait_for(f"{site.address}/admin/login/")
        yield site
    finally:
        server.terminate()
        server.wait(30)


def wait_for(address: str) -> None:
    """Wait until the server answers. Raises URLError if it does not in time."""
    deadline = time.monotonic() + PATIENCE
    while True:
        try:
            urllib.request.urlopen(address, timeout=30).close()  # noqa: S310 - ours
        except urllib.error.URLError:
            if time.monotonic() > deadline:
                raise
            time.sleep(0.2)
        else:
            return
