"""How far invented staff have got: the older, the more is done."""

from datetime import datetime, timedelta
from random import Random

from submissions.models import Submission

Kind, Status = Submission.Kind, Submission.Status

# Days within which each kind is to be answered; feedback asks for no answer.
DUE_DAYS = {
    Kind.ENQUIRY: 2,
    Kind.COMPLAINT: 25,
    Kind.DATA_REQUEST: 30,
    Kind.SAFETY: 1,
}
# Of one that is open, or is done: how often each status.
OPEN = ((Status.NEW, 55), (Status.TRIAGED, 20), (Status.ACKNOWLEDGED, 10))
OPEN += ((Status.IN_PROGRESS, 15),)
DONE = ((Status.RESPONDED, 15), (Status.CLOSED, 85))
# What is never done, of the old.
FORGOTTEN = 0.008


def status_at(age_days: float, random: Random) -> Status:
    """A status for one that came so many days ago."""
    is_open = random.random() < max(FORGOTTEN, 0.95 - age_days / 20)
    choices, weights = zip(*(OPEN if is_open else DONE), strict=True)
    return random.choices(choices, weights)[0]


def casework(
    kind: Kind,
    received: datetime,
    now: datetime,
    owner_ids: list[int],
    random: Random,
) -> dict:
    """Status, owner and dates of one that counts."""
    status = status_at((now - received) / timedelta(days=1), random)
    values = {"status": status}
    if status != Status.NEW and owner_ids:
        values["owner_id"] = random.choice(owner_ids)
    if status in (Status.RESPONDED, Status.CLOSED):
        done = min(received + timedelta(hours=random.expovariate(1 / 60)), now)
        values["responded_at"] = done
        if status == Status.CLOSED:
            values["closed_at"] = done
    elif kind in DUE_DAYS:
        values["due_at"] = received + timedelta(days=DUE_DAYS[kind])
    if status in (Status.ACKNOWLEDGED, Status.IN_PROGRESS):
        values["acknowledged_at"] = min(received + timedelta(days=1), now)
    return values
