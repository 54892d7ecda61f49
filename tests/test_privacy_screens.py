"""Find, erase, hold, give access, and say for how long: for those who may, by post."""

import json
import uuid

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth.models import Group, Permission
from django.urls import reverse

from submissions.models import (
    Erasure,
    Export,
    FormGrant,
    LegalHold,
    RetentionRule,
    Submission,
    SubmissionAddition,
)
from tests import factories

pytestmark = pytest.mark.django_db

VIEW, ERASE, CONFIGURE = "view_submission", "delete_submission", "configure_desk"
PEOPLE, HOLDS = "/admin/privacy/", "/admin/privacy/holds/"
RETENTION, LOG = "/admin/privacy/retention/", "/admin/privacy/log/"
PATIENT = "pat@example.org"
REASON = "The person asked for it"


@pytest.fixture
def eraser(client):
    """A client of somebody who may view and erase everything."""
    client.force_login(factories.staff_member(VIEW, ERASE))
    return client


@pytest.fixture
def configurer(client):
    """A client of somebody who may configure the desk."""
    client.force_login(factories.staff_member(CONFIGURE))
    return client


def from_patient(address=PATIENT, **fields):
    return factories.SubmissionFactory(
        questions_asked=[["q_mail", "E-mail", "email"], ["q_why", "Why?", "multiline"]],
        form_data={"q_mail": address, "q_why": "zebrafish"},
        **fields,
    )


def staff_for_one_form(form_key, *permissions):
    """Somebody who has these permissions for one form only."""
    user = factories.staff_member()
    group = Group.objects.create(name=str(form_key))
    user.groups.add(group)
    for codename in permissions:
        permission = Permission.objects.get(codename=codename)
        FormGrant.objects.create(group=group, form_key=form_key, permission=permission)
    return user


def main_of(response):
    return BeautifulSoup(response.content, "html.parser").main.get_text(" ", strip=True)


@pytest.mark.parametrize(
    ("permissions", "open_to"),
    [
        ((), set()),
        ((VIEW,), set()),
        ((ERASE,), {LOG}),
        ((VIEW, ERASE), {PEOPLE, HOLDS, LOG}),
        ((CONFIGURE,), {RETENTION, f"{RETENTION}add/"}),
    ],
)
def test_each_permission_opens_its_own_screens_only(client, permissions, open_to):
    client.force_login(factories.staff_member(*permissions))
    screens = [PEOPLE, HOLDS, LOG, RETENTION, f"{RETENTION}add/"]
    assert {each for each in screens if client.get(each).status_code == 200} == open_to
    assert ('"/admin/privacy/' in client.get("/admin/").content.decode()) == bool(
        open_to
    )


def test_what_changes_something_is_only_posted_and_only_by_those_who_may(client):
    submission = from_patient()
    hold = LegalHold.objects.create(submission=submission, covers="x", reason="y")
    rule = RetentionRule.objects.create(months=1, way="all")
    client.force_login(factories.staff_member(VIEW))
    addresses = {
        f"{PEOPLE}erase/": {"chosen": submission.pk, "confirmed": 1, "way": "all"},
        f"{PEOPLE}access/": {"chosen": submission.pk},
        f"{HOLDS}{hold.pk}/end/": {},
        f"{RETENTION}{rule.pk}/confirm/": {"rule": str(rule)},
        f"{RETENTION}{rule.pk}/delete/": {},
    }
    for address, data in addresses.items():
        client.post(address, data | {"reason": REASON})
    client.force_login(factories.staff_member(VIEW, ERASE, CONFIGURE))
    for address in addresses:
        assert client.get(address).status_code in (200, 405)
    hold.refresh_from_db()
    rule.refresh_from_db()
    assert (hold.ended_at, rule.confirmed_at) == (None, None)
    assert Submission.objects.get().form_data
    assert not Export.objects.exists()


def test_an_address_is_found_and_what_is_ticked_is_erased_after_one_more_question(
    eraser,
):
    mine, other = from_patient(), from_patient("other@example.org")
    named = factories.SubmissionFactory(form_data={"q_why": f"Write to {PATIENT}"})
    page = eraser.post(PEOPLE, {"who": PATIENT})
    soup = BeautifulSoup(page.content, "html.parser")
    ticks = {
        int(each["value"]): each.has_attr("checked")
        for each in soup.select("[name=chosen]")
    }
    assert ticks == {mine.pk: True, named.pk: False}
    assert "zebrafish" not in page.content.decode()
    assert "no-store" in page.headers["Cache-Control"]
    choice = {"chosen": [mine.pk], "reason": REASON, "way": "words"}
    asked = eraser.post(f"{PEOPLE}erase/", choice)
    assert "out of our reach" in main_of(asked)
    assert not Erasure.objects.exists()
    done = eraser.post(f"{PEOPLE}erase/", choice | {"confirmed": 1}, follow=True)
    assert "1 submission was erased" in done.content.decode()
    line = Erasure.objects.get()
    assert (line.why, line.rule, line.row_count) == ("request", REASON, 1)
    for submission, is_erased in ((mine, True), (other, False), (named, False)):
        submission.refresh_from_db()
        assert submission.is_erased == is_erased


def test_a_legal_hold_stops_erasing_and_deleting_and_says_so(eraser):
    submission = from_patient()
    eraser.post(HOLDS, {"reference": submission.reference, "reason": "A letter"})
    choice = {"chosen": submission.pk, "reason": REASON, "way": "all", "confirmed": 1}
    page = eraser.post(f"{PEOPLE}erase/", choice, follow=True).content.decode()
    assert "A legal hold keeps 1 submission" in page
    delete = reverse("desk_modeladmin_delete", args=[submission.pk])
    page = eraser.post(delete, follow=True).content.decode()
    assert "A legal hold keeps this submission" in page
    assert Submission.objects.get().form_data
    hold = LegalHold.objects.get()
    eraser.post(f"{HOLDS}{hold.pk}/end/")
    eraser.post(delete)
    assert not Submission.objects.exists()
    assert Erasure.objects.get().why == "by_hand"
    assert LegalHold.objects.get().covers == submission.reference


