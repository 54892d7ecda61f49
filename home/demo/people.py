"""The four people of the demo clinic. None of them exists, nor do their numbers."""

from typing import NamedTuple

from django.contrib.auth import get_user_model

from editorial.models import Clinician

from .accounts import address
from .pictures import find_picture


class Person(NamedTuple):
    """Somebody of the clinic, with title; the portrait has the same title."""

    name: str
    role: str
    register: str
    register_number: str
    biography: str
    # With which the person logs in.
    username: str | None = None


IMOGEN_SALLOW = "Dr Imogen Sallow"
TOBIAS_RENN = "Tobias Renn"
NADIA_OKONEDO_PRYCE = "Dr Nadia Okonedo-Pryce"
MARGUERITE_FELL = "Marguerite Fell"

PEOPLE = [
    Person(
        IMOGEN_SALLOW,
        "Consultant in pain medicine",
        Clinician.Register.GMC,
        "DEMO-0001",
        "Imogen sees people with pain that has lasted for months or years. She likes "
        "a first appointment to be mostly listening. An invented person.",
        username="reviewer",
    ),
    Person(
        TOBIAS_RENN,
        "Specialist pain physiotherapist",
        Clinician.Register.HCPC,
        "DEMO-0002",
        "Tobias helps people to move again at a pace they can keep up. He runs the "
        "walking group on Thursdays. An invented person.",
    ),
    Person(
        NADIA_OKONEDO_PRYCE,
        "Clinical psychologist",
        Clinician.Register.HCPC,
        "DEMO-0003",
        "Nadia works with people on sleep, worry and the daily strain of pain. She "
        "leads our pain management programme. An invented person.",
    ),
    Person(
        MARGUERITE_FELL,
        "Lead pain nurse",
        Clinician.Register.NMC,
        "DEMO-0004",
        "Marguerite looks after people before, during and after their treatment. She "
        "answers the nurse line. An invented person.",
    ),
]


def load_person(person: Person) -> bool:
    """Add the person unless somebody of that name is there; whether it was added."""
    if Clinician.objects.filter(name=person.name).exists():
        return False
    values = person._asdict()
    username = values.pop("username")
    Clinician.objects.create(
        **values,
        photograph=find_picture(person.name),
        user=find_account(username) if username else None,
    )
    return True


def find_account(username: str):
    """The demo's own account of this name, if nobody has it yet."""
    accounts = get_user_model().objects.filter(
        username=username, email=address(username), clinician=None
    )
    return accounts.first()
