"""What must hold when the fire is out."""

import json
import time
from collections import Counter, defaultdict
from datetime import timedelta

from django.utils import timezone

from benchmarks.fire_clients import Ledger
from benchmarks.fire_markers import BEGINNING
from forms.models import FormPage
from submissions.models import Notification, Submission
from tests.mail_server import MailServer

Purpose, State = Notification.Purpose, Notification.State
# The mails of a whole run, in seconds.
LONGEST = 1_800


def wait_for_mails() -> None:
    """Until all is mailed. Claims of senders that were killed run out at once: nobody
    is killed any more, so that no claim is taken from somebody who lives."""
    deadline = time.monotonic() + LONGEST
    while time.monotonic() < deadline:
        unsent = Notification.objects.unsent()
        if not unsent.exists():
            return
        if not unsent.filter(state=State.WAITING).exists():
            minute_ago = timezone.now() - timedelta(minutes=1)
            hour_ago = timezone.now() - timedelta(hours=1)
            # Claimed longer than a minute ago, of the ten that a claim lasts.
            unsent.filter(
                next_attempt_at__lt=minute_ago + timedelta(minutes=10)
            ).update(next_attempt_at=hour_ago)
        time.sleep(1)


class Promises:
    """Compares what clients were told with what is stored and mailed."""

    def __init__(self, form: FormPage, ledger: Ledger, mails: MailServer):
        self.rows = list(Submission.objects.filter(page=form))
        self.ledger = ledger
        self.mails = Counter(
            mail["Message-ID"].strip("<>").partition("@")[0] for mail in mails.mails
        )
        self.notifications = Notification.objects.filter(submission__page=form)
        self.faults: list[str] = []

    def demand(self, fault: str, cases: list) -> None:
        """Note a broken promise, if there are cases of it."""
        if cases:
            self.faults.append(f"{fault}: {len(cases)}, such as {cases[:3]}")

    def check(self) -> list[str]:
        """All broken promises, in words."""
        self.check_stored()
        self.check_notified()
        self.demand(
            "clients met faults",
            [name for name in self.ledger.counts if name.startswith("fault")],
        )
        return self.faults

    def check_stored(self) -> None:
        """Each acknowledged answer is stored once, under one reference."""
        stored = defaultdict(list)
        for row in self.rows:
            stored[word_of(row)].append(row.reference)
        told = self.ledger.references
        self.demand(
            "told more than one reference",
            [word for word, references in told.items() if len(references) > 1],
        )
        self.demand(
            "acknowledged and lost", [word for word in told if word not in stored]
        )
        self.demand(
            "stored more than once",
            [word for word, references in stored.items() if len(references) > 1],
        )
        self.demand(
            "stored under another reference",
            [w for w, references in told.items() if references - set(stored[w])],
        )
        self.demand(
            "stored and never told", [word for word in stored if word not in told]
        )

    def check_notified(self) -> None:
        """Each answer has the rows and the mails that it must have, each once."""
        rows = defaultdict(list)
        for row in self.notifications:
            rows[row.submission_id].append(row.purpose)
        self.demand(
            "with other notifications than they must have",
            [
                row.reference
                for row in self.rows
                if sorted(rows[row.pk]) != sorted(self.must_have(row))
            ],
        )
        self.demand(
            "notifications unsent", list(self.notifications.exclude(state="sent"))
        )
        numbers = {str(row.number) for row in self.notifications}
        self.demand("noted as sent and never mailed", list(numbers - set(self.mails)))
        self.demand("mailed and not noted", list(set(self.mails) - numbers))

    def must_have(self, row: Submission) -> list[str]:
        """What is mailed about it."""
        if row.is_held:
            return []
        thanks = [Purpose.ACKNOWLEDGEMENT] if word_of(row) in self.ledger.mailed else []
        return [Purpose.STAFF, *thanks]

    @property
    def mailed_twice(self) -> int:
        """How many mails came more than once, under the same Message-ID: the sender was
        killed after the mail server's answer and before it was noted."""
        return sum(self.mails.values()) - len(self.mails)


def word_of(row: Submission) -> str:
    """The marker in its text, or in the address: PostgreSQL keeps no order of answers,
    so that either may come first."""
    texts = [text for text in row.form_data.values() if isinstance(text, str)]
    words = " ".join(texts).replace("@", " ").split()
    return next(
        (word for word in words if word.startswith(BEGINNING)), json.dumps(texts)
    )
