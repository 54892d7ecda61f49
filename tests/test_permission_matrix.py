"""Every address of the desk × everybody × what came by the form they have been given
and by another × how it is asked."""

from collections.abc import Iterator
from typing import NamedTuple

import pytest
from django.contrib.auth.models import Group, Permission
from django.db import transaction
from django.urls import get_resolver, reverse

from forms.export.choice import ExportChoice
from forms.export.jobs import folder
from forms.models import (
    Erasure,
    Export,
    ExportJob,
    FormGrant,
    InvitationSheet,
    LegalHold,
    Note,
    Reply,
    ReplyTemplate,
    RetentionRule,
    SavedFilter,
    Submission,
)
from tests import factories
from tests.desk_doors import (
    ALL_FORMS,
    ANSWER,
    CONFIGURE,
    DOORS,
    EDIT_FORM,
    EXPORT,
    PERMISSIONS,
    SOME_FORM,
    VIEW,
    Door,
)

pytestmark = pytest.mark.django_db

MARKERS = {True: "marker heliotrope", False: "marker vermilion"}
COUNTED = [
    Erasure,
    Export,
    ExportJob,
    InvitationSheet,
    LegalHold,
    Note,
    Reply,
    ReplyTemplate,
    RetentionRule,
    SavedFilter,
]


class Person(NamedTuple):
    """What somebody may do with all forms, and with their own; their group."""

    everywhere: frozenset[str] = frozenset()
    own: frozenset[str] = frozenset()
    group: str = ""

    def has(self, door: Door, is_own: bool) -> bool:
        """Whether the door is open to them, for what came by their own form or by
        another."""
        if door.scope == ALL_FORMS:
            return door.needs <= self.everywhere
        if door.scope == SOME_FORM:
            return door.needs <= self.everywhere | self.own
        return door.needs <= self.of(is_own)

    def of(self, is_own: bool) -> frozenset[str]:
        """What they may do with what came by their own form, or by another."""
        return self.everywhere | (self.own if is_own else frozenset())


def given(*permissions: str) -> frozenset[str]:
    return frozenset(permissions)


EVERYTHING = given(*PERMISSIONS)
PEOPLE = {
    "nobody in particular": Person(),
    "Editors": Person(given(EDIT_FORM), group="Editors"),
    "Clinical reviewers": Person(given(EDIT_FORM), group="Clinical reviewers"),
    "Feedback staff": Person(given(VIEW, ANSWER, EXPORT), group="Feedback staff"),
    "Site managers": Person(given(CONFIGURE, EDIT_FORM), group="Site managers"),
    "everything": Person(EVERYTHING),
    "everything for their own form": Person(own=EVERYTHING),
    "view, and everything for their own form": Person(given(VIEW), EVERYTHING),
}
for permission in PERMISSIONS:
    PEOPLE[permission] = Person(given(permission))
    PEOPLE[f"view, {permission}"] = Person(given(VIEW, permission))
    PEOPLE[f"own: view, {permission}"] = Person(own=given(VIEW, permission))


class Desk:
    """Two forms with a submission each, and what else the addresses name."""

    def __init__(self):
        self.rule = RetentionRule.objects.create(months=6, way="words")
        self.template = ReplyTemplate.objects.create(
            name="Sorry", subject="We are sorry", body="We are sorry."
        )
        self.somebody_else = factories.staff_member(*PERMISSIONS)
        self.submissions = {is_own: self.send(is_own) for is_own in (True, False)}
        self.holds = {
            is_own: LegalHold.objects.create(
                form_key=submission.form_key, reason="A letter", placed_by="somebody"
            )
            for is_own, submission in self.submissions.items()
        }

    def send(self, is_own: bool) -> Submission:
        """What a patient sent by their own form, or by the other."""
        page = factories.FormPageFactory()
        return factories.SubmissionFactory(
            page=page,
            form_key=page.translation_key,
            form_data={
                "q_rating": 4,
                "q_why": f"{MARKERS[is_own]} patient@example.org",
            },
        )

    def user(self, person: Person):
        """Somebody with these rights."""
        user = factories.staff_member(*person.everywhere)
        if person.group:
            user.user_permissions.clear()
            user.groups.add(Group.objects.get(name=person.group))
        if person.own:
            group = user.groups.create(name="Their own form")
            for codename in person.own:
                FormGrant.objects.create(
                    group=group,
                    form_key=self.submissions[True].form_key,
                    permission=Permission.objects.get(
                        codename=codename, content_type__app_label="forms"
                    ),
                )
        return user

    def job(self, user, submission) -> ExportJob:
        """A finished export of the submission, that this user asked for."""
        name = folder.new_file_name()
        with folder.open_new(name) as file:
            file.write(submission.form_data["q_why"].encode())
        return ExportJob.objects.create(
            user=user,
            export=Export.objects.create(file_format="csv", exported_by="x"),
            choice=ExportChoice("csv").as_stored(),
            state=ExportJob.State.FINISHED,
            form_keys=[str(submission.form_key)],
            file_name=name,
            row_count=1,
            rows_done=1,
        )

    def names(self, user, is_own: bool) -> dict:
        """What is filled in for `{…}`."""
        submission = self.submissions[is_own]
        return {
            "pk": submission.pk,
            "page": submission.page_id,
            "reference": submission.reference,
            "hold": self.holds[is_own].pk,
            "rule": self.rule.pk,
            "rule_text": self.rule,
            "template": self.template.pk,
            "job": self.job(user, submission).pk,
            "their_job": self.job(self.somebody_else, submission).pk,
            "filter": SavedFilter.objects.create(
                user=self.somebody_else, name=f"Theirs {is_own}", query="rating=4"
            ).pk,
        }

    def state(self, is_own: bool) -> list:
        """All that a request could change of this submission and of what is there."""
        row = Submission.objects.filter(pk=self.submissions[is_own].pk).values()
        about = [
            model.objects.filter(submission=self.submissions[is_own].pk).count()
            for model in (Note, Reply, LegalHold)
        ]
        return [list(row), about]

    def counts(self) -> list:
        """How much there is of all else, and what may be switched."""
        return [
            [model.objects.count() for model in COUNTED],
            list(LegalHold.objects.order_by("pk").values()),
            list(RetentionRule.objects.order_by("pk").values()),
            list(ExportJob.objects.order_by("pk").values("state")),
        ]


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
        and (module.startswith("forms.desk") or name.startswith(OF_THE_DESK))
    }
    assert not missing


# What Wagtail and modeladmin add for the desk's models.
OF_THE_DESK = ("desk", "wagtailsnippets_forms_replytemplate:")


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
