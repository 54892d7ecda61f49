"""Reading a page when it is published, so that lists of pages need not read it."""

import logging
import re
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.contrib.staticfiles.storage import staticfiles_storage
from django.db import transaction
from django.db.models import Exists, OuterRef, Q
from django.http import HttpRequest
from django.utils import translation
from wagtail.fields import StreamField
from wagtail.models import Page
from wagtail.query import PageQuerySet

from assets.alternative_text import count_undescribed, field_image_ids

from .links.broken import field_references
from .links.checking import without_fragment
from .links.page_links import links_of
from .models import ContentAudit
from .reading.advice import advise

logger = logging.getLogger(__name__)

MAIN_PART = re.compile(r"<main\b[^>]*>(.*)</main>", re.DOTALL)


def audit_once_published(page: Page) -> None:
    """Audit the page after the transaction, which holds the lock of the database.

    If the process stops before, or if pages cannot be drawn yet, as while a new site
    is filled, `manage.py audit_pages` finds what is missing.
    """
    key = page.pk
    if can_draw_pages():
        transaction.on_commit(lambda: audit_pages(pages_to_audit(key)), robust=True)


def can_draw_pages() -> bool:
    """Whether the static files have been collected, which every page names."""
    return bool(getattr(staticfiles_storage, "hashed_files", True))


def live_pages(*keys: int) -> PageQuerySet:
    """The public pages with text of their own; of these keys, if there are any."""
    pages = Page.objects.live().filter(depth__gt=1, alias_of=None)
    return pages.filter(pk__in=keys) if keys else pages


def pages_to_audit(*keys: int) -> PageQuerySet:
    """The public pages that were not read as they are now, or could not be."""
    audits = ContentAudit.objects.filter(page=OuterRef("pk"), can_be_shown=True).filter(
        Q(published_at=OuterRef("last_published_at"))
        | Q(published_at=None, page__last_published_at=None)
    )
    return live_pages(*keys).exclude(Exists(audits))


def audit_pages(pages: PageQuerySet) -> int:
    """Read these pages; how many there were."""
    number = 0
    for page in pages.order_by("pk").specific().iterator(chunk_size=100):
        try:
            with transaction.atomic():
                audit_page(page)
        except Exception as error:
            # Whatever it is, the other pages are read, and the website starts.
            logger.warning("Page %s cannot be shown: %s", page.pk, type(error).__name__)
            keep_audit(page, can_be_shown=False)
        number += 1
    return number


def keep_audit(page: Page, **found: object) -> ContentAudit:
    """Keep what was found on the page, and nothing of what was found before."""
    ContentAudit.objects.filter(page_id=page.pk).delete()
    return ContentAudit.objects.create(
        page_id=page.pk, published_at=page.last_published_at, **found
    )


def audit_page(page: Page) -> ContentAudit:
    """Read the specific page as it is public now, and keep what was found."""
    links = list(links_of(page))
    links += [link for _page, link in field_references({page.pk: page})]
    streams = [
        getattr(page, field.name).raw_data
        for field in page._meta.get_fields()
        if isinstance(field, StreamField)
    ]
    return keep_audit(
        page,
        reading_age=page_reading_age(page),
        undescribed_pictures=sum(count_undescribed(list(stored)) for stored in streams),
        image_ids=list(field_image_ids(page)),
        linked_page_ids=[link.page_id for link in links if link.page_id],
        addresses=[
            without_fragment(link.address)
            for link in links
            if not link.page_id and link.address
        ],
    )


def page_reading_age(page: Page) -> int | None:
    """The age in years that the reading help tells of the page.

    None for a short text, and for one that is not in English.
    """
    language = page.locale.language_code
    if not language.startswith("en"):
        return None
    age = advise(main_part(page, language), {}).age
    return None if age is None else round(age)


def main_part(page: Page, language: str) -> str:
    """The HTML of the page's main part, as patients get it."""
    site = urlsplit(settings.SITE_URL)
    request = HttpRequest()
    request.method = "GET"
    request.path = request.path_info = page.get_url() or "/"
    request.META = {"SERVER_NAME": site.hostname, "SERVER_PORT": site.port or 80}
    request.user = AnonymousUser()
    with translation.override(language):
        response = page.serve(request)
        if hasattr(response, "render"):
            response = response.render()
    found = MAIN_PART.search(response.content.decode())
    return found[1] if found else ""
