"""A run through the addresses on other websites that live pages link to."""

from collections.abc import Iterator
from typing import NamedTuple

from django.utils import timezone
from wagtail.models import Page

from editorial.clinic_time import clinic_today, day_begins
from editorial.models.link_check import LinkCheck

from .page_links import links_of
from .visit import Visitor


class Run(NamedTuple):
    """What a run came to: `left` are for the next one, `too_long` for none."""

    checked: int
    failing: int
    left: int
    too_long: int
    is_online: bool


def published_pages() -> Iterator[Page]:
    """The live pages with their own fields; an alias holds no links of its own."""
    pages = Page.objects.live().filter(alias_of=None)
    # In portions: a page carries all of its article.
    return pages.order_by("pk").specific().iterator(chunk_size=100)


def without_fragment(address: str) -> str:
    """The address as it is asked for: what follows # is the reader's own."""
    return address.partition("#")[0]


def external_addresses() -> set[str]:
    """The addresses on other websites that live pages link to."""
    return {
        without_fragment(link.address)
        for page in published_pages()
        for link in links_of(page)
        if link.is_external
    }


def check_links(visitor: Visitor, limit: int, seconds: float) -> Run:
    """Visit addresses that were not visited today, those that waited longest first.

    At most `limit` of them; none is begun after `seconds`. What is on no page any more
    is forgotten. As long as no website at all has answered, no result is kept.
    """
    addresses = external_addresses()
    LinkCheck.objects.exclude(url__in=addresses).delete()
    too_long = {each for each in addresses if len(each) > LinkCheck.MAX_LENGTH}
    waiting = addresses_in_turn(addresses - too_long)
    ends_at = visitor.now() + seconds
    kept, unsure = [], []
    for url in waiting[:limit]:
        if visitor.now() > ends_at:
            break
        unsure.append((url, visitor.visit(url)))
        if visitor.has_reached:
            kept += [store(url, status) for url, status in unsure]
            unsure = []
    return Run(
        checked=len(kept),
        failing=sum(check.failing_since is not None for check in kept),
        left=len(waiting) - len(kept),
        too_long=len(too_long),
        is_online=visitor.has_reached or not unsure,
    )


def addresses_in_turn(addresses: set[str]) -> list[str]:
    """Those not checked today: new ones first, then those that waited longest."""
    checks = dict(LinkCheck.objects.values_list("url", "checked_at"))
    today = day_begins(clinic_today())
    due = [url for url in addresses if url not in checks or checks[url] < today]
    return sorted(due, key=lambda url: (url in checks, checks.get(url, today), url))


def store(url: str, status: str) -> LinkCheck:
    """Keep what a visit came to."""
    check = LinkCheck.objects.filter(url=url).first() or LinkCheck(url=url)
    check.record(status, timezone.now())
    check.save()
    return check