@pytest.mark.parametrize(
    "data",
    [
        {},
        {"reference": "NONE-SUCH"},
        {"reference": "", "email": "no address"},
        {"email": PATIENT, "form_key": "{key}"},
        {"form_key": "00000000-0000-0000-0000-000000000000"},
    ],
)
def test_a_hold_is_on_one_thing_that_there_is(eraser, data):
    key = str(from_patient(form_key=uuid.uuid4()).form_key)
    data = {name: value.replace("{key}", key) for name, value in data.items()}
    assert eraser.post(HOLDS, data | {"reason": "A letter"}).status_code == 200
    assert not LegalHold.objects.exists()


def test_who_may_erase_for_one_form_reaches_no_other(client):
    key = uuid.uuid4()
    mine, other = from_patient(form_key=key), from_patient(form_key=uuid.uuid4())
    LegalHold.objects.create(submission=other, covers=other.reference, reason="y")
    client.force_login(staff_for_one_form(key, VIEW, ERASE))
    found = main_of(client.post(PEOPLE, {"who": PATIENT}))
    assert mine.reference in found
    assert other.reference not in found
    assert "Ask a colleague for the others" in found
    both = {"chosen": [mine.pk, other.pk], "reason": REASON, "way": "all"}
    client.post(f"{PEOPLE}erase/", both | {"confirmed": 1})
    assert set(Submission.objects.all()) == {other}
    holds = main_of(client.get(HOLDS))
    assert other.reference not in holds
    assert client.post(HOLDS, {"email": PATIENT, "reason": "x"}).status_code == 200
    assert LegalHold.objects.count() == 1
    client.force_login(staff_for_one_form(other.form_key, ERASE))
    assert "Nothing was erased yet" in main_of(client.get(LOG))


@pytest.mark.parametrize("file_format", ["json", "html"])
def test_somebody_gets_what_is_held_and_the_export_log_says_so(eraser, file_format):
    submission = from_patient()
    SubmissionAddition.objects.create(submission=submission, token="t", text="More.")
    data = {"chosen": submission.pk, "format": file_format}
    response = eraser.post(f"{PEOPLE}access/", data)
    text = response.content.decode()
    assert all(each in text for each in (PATIENT, "zebrafish", "More.", "staff"))
    assert f".{file_format}" in response.headers["Content-Disposition"]
    assert "no-store" in response.headers["Cache-Control"]
    line = Export.objects.get()
    assert (line.file_format, line.filters) == ("sar", "Subject access")
    if file_format == "json":
        held = json.loads(text)["submissions"]
        assert held[0]["reference"] == submission.reference


def test_the_log_answers_about_a_reference_that_is_typed(eraser):
    submission, other = from_patient(), from_patient()
    delete = {"chosen": submission.pk, "reason": REASON, "way": "all", "confirmed": 1}
    eraser.post(f"{PEOPLE}erase/", delete)
    typed = submission.reference.lower().replace("-", " ")
    assert "Yes." in main_of(eraser.post(LOG, {"reference": typed}))
    assert "No." in main_of(eraser.post(LOG, {"reference": other.reference}))


def test_a_rule_is_seen_before_it_is_confirmed_and_again_when_it_is_changed(configurer):
    fields = {"form_key": "", "kind": "complaint", "months": 96, "way": "words"}
    page = configurer.post(f"{RETENTION}add/", fields, follow=True)
    rule = RetentionRule.objects.get()
    assert rule.confirmed_at is None
    assert "Nothing is due now" in main_of(page)
    confirm = f"{RETENTION}{rule.pk}/confirm/"
    configurer.post(confirm, {"rule": "another rule than this"})
    rule.refresh_from_db()
    assert rule.confirmed_at is None
    configurer.post(confirm, {"rule": str(rule)})
    rule.refresh_from_db()
    assert rule.confirmed_at
    configurer.post(f"{RETENTION}{rule.pk}/", fields | {"months": 1})
    rule.refresh_from_db()
    assert (rule.months, rule.confirmed_at) == (1, None)
    same = configurer.post(f"{RETENTION}add/", fields)
    assert "There is a rule for this form and kind already" in main_of(same)
    configurer.post(f"{RETENTION}{rule.pk}/delete/")
    assert not RetentionRule.objects.exists()


@pytest.mark.parametrize("months", ["0", "-1", "x", "99999999999999999999"])
def test_a_rule_without_a_sensible_time_is_not_taken(configurer, months):
    fields = {"form_key": "nonsense", "kind": "", "months": months, "way": "all"}
    assert configurer.post(f"{RETENTION}add/", fields).status_code == 200
    assert not RetentionRule.objects.exists()


@pytest.mark.parametrize("number", ["9" * 18, "9" * 30, "x"])
def test_what_is_not_there_is_not_found(admin_client, number):
    for address in (f"{HOLDS}{number}/end/", f"{RETENTION}{number}/delete/"):
        assert admin_client.post(address).status_code == 404


@pytest.mark.parametrize("chosen", ["x", "9" * 30, "", "\x00"])
def test_nothing_sensible_ticked_does_nothing(eraser, chosen):
    for action in ("erase", "access"):
        data = {"chosen": chosen, "reason": REASON, "way": "all"}
        page = eraser.post(f"{PEOPLE}{action}/", data, follow=True)
        assert "Nothing was ticked" in page.content.decode()
