"""Whether a hundred thousand hostile posts get the site to fail, to store something, to
log what was sent, or to grow.

    python benchmarks/hostile_posts.py [posts] [processes] [seed]

With DATABASE_URL it runs in that database, which must be empty; with DATA_DIR in that
folder. In one where it ran before it needs another seed.
"""

import os
import sys
import tempfile
import time
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from unittest import mock

sys.path.insert(0, str(Path(__file__).parent.parent))
os.environ["DJANGO_SETTINGS_MODULE"] = "clinicsite.settings.dev"
if "DATA_DIR" not in os.environ:
    os.environ["DATA_DIR"] = f"{tempfile.mkdtemp(prefix='hostile-')}/var"
DATA_DIR = Path(os.environ["DATA_DIR"])

import django

django.setup()

from django.conf import settings
from django.db import connection

from benchmarks.fire_clients import Ledger, Patient
from benchmarks.fire_markers import BEGINNING
from benchmarks.fire_site import (
    Processes,
    field_names,
    make_form,
    memory,
)
from benchmarks.hostile_lines import attack
from benchmarks.hostile_requests import Target
from forms.models import FormPage
from forms.tokens import FormToken, new_number
from submissions.models import Submission
from tests.leaking import files_with, has_word, tables_with
from tests.serving import Server

SEED = 20_261_124
LAST_WEEK = time.time() - 7 * 24 * 60 * 60
# How the posts are divided, so that memory is looked at between.
PARTS = 10
# The memory after all of it, beside that after the first two tenths.
MOST_GROWTH = 1.1
# Counts networks and may forget: nothing that somebody sent.
CACHE = settings.CACHES["screening"]["LOCATION"]


def make_target(server: Server, form: FormPage) -> Target:
    """The form, with tokens of all sorts, one of them used."""
    names = field_names(form)
    patient = Patient(server.address, f"/{form.slug}/", names, Ledger(), "first")
    patient.network = "192.0.2.1"
    good, used = patient.token(), patient.token()
    answer = {
        names["rating"]: "4",
        names["singleline"]: "Pat",
        names["multiline"]: "The nurse was kind.",
        names["email"]: "",
    }
    patient.deliver("first", patient.body(used, answer))
    with mock.patch("time.time", return_value=LAST_WEEK):
        expired = FormToken(form.pk, None, new_number()).sign()
    host = server.address.removeprefix("http://")
    return Target(host, f"/{form.slug}/", names, good, expired, used, answer)


def rows() -> dict[str, int]:
    """How many rows each table has."""
    with connection.cursor() as cursor:
        counts = {}
        for name in connection.introspection.table_names(cursor):
            cursor.execute(f"SELECT count(*) FROM {connection.ops.quote_name(name)}")
            counts[name] = cursor.fetchone()[0]
    return {name: count for name, count in counts.items() if name != CACHE}


def attack_all(server: Server, target: Target, sizes: tuple[int, int, int]):
    """The outcomes of all posts, and the application's memory after each part."""
    count, processes, seed = sizes
    outcomes: Counter = Counter()
    held = []
    with ProcessPoolExecutor(processes, get_context("spawn")) as pool:
        for part in range(PARTS):
            each = count // PARTS // processes
            seeds = [f"{seed}-{part}-{number}" for number in range(processes)]
            for found in pool.map(
                attack, [target] * processes, seeds, [each] * processes
            ):
                outcomes += found
            held.append(sum(map(memory, Processes(server).application())) // 1024)
            print(f"  {outcomes.total():,} posts; {held[-1]} MB", flush=True)
    return outcomes, held


def report(outcomes: Counter) -> None:
    """Print what each kind got."""
    for kind in sorted({kind for kind, _ in outcomes}):
        got = {s: n for (k, s), n in sorted(outcomes.items()) if k == kind}
        print(f"  {kind}: {got}")


def main() -> None:
    """Attack, and look at what is left."""
    given = [int(each) for each in sys.argv[1:]]
    sizes = (*given, *(100_000, 3, SEED)[len(given) :])
    print(f"{settings.DATABASES['default']['ENGINE']}, seed {sizes[2]}")
    database = os.environ.get("DATABASE_URL")
    with Server(
        DATA_DIR,
        BEHIND_PROXY="1",
        **({"DATABASE_URL": database} if database else {}),
    ) as server:
        target = make_target(server, make_form(f"hostile-{sizes[2]}"))
        before, application = rows(), Processes(server).application()
        began = time.monotonic()
        outcomes, held = attack_all(server, target, sizes)
        took = time.monotonic() - began
        after, is_same = rows(), Processes(server).application() == application
        answers = Submission.objects.filter(form_slug=target.path.strip("/")).count()
        log = server.output.read_text(errors="replace")
        found = [*files_with(DATA_DIR, BEGINNING, besides="db.sqlite3")]
        found += tables_with(BEGINNING)
    report(outcomes)
    print(f"{outcomes.total()} posts in {took:.0f} s; memory in MB {held}")
    failed = {key: n for key, n in outcomes.items() if key[1] >= 500}
    grown = {n: (before[n], after[n]) for n in after if before[n] != after[n]}
    faults = {
        "HTTP 5xx": failed,
        "tables changed": grown,
        "answers besides the first": answers - 1,
        "the application ended": not is_same,
        "the site refused a line": outcomes["refused", 0],
        "what was sent is in the log": has_word([log], BEGINNING),
        "what was sent lies in": found,
        "the log tells of an error": "Traceback" in log or " ERROR " in log,
        "memory grew": held[-1] > MOST_GROWTH * held[1],
    }
    broken = [f"{name}: {what}" for name, what in faults.items() if what]
    if broken:
        print(f"The site's log: {server.output}")
    sys.exit("\n".join(broken) if broken else 0)


if __name__ == "__main__":
    main()
