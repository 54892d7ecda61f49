"""Every address of the desk × everybody × what came by the form they have been given
and by another × how it is asked."""

from collections.abc import Iterator
from typing import NamedTuple

import pytest
from django.db import transaction
from django.urls import get_resolver, reverse

from tests.desk_doors import ALL_FORMS, DOORS, VIEW, Door
from tests.desk_people import PEOPLE
from tests.desk_world import MARKERS, Desk

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk(settings, tmp_path):
    settings.DATA_DIR = tmp_path
    return Desk()


class Answer(NamedTuple):
    """What came back, and what it changed."""

    status: int
    location: str
    text: str
    changed_it: bool
    changed_anything: bool

    @property
    def is_refusal(self) -> bool:
        """To the dashboard with a word, or as if there were nothing."""
        return self.status == 404 or (self.status, self.location) == (302, "/admin/")


def ask(client, desk, door, names, *, is_own, method, before) -> Answer:
    """The answer to this person; what it changed is put back."""
    address = door.address.format(**names)
    data = {key: value.format(**names) for key, value in door.data.items()}
    with transaction.atomic():
        response = (
            client.generic(method, address)
            if method
            not in (
                "GET",
                "POST",
            )
            else getattr(client, method.lower())(
                address, data if method == "POST" else None
            )
        )
        body = b"".join(response) if response.streaming else response.content
        after = desk.state(is_own), desk.counts()
        transaction.set_rollback(True)
    return Answer(
        response.status_code,
        response.headers.get("Location", ""),
        body.decode(errors="replace"),
        before[0] != after[0],
        before != after,
    )


METHODS = {
    door.address: {
        each
        for other in DOORS
        if other.address == door.address
        for each in other.methods.split()
    }
    for door in DOORS
}


def asked(is_own: bool):
    """Each door with each way to ask; what is the same for all forms, once."""
    for door in DOORS:
        if door.scope == ALL_FORMS and not is_own:
            continue
        for method in {"GET", "POST", *door.methods.split()}:
            is_another_door = method in METHODS[door.address]
            if method in door.methods.split() or not is_another_door:
                yield door, method


@pytest.mark.parametrize("name", PEOPLE)
def test_each_address_opens_to_those_who_have_the_right_alone(client, desk, name):
    person = PEOPLE[name]
    user = desk.user(person)
    client.force_login(user)
    wrong = []

    for is_own in (True, False):
        names = desk.names(user, is_own)
        before = desk.state(is_own), desk.counts()
        for door, method in asked(is_own):
            answer = ask(
                client, desk, door, names, is_own=is_own, method=method, before=before
            )
            wrong += [
                (what, door.address, door.data.get("action"), method, is_own, answer)
                for what in faults(answer, person, door, is_own=is_own, method=method)
            ]
    assert not wrong, "\n".join(str(each)[:300] for each in wrong)


def faults(answer, person, door, *, is_own, method) -> Iterator[str]:
    """What an answer to this person should not have been or done."""
    is_open = person.has(door, is_own)
    if answer.status >= 500:
        yield "broken"
    if method not in door.methods.split():
        if not answer.is_refusal and answer.status != 405:
            yield "taken in another way"
    elif is_open == answer.is_refusal:
        yield "refused" if is_open else "opened"
    if answer.changed_anything and not is_open:
        yield "changed something"
    if answer.changed_it and not door.needs <= person.of(is_own):
        yield "changed what came by another form"
    for whose, marker in MARKERS.items():
        if marker in answer.text and VIEW not in person.of(whose):
            yield f"showed {marker}"


def test_a_visitor_is_asked_to_log_in_everywhere(client, desk):
    login = reverse("wagtailadmin_login")
    for is_own in (True, False):
        names = desk.names(desk.somebody_else, is_own)
        before = desk.state(is_own), desk.counts()
        for door, method in asked(is_own):
            answer = ask(
                client, desk, door, names, is_own=is_own, method=method, before=before
            )
            assert answer.location.startswith(login), (door, method)
            assert not answer.changed_anything


@pytest.mark.parametrize("method", ["PUT", "PATCH", "DELETE", "TRACE", "OPTIONS"])
def test_no_other_method_does_anything(admin_client, desk, method):
    names = desk.names(desk.somebody_else, is_own=True)
    before = desk.state(is_own=True), desk.counts()
    for address, methods in METHODS.items():
        if method in methods:
            continue
        door = Door(address, None, "", frozenset(), ALL_FORMS)
        answer = ask(
            admin_client, desk, door, names, is_own=True, method=method, before=before
        )
        assert answer.status < 500, address
        assert not answer.changed_anything, address
        assert not any(marker in answer.text for marker in MARKERS.values()), address


def test_every_address_of_the_desk_is_in_the_table():
    known = {door.route for door in DOORS}
    missing = {
        name
        for name, module in named_routes(get_resolver())
        if name not in known
        and (module.startswith("desk") or name.startswith(OF_THE_DESK))
    }
    assert not missing


# What Wagtail and modeladmin add for the desk's models.
OF_THE_DESK = ("desk", "wagtailsnippets_submissions_replytemplate:")


def named_routes(resolver, namespace=""):
    """The name of each route under the resolver, and the module of its view."""
    for pattern in resolver.url_patterns:
        if hasattr(pattern, "url_patterns"):
            inner = (
                f"{namespace}{pattern.namespace}:" if pattern.namespace else namespace
            )
            yield from named_routes(pattern, inner)
        elif pattern.name:
            yield namespace + pattern.name, pattern.callback.__module__
