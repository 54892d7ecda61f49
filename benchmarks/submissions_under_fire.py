"""Whether each answer that was acknowledged is stored once and told of once, when lines
break, fingers are impatient, and the site's processes are killed.

Starts `manage.py serve` in a folder of its own, and kills parts of it at random:

    python benchmarks/submissions_under_fire.py [submissions] [clients] [seed]

With DATABASE_URL it runs in that database, which must be empty; with DATA_DIR in that
folder. In one where it ran before it needs another seed.
"""

import os
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from statistics import quantiles

sys.path.insert(0, str(Path(__file__).parent.parent))
os.environ["DJANGO_SETTINGS_MODULE"] = "clinicsite.settings.dev"
if "DATA_DIR" not in os.environ:
    os.environ["DATA_DIR"] = f"{tempfile.mkdtemp(prefix='under-fire-')}/var"
DATA_DIR = Path(os.environ["DATA_DIR"])

import django

django.setup()

from django.conf import settings

from benchmarks.fire_chaos import Chaos
from benchmarks.fire_clients import Ledger, Patient
from benchmarks.fire_markers import BEGINNING
from benchmarks.fire_promises import Promises, wait_for_mails
from benchmarks.fire_site import Processes, field_names, make_form
from forms.models import FormPage
from submissions.models import Submission
from tests.leaking import files_with, has_word, mail_texts, tables_with
from tests.mail_server import MailServer, mail_server
from tests.serving import Server

SEED = 20_261_123
# Where the site's temporary files lie.
TEMPORARY = DATA_DIR.parent / "tmp"


def environment(mails: MailServer) -> dict[str, str]:
    """What the site is told: its database, its mail server, patients' own networks, a
    folder for temporary files, and to log every address that is asked for."""
    TEMPORARY.mkdir(exist_ok=True)
    database = os.environ.get("DATABASE_URL")
    return {
        "EMAIL_URL": f"smtp://127.0.0.1:{mails.port}",
        "BEHIND_PROXY": "1",
        "TMPDIR": str(TEMPORARY),
        "GRANIAN_LOG_ACCESS_ENABLED": "true",
        **({"DATABASE_URL": database} if database else {}),
    }


def fire(server: Server, form: FormPage, sizes: tuple[int, int, int]) -> Ledger:
    """All submissions, from all clients, while the site is killed again and again."""
    count, clients, seed = sizes
    ledger, names = Ledger(), field_names(form)

    def patient(number: int) -> None:
        sender = Patient(
            server.address, f"/{form.slug}/", names, ledger, f"{seed}-{number}"
        )
        for _ in range(count // clients + (number < count % clients)):
            sender.submit()

    began = time.monotonic()
    with (
        Chaos(Processes(server), ledger, seed) as chaos,
        ThreadPoolExecutor(clients) as threads,
    ):
        list(threads.map(patient, range(clients)))
    took = time.monotonic() - began
    print(f"{count} submissions from {clients} clients in {took:.0f} s; {chaos.kills}")
    print(dict(ledger.counts))
    hundredths = quantiles(ledger.times, n=100)
    print(
        f"A submission took {hundredths[49]:.2f} s (median), {hundredths[94]:.2f} s "
        f"(95%), {max(ledger.times):.2f} s (longest)"
    )
    return ledger


def leaks(server: Server, mails: MailServer) -> list[str]:
    """Where patients' words are that they must not be."""
    log = server.output.read_text(errors="replace")
    texts = [text for mail in mails.mails for text in mail_texts(mail)]
    places = [
        ("a mail", has_word(texts, BEGINNING)),
        ("the log", has_word([log], BEGINNING)),
        ("no log of addresses, which was asked for", "/under-fire-" not in log),
    ]
    return [
        *(place for place, has_it in places if has_it),
        *files_with(DATA_DIR, BEGINNING, besides="db.sqlite3"),
        *files_with(TEMPORARY, BEGINNING),
        *tables_with(BEGINNING),
    ]


def main() -> None:
    """Set fire, put it out, look at what is left."""
    given = [int(each) for each in sys.argv[1:]]
    sizes = (*given, *(10_000, 50, SEED)[len(given) :])
    print(f"{settings.DATABASES['default']['ENGINE']}, seed {sizes[2]}")
    with mail_server() as mails, Server(DATA_DIR, **environment(mails)) as server:
        form = make_form(f"under-fire-{sizes[2]}")
        ledger = fire(server, form, sizes)
        began = time.monotonic()
        wait_for_mails()
        print(f"All was mailed {time.monotonic() - began:.0f} s later")
        promises = Promises(form, ledger, mails)
        faults = promises.check()
        found = leaks(server, mails)
        ended = server.process.poll()
    held = Submission.objects.filter(page=form, is_held=True).count()
    print(
        f"{len(ledger.references)} acknowledged, {len(promises.rows)} stored "
        f"({held} held), {len(promises.mails)} notifications, each mailed once but "
        f"{promises.mailed_twice}, which came twice under one Message-ID"
    )
    if ended is not None:
        faults.append(f"the site ended with {ended}")
    faults += [f"looking for patients' words: {place}" for place in found]
    sys.exit("\n".join(faults) if faults else 0)


if __name__ == "__main__":
    main()
