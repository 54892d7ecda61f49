"""The screen on which staff answer one submission."""

import re
from datetime import timedelta

import pytest
from bs4 import BeautifulSoup
from django.utils import timezone

from submissions.models import ClockPause, DeskSettings, Note, Submission
from tests import factories

pytestmark = pytest.mark.django_db

ANSWER = ("view_submission", "change_submission")
NUMBER = "b" * 32


@pytest.fixture
def user(client):
    """Somebody who may answer, logged in."""
    user = factories.staff_member(*ANSWER)
    client.force_login(user)
    return user


@pytest.fixture
def case():
    return factories.SubmissionFactory(kind="complaint")


def address(submission) -> str:
    return f"/admin/desk/inspect/{submission.pk}/"


def shown(client, submission, query="") -> BeautifulSoup:
    response = client.get(address(submission) + query)
    assert response.status_code == 200
    return BeautifulSoup(response.content, "html.parser")


def do(client, submission, action, **data):
    return client.post(address(submission), {"action": action, **data}, follow=True)


def words(response) -> str:
    return BeautifulSoup(response.content, "html.parser").get_text(" ", strip=True)


def test_the_buttons_are_the_statuses_that_may_follow(client, user):
    page = shown(client, factories.SubmissionFactory(status="responded"))
    names = [each["value"] for each in page.select("button[name=status]")]
    assert names == ["closed", "in_progress"]


def test_a_click_changes_the_status_and_stands_in_the_history(client, user, case):
    response = do(client, case, "status", status="triaged", seen="new")
    assert "The status is “Triaged” now." in words(response)
    case.refresh_from_db()
    assert case.status == "triaged"
    history = shown(client, case).select_one(".desk-case__history").get_text()
    assert "Status: from “New” to “Triaged”" in history
    assert user.username in history


def test_a_click_on_an_old_screen_changes_nothing_and_says_so(client, user, case):
    Submission.objects.update(status="acknowledged")
    response = do(client, case, "status", status="triaged", seen="new")
    assert "Somebody has changed it meanwhile" in words(response)
    case.refresh_from_db()
    assert case.status == "acknowledged"


@pytest.mark.parametrize(
    ("action", "data"),
    [
        ("status", {"status": "nonsense", "seen": "new"}),
        ("status", {}),
        ("owner", {"owner": "99999999999999999999", "seen": "x"}),
        ("owner", {"owner": "one"}),
        ("pause", {"reason": "none"}),
        ("resume", {}),
        ("kind", {"kind": "complaint", "reason": "because"}),
        ("kind", {"kind": "\x00", "reason": "\x00"}),
        ("note", {"text": "a", "token": "short"}),
        ("nonsense", {}),
        ("", {}),
    ],
)
def test_nonsense_changes_nothing_and_is_answered_in_words(
    client, user, case, action, data
):
    before = Submission.objects.values().get()
    assert do(client, case, action, **data).status_code == 200
    assert Submission.objects.values().get() == before
    assert not Note.objects.exists()
    assert not ClockPause.objects.exists()


@pytest.mark.parametrize("action", ["status", "owner", "pause", "kind", "note"])
def test_those_who_may_only_read_can_do_nothing(client, case, action):
    client.force_login(factories.staff_member("view_submission"))
    assert not shown(client, case).select("form [name=action]")
    data = {"status": "closed", "seen": "new", "text": "a", "token": NUMBER}
    response = client.post(address(case), {"action": action, **data})
    assert response.status_code == 302
    assert response.headers["Location"] == "/admin/"
    case.refresh_from_db()
    assert case.status == "new"
    assert not Note.objects.exists()


def test_one_takes_it_and_gives_it_back(client, user, case):
    do(client, case, "owner", owner=user.pk, seen="")
    case.refresh_from_db()
    assert case.owner == user
    do(client, case, "owner", owner="", seen=user.pk)
    case.refresh_from_db()
    assert case.owner is None


def test_it_says_by_how_many_working_days_it_is_overdue(client, user):
    case = factories.SubmissionFactory(
        kind="safety", submit_time=timezone.now() - timedelta(days=60)
    )
    due = shown(client, case).select_one(".desk-case__due--late").get_text(" ")
    assert "Acknowledge by" in due
    assert re.search(r"overdue by [34]\d working days", due)


def test_a_paused_clock_says_why_and_can_be_resumed(client, user, case):
    do(client, case, "pause", reason="others", words="Letter from the GP")
    page = shown(client, case)
    assert "Letter from the GP" in page.select_one(".desk-case__due").get_text()
    assert "Letter from the GP" not in page.select_one(".desk-case__history").get_text()
    do(client, case, "resume")
    assert ClockPause.objects.get().ended_by == user


def test_what_was_typed_stays_when_it_cannot_be_taken(client, user, case):
    response = do(client, case, "kind", kind="safety", reason="")
    page = BeautifulSoup(response.content, "html.parser")
    assert page.select_one("#id_kind_kind option[selected]")["value"] == "safety"
    assert "Say why" in page.get_text()
    response = do(client, case, "note", text="x" * 5001, token=NUMBER)
    assert b"x" * 5001 in response.content


def test_a_note_is_text_and_stands_once(client, user, case):
    for _ in range(2):
        do(client, case, "note", text="<b>Call</b>\nher", token=NUMBER)
    entry = shown(client, case).select(".desk-case__entry .desk-answer")
    assert [each.get_text("|", strip=True) for each in entry] == ["<b>Call</b>|her"]


def test_reading_is_noted_once_an_hour_and_shown_if_asked_for(client, user, case):
    for _ in range(3):
        page = shown(client, case)
    assert not page.select(".desk-case__history")
    lines = shown(client, case, "?history=all").select(".desk-case__history li")
    assert len(lines) == 1
    assert user.username in lines[0].get_text()


def test_words_of_harm_suggest_a_safety_concern_and_decide_nothing(client, user):
    case = factories.SubmissionFactory(flags=["side_effect"])
    note = shown(client, case).select_one(".desk-case__work .help-warning")
    assert "safety concern" in note.get_text()
    case.refresh_from_db()
    assert case.kind == "feedback"


def test_previous_and_next_follow_the_list_and_its_rights(client, user):
    now = timezone.now()
    old, middle, new = (
        factories.SubmissionFactory(submit_time=now - timedelta(days=days))
        for days in (3, 2, 1)
    )
    factories.SubmissionFactory(is_held=True, submit_time=now - timedelta(days=2))
    urgent = factories.SubmissionFactory(
        needs_attention=True, submit_time=now - timedelta(days=9)
    )
    order = [urgent, new, middle, old]
    for number, each in enumerate(order):
        links = shown(client, each).select(".desk-neighbours a")[1:]
        beside = order[max(number - 1, 0) : number + 2]
        wanted = [address(other) for other in beside if other != each]
        assert [link["href"] for link in links] == wanted


def test_only_those_who_may_configure_change_clocks_and_templates(client):
    settings = f"/admin/settings/submissions/desksettings/{DeskSettings.load().pk}/"
    templates = "/admin/snippets/submissions/replytemplate/"
    client.force_login(factories.staff_member(*ANSWER))
    assert client.get(settings).status_code == 302
    assert client.get(templates).status_code == 302
    client.force_login(factories.staff_member("configure_desk"))
    assert client.get(settings).status_code == 200
    assert client.get(templates).status_code == 200
