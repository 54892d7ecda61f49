"""Keeping what search looks in the same as what is public."""

import secrets
from collections import Counter
from collections.abc import Iterable

from django.db import transaction
from wagtail.models import Page
from wagtail.search.index import BaseField

from articles.models import ConditionPage, TreatmentPage
from home.models import SearchEntry, SearchPosting

from .words import find_words

# How much more a word says about the page than one in its text, by where it stands.
TITLE_WEIGHT = 10
NAME_WEIGHT = 8
SUMMARY_WEIGHT = 2.5
TEXT_WEIGHT = 1
# How many words these usually hold: a word among few says more than one among many.
TITLE_LENGTH = 3
NAME_LENGTH = 6
SUMMARY_LENGTH = 25
TEXT_LENGTH = 500
# The usual constants of BM25 (Robertson and Zaragoza, 2009).
K1 = 1.2
B = 0.75

SUMMARY_FIELDS = ("summary", "introduction")
SENTENCE_ENDS = (".", "!", "?", ":", ";", ",", "…")
NAME_FIELDS = ("title", "alternative_names")


def index_page(page_id: int) -> None:
    """Bring what search knows of the page up to what the database holds of it.

    The page in hand cannot be trusted: while a draft is saved it carries the
    draft's words.
    """
    with transaction.atomic():
        page = Page.objects.select_for_update().filter(pk=page_id).first()
        if page is None or not page.live or page.depth <= 2:
            SearchEntry.objects.filter(page=page_id).delete()
        else:
            write_entry(page.specific)


def write_entry(page: Page) -> None:
    """Put the page's words into the index, in place of what was there."""
    entry = make_entry(page)
    SearchPosting.objects.filter(entry=entry).delete()
    entry.save()
    SearchPosting.objects.bulk_create(
        SearchPosting(entry=entry, word=word, weight=weight)
        for word, weight in weigh_words(entry).items()
    )


def make_entry(page: Page) -> SearchEntry:
    """The page in plain text, from the fields that its type has searched."""
    summary: list[str] = []
    text: list[str] = []
    for name in searched_fields(page):
        lines = plain_lines(BaseField(name).get_value(page))
        if name in SUMMARY_FIELDS:
            summary += lines
        elif name not in NAME_FIELDS:
            text += lines
    return SearchEntry(
        page_id=page.pk,
        kind=kind_of(page),
        title=page.title,
        names="\n".join(getattr(page, "alternative_name_list", [])),
        summary=" ".join(summary),
        text=" ".join(text),
        stamp=secrets.randbits(32),
    )


def searched_fields(page: Page) -> tuple[str, ...]:
    """The fields whose words search finds.

    What is saved as a plain `Page` holds no more of them than its title.
    """
    return ("title", *getattr(page, "site_search_fields", ()))


def plain_lines(value: str | list[str] | None) -> list[str]:
    """The lines of a field's text, each with a full stop, to be read one by one.

    Wagtail gives an empty block as "None".
    """
    values = [value] if isinstance(value, str) else value or []
    lines = (" ".join(line.split()) for text in values for line in text.splitlines())
    return [
        line if line.endswith(SENTENCE_ENDS) else f"{line}."
        for line in lines
        if line and line != "None"
    ]


def kind_of(page: Page) -> str:
    """What a search can be narrowed to, to find this page."""
    if isinstance(page, ConditionPage):
        return SearchEntry.Kind.CONDITION
    if isinstance(page, TreatmentPage):
        return SearchEntry.Kind.TREATMENT
    return SearchEntry.Kind.OTHER


def weigh_words(entry: SearchEntry) -> dict[str, int]:
    """How much the entry is about each of its words, in hundredths."""
    weights: Counter[str] = Counter()
    for text, weight, usual_length in (
        (entry.title, TITLE_WEIGHT, TITLE_LENGTH),
        (entry.names, NAME_WEIGHT, NAME_LENGTH),
        (entry.summary, SUMMARY_WEIGHT, SUMMARY_LENGTH),
        (entry.text, TEXT_WEIGHT, TEXT_LENGTH),
    ):
        words = find_words(text)
        damping = K1 * (1 - B + B * len(words) / usual_length)
        for word, count in Counter(words).items():
            weights[word] += round(100 * weight * count * (K1 + 1) / (count + damping))
    return weights


def index_missing() -> None:
    """Index the public pages that search does not know yet."""
    index_all(
        Page.objects.filter(live=True, depth__gt=2, search_entry=None)
        .values_list("pk", flat=True)
        .iterator()
    )


def index_all(page_ids: Iterable[int]) -> None:
    """Index these pages, one transaction each."""
    for page_id in page_ids:
        index_page(page_id)
