"""Which links of public pages lead nowhere, and what to do about each."""

from collections.abc import Iterator
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from django.contrib.contenttypes.models import ContentType
from django.utils.translation import gettext as _
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Page, ReferenceIndex
from wagtail.query import PageQuerySet

from editorial.models import LinkCheck

from .checking import without_fragment
from .page_links import PageLink, links_of


class Kind(StrEnum):
    """Where a link leads: to this website or to another."""

    INTERNAL = "internal"
    EXTERNAL = "external"


class BrokenLink(NamedTuple):
    """A link that leads nowhere, in the words that editors read.

    `since` is when it was first seen to fail, for links to other websites.
    """

    page: Page
    kind: Kind
    words: str
    place: str
    target: str
    problem: str
    advice: str
    since: date | None = None


class Targets:
    """The pages that others link to, by key, with what is wrong with each."""

    def __init__(self, page_ids: set[int]) -> None:
        found = Page.objects.filter(pk__in=page_ids).only("title", "live")
        self.pages = {page.pk: page for page in found}

    def broken(self, page: Page, link: PageLink) -> BrokenLink | None:
        """The broken link, if it leads to no public page."""
        target = self.pages.get(link.page_id)
        if target and target.live:
            return None
        title = target.title if target else _("a page that was deleted")
        if target:
            problem = _("The page it leads to is not published.")
            advice = _("Publish that page again, or take the link out.")
        else:
            problem = _("The page it leads to was deleted.")
            advice = _("Take the link out, or let it lead to another page.")
        words = link.words or title
        return BrokenLink(
            page, Kind.INTERNAL, words, link.place, title, problem, advice
        )


def broken_links(pages: PageQuerySet) -> list[BrokenLink]:
    """The broken links of the live ones among `pages`, page by page.

    The number of queries depends on how many types of page there are, and on no more.
    """
    pages = list(pages.live().filter(alias_of=None).specific())
    checks = {check.url: check for check in failed_checks() if check.is_broken}
    links = [(page, link) for page in pages for link in links_of(page)]
    links += field_references({page.pk: page for page in pages})
    page_ids = {link.page_id for _page, link in links if link.page_id}
    targets = Targets(page_ids)
    broken = []
    for page, link in links:
        if link.page_id:
            found = targets.broken(page, link)
        else:
            found = broken_address(
                page, link, checks.get(without_fragment(link.address))
            )
        if found:
            broken.append(found)
    return sorted(broken, key=lambda each: (each.page.title.casefold(), each.page.pk))


def failed_checks() -> Iterator[LinkCheck]:
    """The addresses that failed at the last visit."""
    return LinkCheck.objects.filter(failing_since__isnull=False).iterator()


def broken_address(
    page: Page, link: PageLink, check: LinkCheck | None
) -> BrokenLink | None:
    """The broken link, if the address failed on two days."""
    if check is None:
        return None
    if check.status == LinkCheck.Status.PRIVATE:
        advice = _("Type the public address, or take the link out.")
    else:
        advice = _("Open it. If it fails for you too, find the new address.")
    return BrokenLink(
        page=page,
        kind=Kind.EXTERNAL,
        words=link.words or link.address,
        place=link.place,
        target=link.address,
        problem=check.get_status_display(),
        advice=advice,
        since=check.failing_since,
    )


def field_references(pages: dict[int, Page]) -> list[tuple[Page, PageLink]]:
    """The links from these pages to others that stand in fields of their own.

    From Wagtail's reference index: choosers of the page and of the lists in its form.
    What is in text and streams, `links_of` has read, with its words.
    """
    content_type = ContentType.objects.get_for_model(Page)
    references = ReferenceIndex.objects.filter(
        base_content_type=content_type, to_content_type=content_type
    )
    return [
        (
            pages[int(reference.object_id)],
            PageLink(
                "",
                reference.describe_source_field(),
                page_id=int(reference.to_object_id),
            ),
        )
        for reference in references.order_by("pk")
        if int(reference.object_id) in pages
        and not isinstance(reference.source_field, StreamField | RichTextField)
    ]
