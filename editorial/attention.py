"""Which public pages need an editor's attention, and why."""

from collections import Counter
from collections.abc import Iterator
from enum import StrEnum
from typing import NamedTuple

from django.contrib.contenttypes.models import ContentType
from django.db.models import Exists, OuterRef
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from wagtail.models import Page, get_page_models
from wagtail.query import PageQuerySet

from assets.alternative_text import undescribed_images

from .links.broken import failed_checks
from .models import ClinicalReview, ContentAudit
from .reading.reading_age import OLDEST, YOUNGEST


class Kind(StrEnum):
    """What is wrong with a page, the most pressing first."""

    CANNOT_BE_SHOWN = "error"
    BROKEN_LINKS = "links"
    NO_ALTERNATIVE_TEXT = "pictures"
    HARD_TO_READ = "reading"
    NEVER_REVIEWED = "review"


KIND_LABELS = {
    Kind.CANNOT_BE_SHOWN: gettext_lazy("Cannot be shown"),
    Kind.BROKEN_LINKS: gettext_lazy("Broken links"),
    Kind.NO_ALTERNATIVE_TEXT: gettext_lazy("Pictures without alternative text"),
    Kind.HARD_TO_READ: gettext_lazy("Hard to read"),
    Kind.NEVER_REVIEWED: gettext_lazy("Never reviewed"),
}


class PageInNeed(NamedTuple):
    """A page, and in words what is wrong with it, by kind."""

    page: Page
    reasons: dict[Kind, str]


def pages_in_need(pages: PageQuerySet) -> list[PageInNeed]:
    """Those of these public pages that need attention, the most pressing first.

    A few queries, however many pages there are. What a page says is known from its
    audit (editorial.content_audit); a page that was not audited yet lacks nothing.
    """
    reviews = ClinicalReview.objects.filter(newest_for=OuterRef("pk"))
    pages = list(
        pages.select_related("content_audit").annotate(is_reviewed=Exists(reviews))
    )
    surroundings = Surroundings(pages)
    found = [PageInNeed(page, surroundings.reasons(page)) for page in pages]
    order = list(Kind)
    return sorted(
        (each for each in found if each.reasons),
        key=lambda each: (
            [order.index(kind) for kind in each.reasons],
            each.page.title.casefold(),
            each.page.pk,
        ),
    )


class Surroundings:
    """What is true of the pages' links and images now."""

    def __init__(self, pages: list[Page]) -> None:
        self.failing = {check.url for check in failed_checks() if check.is_broken}
        live = Page.objects.filter(live=True).order_by()
        self.live = set(live.values_list("pk", flat=True))
        audits = [page.content_audit for page in pages if is_audited(page)]
        self.undescribed = undescribed_images(
            key for audit in audits for key in audit.image_ids
        )
        self.reviewed_types = set(types_to_review())

    def reasons(self, page: Page) -> dict[Kind, str]:
        """What is wrong with the page, in words."""
        reasons = {}
        if is_audited(page):
            audit = page.content_audit
            if not audit.can_be_shown:
                reasons[Kind.CANNOT_BE_SHOWN] = _(
                    "Cannot be shown: patients see an error"
                )
            if broken := self.broken_links(audit):
                text = ngettext(
                    "%(count)d broken link", "%(count)d broken links", broken
                )
                reasons[Kind.BROKEN_LINKS] = text % {"count": broken}
            if pictures := self.undescribed_pictures(audit):
                text = ngettext(
                    "%(count)d picture without alternative text",
                    "%(count)d pictures without alternative text",
                    pictures,
                )
                reasons[Kind.NO_ALTERNATIVE_TEXT] = text % {"count": pictures}
            if audit.reading_age and audit.reading_age > OLDEST:
                text = _("Reading age %(age)d (aim for %(youngest)d to %(oldest)d)")
                reasons[Kind.HARD_TO_READ] = text % {
                    "age": audit.reading_age,
                    "youngest": YOUNGEST,
                    "oldest": OLDEST,
                }
        if page.content_type_id in self.reviewed_types and not page.is_reviewed:
            reasons[Kind.NEVER_REVIEWED] = _("Never reviewed")
        return reasons

    def broken_links(self, audit: ContentAudit) -> int:
        """How many of the page's links lead nowhere, as the report on links counts."""
        addresses = Counter(audit.addresses)
        gone = sum(key not in self.live for key in audit.linked_page_ids)
        return gone + sum(addresses[url] for url in self.failing & addresses.keys())

    def undescribed_pictures(self, audit: ContentAudit) -> int:
        """How many of the page's pictures say nothing to a listener."""
        without = sum(key in self.undescribed for key in audit.image_ids)
        return audit.undescribed_pictures + without


def is_audited(page: Page) -> bool:
    """Whether the page, read with its audit, has one."""
    return hasattr(page, "content_audit")


def types_to_review() -> Iterator[int]:
    """The keys of the content types whose pages need a clinical review."""
    for model in get_page_models():
        if getattr(model, "needs_clinical_review", False):
            yield ContentType.objects.get_for_model(model).pk
