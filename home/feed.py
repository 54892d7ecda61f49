"""New and newly reviewed articles, for feed readers: /feed/ (RSS 2.0)."""

import re
from datetime import datetime
from typing import NamedTuple

from django.contrib.syndication.views import Feed
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import escape
from django.utils.translation import gettext as _
from wagtail.models import Page, Site

from articles.models import ArticlePage
from editorial.clinic_time import day_begins
from editorial.models import ClinicalReview, public_pages
from home.metadata.words import page_description
from home.models import ClinicSettings

LENGTH = 20


class Entry(NamedTuple):
    """That an article was published first at `moment`, or, with a `review_id`,
    reviewed then.
    """

    page_id: int
    moment: datetime
    review_id: int | None = None


class Item(NamedTuple):
    """An entry with its article and the article's whole address."""

    entry: Entry
    page: ArticlePage
    url: str


def newest_entries(front_page: Page) -> list[Entry]:
    """The newest of both kinds, newest first, of public articles only."""
    articles = public_pages(Page.objects.descendant_of(front_page)).type(ArticlePage)
    published = (
        articles.exclude(first_published_at=None)
        .order_by("-first_published_at", "pk")
        .values_list("pk", "first_published_at")
    )
    reviewed = ClinicalReview.objects.filter(page__in=articles).values_list(
        "page_id", "reviewed_on", "pk"
    )
    entries = [Entry(*row) for row in published[:LENGTH]]
    entries += [
        Entry(page_id, day_begins(day), review_id)
        for page_id, day, review_id in reviewed[:LENGTH]
    ]
    return sorted(entries, key=lambda entry: entry.moment, reverse=True)[:LENGTH]


def without_control_signs(text: str) -> str:
    """The text without the signs that XML cannot hold."""
    return re.sub(r"[\x00-\x08\x0b\x0c\x0e-\x1f]", "", text)


class ArticleFeed(Feed):
    """The feed. What Django calls its object is the request here: every address
    comes from the site that the request found, none from what a browser sent.
    """

    def get_object(self, request: HttpRequest) -> HttpRequest:
        """The request itself."""
        return request

    def title(self, request: HttpRequest) -> str:
        """The clinic, and what the feed holds."""
        clinic = ClinicSettings.for_request(request).name
        title = _("%(clinic)s: new and reviewed pages") % {"clinic": clinic}
        return without_control_signs(title)

    def description(self, request: HttpRequest) -> str:
        """The clinic's own few words on itself."""
        return without_control_signs(ClinicSettings.for_request(request).strapline)

    def link(self, request: HttpRequest) -> str:
        """The front page."""
        return f"{Site.find_for_request(request).root_url}/"

    def feed_url(self, request: HttpRequest) -> str:
        """The feed's own address."""
        return Site.find_for_request(request).root_url + reverse("feed")

    def items(self, request: HttpRequest) -> list[Item]:
        """The entries with their articles."""
        entries = newest_entries(Site.find_for_request(request).root_page)
        pages = (
            Page.objects.filter(pk__in={entry.page_id for entry in entries})
            .defer_streamfields()
            .specific()
            .in_bulk()
        )
        return [
            Item(entry, page, page.get_full_url(request))
            for entry in entries
            # Gone in the meantime.
            if (page := pages.get(entry.page_id))
        ]

    def item_title(self, item: Item) -> str:
        """What happened to which article."""
        title = (
            _("Reviewed: %(title)s") if item.entry.review_id else _("New: %(title)s")
        )
        return without_control_signs(title % {"title": item.page.title})

    def item_description(self, item: Item) -> str:
        """The article's own words on what it is about, as HTML."""
        return escape(without_control_signs(page_description(item.page)))

    def item_link(self, item: Item) -> str:
        """The article."""
        return item.url

    def item_guid(self, item: Item) -> str:
        """One for each event, not for each article."""
        review_id = item.entry.review_id
        event = f"review-{review_id}" if review_id else "new"
        return f"{item.url}#{event}"

    def item_pubdate(self, item: Item) -> datetime:
        """When it happened."""
        return item.entry.moment
