"""How quick and how good the site's search is among 5,000 articles.

Makes a database of its own beside the one in DATABASE_URL, or without it an SQLite
file, and removes it again:

    python benchmarks/search.py [number of articles]
"""

import os
import sys
import time
from pathlib import Path
from statistics import median, quantiles

sys.path.insert(0, str(Path(__file__).parent.parent))
os.environ["DJANGO_SETTINGS_MODULE"] = "clinicsite.settings.test"
if "DATABASE_URL" in os.environ:
    os.environ["TEST_DATABASE_URL"] = os.environ["DATABASE_URL"]

import django

django.setup()

from django.conf import settings
from django.db import connection, transaction
from django.test import Client
from django.test.utils import setup_databases, teardown_databases
from django.urls import reverse
from wagtail.signal_handlers import (
    disable_reference_index_auto_update,
)

from benchmarks.search_articles import load_articles
from benchmarks.search_data import QUERIES
from home.search import search_pages
from home.search.vocabulary import current_vocabulary
from home.views import PAGE_SIZE

ARTICLES = 5_000
TOP = 3
ROUNDS = 3


def prepare(number: int) -> None:
    """Load the articles, and do what a database does by itself in time."""
    with transaction.atomic(), disable_reference_index_auto_update():
        load_articles(number)
    with connection.cursor() as cursor:
        cursor.execute("VACUUM" if connection.vendor == "sqlite" else "VACUUM ANALYZE")
        cursor.execute("ANALYZE")


def find_titles(query: str) -> list[str]:
    """The titles on the first page of results."""
    answer = search_pages(query)
    return [result.title for result in answer.results(answer.page_ids[:PAGE_SIZE])]


def timed(action, query: str, rounds: int = ROUNDS) -> tuple[float, object]:
    """How many milliseconds it took at best, and what came of it.

    At best, because other programs on the machine make some rounds slower.
    """
    durations = []
    for _ in range(rounds):
        start = time.perf_counter()
        result = action(query)
        durations.append(time.perf_counter() - start)
    return min(durations) * 1000, result


def report(name: str, times: list[float]) -> None:
    """Print the usual figures of some durations, in milliseconds."""
    p95 = quantiles(times, n=20)[-1]
    print(
        f"{name}: p50 {median(times):.1f} ms, p95 {p95:.1f} ms, "
        f"slowest {max(times):.1f} ms"
    )


def measure() -> None:
    """Run all queries, and print how quick and how good the answers were."""
    duration, _ = timed(lambda _: current_vocabulary().speller.by_beginning, "", 1)
    print(f"First search after a change: {duration:.0f} ms more")
    find_titles("warm-up")
    answers = [(query, title, *timed(find_titles, query)) for query, title in QUERIES]
    report("Function", [duration for _, _, duration, _ in answers])
    client = Client()
    address = reverse("search")
    client.get(address, {"q": "warm-up"})
    views = [
        timed(lambda query: client.get(address, {"q": query}), query)
        for query, _ in QUERIES
    ]
    report("View", [duration for duration, _ in views])
    if any(response.status_code != 200 for _, response in views):
        sys.exit("A search was not answered.")
    missed = [
        f"{query!r}: {titles[:TOP]} in place of {title!r}"
        for query, title, _, titles in answers
        if title not in titles[:TOP]
    ]
    share = 1 - len(missed) / len(QUERIES)
    print(f"Among the first {TOP}: {share:.1%} of {len(QUERIES)} searches")
    print("\n".join(missed))


def main() -> None:
    """Prepare, measure, and leave nothing behind."""
    number = int(sys.argv[1]) if len(sys.argv) > 1 else ARTICLES
    # Wagtail's own index, which serves the admin, only takes time here.
    settings.WAGTAILSEARCH_BACKENDS["default"]["AUTO_UPDATE"] = False
    databases = setup_databases(verbosity=0, interactive=False)
    try:
        print(f"{number:,} articles, {connection.vendor}")
        prepare(number)
        measure()
    finally:
        teardown_databases(databases, verbosity=0)


if __name__ == "__main__":
    main()
