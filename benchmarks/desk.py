"""How quick the desk's list is on the site that the settings name.

Fill a copy of a site first, for example with a million submissions:

    DATA_DIR=/tmp/many python manage.py make_scale_data --submissions 1000000
    DATA_DIR=/tmp/many python manage.py collectstatic --noinput
    DATA_DIR=/tmp/many python benchmarks/desk.py [rounds]

Each case asks for the whole screen. It prints the time on the clock, and of the worst
round how much of it was the database's and the processor's: where others use the
machine too, the last two tell more.
"""

import importlib
import os
import sys
import time
from pathlib import Path
from statistics import quantiles
from urllib.parse import urlencode

sys.path.insert(0, str(Path(__file__).parent.parent))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "clinicsite.settings.dev")

# The site as its web server loads it.
importlib.import_module("clinicsite.wsgi")

from django.contrib.auth import get_user_model
from django.db import connection
from django.test import Client
from wagtail.models import Page

from forms.models import FormPage
from submissions.models import Submission

ROUNDS = 60
GOAL = 200
READER = "desk-benchmark"
LAST_PAGE = 200


def cases() -> dict[str, dict]:
    """The query of each case, by its name."""
    form = FormPage.objects.order_by("pk").first()
    about = Submission.objects.exclude(about_page=None).first()
    rare_page = Page.objects.filter(slug__startswith="scale-article").last()
    newest = Submission.objects.order_by("-pk").first()
    every = {"state": "all"}
    return {
        "to do": {},
        "to do, page 2": {"p": 2},
        "to do, last page": {"p": LAST_PAGE},
        "overdue": {"state": "overdue"},
        "all, first page": every,
        "all, middle page": every | {"p": LAST_PAGE // 2},
        "all, last page": every | {"p": LAST_PAGE},
        "all, oldest first": every | {"o": "2"},
        "all by rating, last page": every | {"o": "-5", "p": LAST_PAGE},
        "closed": {"state": "closed"},
        "held": {"state": "held"},
        "withdrawn, last page": {"state": "withdrawn", "p": LAST_PAGE},
        "form": every | {"form": form.slug},
        "page, of many": every | {"about": about.about_page_id},
        "page, of few": every | {"about": rare_page.pk if rare_page else "none"},
        "kind": every | {"kind": "complaint"},
        "kind, of few": every | {"kind": "safety"},
        "rating": every | {"rating": "1"},
        "owner": every | {"owner": newest.owner_id or "none"},
        "mine (none)": every | {"owner": "me"},
        "flag": every | {"flag": "self_harm"},
        "verified": every | {"verified": "yes"},
        "a month": every | {"received_from": "2025-03-01", "received_to": "2025-03-31"},
        "four filters": every
        | {"kind": "safety", "rating": "1", "verified": "yes", "form": form.slug},
        "search: most hold it": every | {"q": "nurse"},
        "search: three letters": every | {"q": "the"},
        "search: two letters": every | {"q": "th"},
        "search: few hold it": every | {"q": "fibromyalgia"},
        "search: three words": every | {"q": "nurse migraine caf"},
        "search: a reference": every | {"q": newest.reference},
        "search: nobody holds it": every | {"q": "zzyzx"},
        "search and filters": every | {"q": "nurse", "kind": "complaint"},
        "search in what is to do": {"q": "parking"},
    }


class DatabaseClock:
    """Adds up what the database takes."""

    seconds = 0.0

    def __call__(self, execute, *arguments):
        """Run one statement."""
        start = time.perf_counter()
        try:
            return execute(*arguments)
        finally:
            self.seconds += time.perf_counter() - start


def measure(client: Client, query: dict, rounds: int) -> list[tuple[float, ...]]:
    """Milliseconds on the clock, of the database and of the processor, by round."""
    times = []
    for _ in range(rounds + 1):
        clock = DatabaseClock()
        start, start_cpu = time.perf_counter(), time.process_time()
        with connection.execute_wrapper(clock):
            response = client.get(f"/admin/desk/?{urlencode(query)}")
        passed = time.perf_counter() - start, clock.seconds
        passed = (*passed, time.process_time() - start_cpu)
        if response.status_code != 200:
            raise SystemExit(f"{query}: status {response.status_code}")
        times.append(tuple(1_000 * each for each in passed))
    # The first round warms up.
    return times[1:]


def main() -> None:
    """Measure every case, and print."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else ROUNDS
    users = get_user_model().objects
    reader, _ = users.get_or_create(username=READER, defaults={"is_superuser": True})
    client = Client(HTTP_HOST="localhost")
    client.force_login(reader)
    load = os.getloadavg()[0]
    print(
        f"{Submission.objects.count():,} submissions, {connection.vendor}, load {load}"
    )
    print(f"{'ms':26}{'p50':>7}{'p95':>7}{'db p95':>8}{'cpu p95':>8}")
    try:
        for name, query in cases().items():
            times = measure(client, query, rounds)
            clock, database, processor = zip(*times, strict=True)
            late = [quantiles(each, n=20)[-1] for each in (clock, database, processor)]
            note = "  over" if late[0] > GOAL else ""
            print(
                f"{name:26}{quantiles(clock, n=2)[0]:7.0f}{late[0]:7.0f}"
                f"{late[1]:8.0f}{late[2]:8.0f}{note}",
                flush=True,
            )
    finally:
        reader.delete()


if __name__ == "__main__":
    main()
