"""Words of danger: help for the sender at once, and the desk's first place."""

import pytest
import time_machine
from bs4 import BeautifulSoup
from django.urls import reverse
from wagtail.models import ModelLogEntry

from forms.models import HelpTexts
from forms.safety.help import SHOWN_FOR
from submissions.models import Submission
from tests import factories
from tests.form_filling import filled, open_form

pytestmark = pytest.mark.django_db

DANGER = "I want to kill myself"


@pytest.fixture
def form_page():
    """A form with a rating and a long text."""
    return factories.FormPageFactory(slug="feedback")


@pytest.fixture
def send(client, form_page):
    """Sends this text: the answer, which is a redirect to the thanks."""

    def send(text):
        data = filled(open_form(client, form_page), **{"Why?": text})
        return client.post(form_page.url, data)

    return send


@pytest.fixture
def decide(client):
    """Takes a decision at the desk, as somebody with these permissions."""

    def decide(submission, name, *permissions):
        client.force_login(factories.staff_member(*permissions))
        key = {"submission_id": submission.pk, "name": name}
        response = client.post(reverse("forms_decide", kwargs=key))
        submission.refresh_from_db()
        return response

    return decide


def page_text(response) -> str:
    """What can be read on the page."""
    return BeautifulSoup(response.content, "html.parser").main.get_text(" ", strip=True)


def test_words_of_danger_are_found_wherever_they_can_be_written(client):
    page = factories.FormPageFactory(questions=[("Your name", "singleline")])
    page.form_fields.update(purpose="name")
    response = client.post(
        page.url, filled(open_form(client, page), **{"Your name": DANGER})
    )
    assert "116 123" in page_text(client.get(response.url))
    assert Submission.objects.get().flags == ["self_harm"]


@pytest.mark.parametrize(
    ("text", "help_shown"),
    [
        (DANGER, "116 123"),
        ("My husband hits me", "0808 2000 247"),
        ("I had side effects", "Yellow Card"),
        ("I cannot pass urine since the injection", "A&E now"),
    ],
)
def test_the_thanks_show_the_right_help(client, send, text, help_shown):
    response = send(text)
    assert help_shown in page_text(client.get(response.url))
    assert Submission.objects.get().needs_attention


def test_ordinary_thanks_show_no_help_and_look_the_same_in_their_address(client, send):
    ordinary, flagged = send("The pain is killing me"), send(DANGER)
    assert "999" not in page_text(client.get(ordinary.url))
    lengths = {len(response.url) for response in (ordinary, flagged)}
    assert len(lengths) == 1


def test_a_stranger_with_the_reference_learns_nothing(client, send, form_page):
    other, flagged = send("The nurse was kind."), send(DANGER)
    reference = flagged.url.split("&")[0]
    key_of_other = other.url.split("&")[1]
    for address in (reference, f"{reference}&key=x:y", f"{reference}&{key_of_other}"):
        response = client.get(address)
        assert "116 123" not in page_text(response)
        assert Submission.objects.latest("pk").reference in page_text(response)


def test_the_help_is_gone_after_a_while(client, send):
    with time_machine.travel("2026-05-03 10:00", tick=False) as clock:
        address = send(DANGER).url
        clock.shift(SHOWN_FOR - 1)
        assert "116 123" in page_text(client.get(address))
        clock.shift(2)
        assert "116 123" not in page_text(client.get(address))


def test_a_clinic_has_its_own_words_of_help(client, send, site):
    HelpTexts.objects.create(site=site, self_harm="<p>Call our crisis line.</p>")
    thanks = page_text(client.get(send(DANGER).url))
    assert "Call our crisis line." in thanks
    assert "116 123" not in thanks


def test_nothing_of_the_flag_is_logged(client, send, caplog, capsys):
    caplog.set_level("INFO")
    client.get(send(DANGER).url)
    logged = " ".join(record.getMessage() for record in caplog.records)
    assert "self_harm" not in logged + "".join(capsys.readouterr())


@pytest.mark.parametrize("field_type", ["singleline", "multiline"])
def test_help_stands_before_every_free_text(client, field_type):
    page = factories.FormPageFactory(questions=[("Tell us", field_type)])
    soup = open_form(client, page)
    notice, field = soup.select_one(".urgent-help"), soup.select_one("form.form .field")
    assert "999" in notice.get_text()
    assert field in notice.find_all_next(class_="field")
    assert "Monday to Friday" in soup.select_one(".when-read").get_text()
    assert field in soup.select_one(".when-read").find_all_next(class_="field")


def test_a_form_without_free_text_has_no_notice_of_its_own(client):
    page = factories.FormPageFactory(questions=[("How was it?", "rating")])
    assert not open_form(client, page).select(".urgent-help")


def test_when_answers_are_read_is_the_editors_to_say(client, send, form_page):
    form_page.when_read = "We read messages on Mondays."
    form_page.save()
    assert "on Mondays" in page_text(client.get(form_page.url))
    assert "on Mondays" in page_text(client.get(send("Fine").url))


def test_the_desk_shows_what_is_urgent_first_until_it_is_dealt_with(client, decide):
    urgent = factories.SubmissionFactory(
        flags=["danger"], needs_attention=True, submit_time="2020-01-01T10:00Z"
    )
    newer = factories.SubmissionFactory()
    may = ("view_submission", "change_submission")

    def listed():
        rows = client.get("/admin/desk/").context["object_list"]
        return [row.reference for row in rows]

    client.force_login(factories.staff_member(*may))
    assert listed() == [urgent.reference, newer.reference]
    decide(urgent, "dealt_with", *may)
    assert listed() == [newer.reference, urgent.reference]
    decide(urgent, "not_dealt_with", *may)
    assert listed() == [urgent.reference, newer.reference]


@pytest.mark.parametrize(
    ("choice", "found"),
    [
        ("open", ["a"]),
        ("any", ["a", "b"]),
        ("danger", ["a"]),
        ("side_effect", ["a", "b"]),
        ("self_harm", []),
    ],
)
def test_the_desk_filters_by_flag(staff, choice, found):
    flags = ["danger", "side_effect"]
    factories.SubmissionFactory(form_title="a", flags=flags, needs_attention=True)
    factories.SubmissionFactory(form_title="b", flags=["side_effect"])
    factories.SubmissionFactory(form_title="c")
    rows = staff.get("/admin/desk/", {"flag": choice}).context["object_list"]
    assert sorted(row.form_title for row in rows) == found


def listed(client, **query) -> list[str]:
    """The references in the desk's list."""
    rows = client.get("/admin/desk/", query).context["object_list"]
    return [row.reference for row in rows]


def test_what_is_held_is_only_shown_when_asked_for(staff):
    held = factories.SubmissionFactory(is_held=True, held_because=["links"])
    response = staff.get("/admin/desk/")
    assert held.reference not in response.content.decode()
    links = {link.name: link.count for link in response.context["state_links"]}
    assert links["held"] == "1"
    assert listed(staff, held="only") == [held.reference]


@pytest.mark.parametrize(
    "put_away",
    [
        {"status": "closed"},
        {"status": "responded"},
        {"is_held": True},
        {"withdrawn_at": "2026-05-03T10:00Z"},
        {"duplicate_of": True},
        {"kind": "complaint", "status": "closed"},
    ],
)
def test_an_open_flag_stays_first_to_do_until_somebody_deals_with_it(
    client, decide, put_away
):
    newer = factories.SubmissionFactory()
    if "duplicate_of" in put_away:
        put_away = {"duplicate_of": newer}
    flagged = factories.SubmissionFactory(
        flags=["danger"],
        needs_attention=True,
        submit_time="2020-01-01T10:00Z",
        **put_away,
    )
    may = ("view_submission", "change_submission")
    client.force_login(factories.staff_member(*may))
    assert listed(client) == [flagged.reference, newer.reference]
    assert listed(client, flag="open") == [flagged.reference]
    decide(flagged, "dealt_with", *may)
    assert listed(client) == [newer.reference]


def test_what_is_urgent_says_so_in_the_list_and_when_opened(client):
    client.force_login(factories.staff_member("view_submission", "change_submission"))
    flagged = factories.SubmissionFactory(flags=["danger"], needs_attention=True)
    for address in ("/admin/desk/", f"/admin/desk/inspect/{flagged.pk}/"):
        page = BeautifulSoup(client.get(address).content, "html.parser")
        label = page.select_one(".urgent-label")
        assert "Danger or abuse" in label.get_text()
        assert label.select_one("svg")
        assert page.select_one("link[href*='urgent.css']")
        Submission.objects.update(needs_attention=False)
        page = BeautifulSoup(client.get(address).content, "html.parser")
        assert not page.select_one(".urgent-label")
        Submission.objects.update(needs_attention=True)


def test_a_flag_is_not_dealt_with_over_words_that_came_meanwhile(client):
    client.force_login(factories.staff_member("view_submission", "change_submission"))
    flagged = factories.SubmissionFactory(flags=["danger"], needs_attention=True)
    page = client.get(f"/admin/desk/inspect/{flagged.pk}/").content
    button = BeautifulSoup(page, "html.parser").select_one("form[action*=dealt_with]")
    flagged.additions.create(token="a", text=DANGER)
    client.post(button["action"])
    flagged.refresh_from_db()
    assert flagged.needs_attention


def test_what_an_editor_tries_is_never_to_do(staff):
    factories.SubmissionFactory(flags=["danger"], needs_attention=True, is_test=True)
    assert listed(staff) == []


def test_of_what_is_flagged_spam_comes_last(staff):
    flagged = {"flags": ["danger"], "needs_attention": True}
    real = factories.SubmissionFactory(**flagged)
    spam = factories.SubmissionFactory(is_held=True, **flagged)
    assert listed(staff) == [real.reference, spam.reference]


@pytest.mark.parametrize(
    "put_away",
    [
        ("desk/decide/{pk}/hold/", {}),
        ("desk/inspect/{pk}/", {"action": "status", "status": "closed"}),
        ("desk-act/", {"action": "closed", "chosen": "{pk}"}),
        ("desk-act/", {"action": "hold", "chosen": "{pk}"}),
        ("desk/delete/{pk}/", {}),
        ("privacy/erase/", {"chosen": "{pk}"}),
    ],
)
def test_nobody_puts_away_an_open_flag_and_the_words_say_how_to_go_on(
    admin_client, put_away
):
    flagged = factories.SubmissionFactory(flags=["danger"], needs_attention=True)
    address, data = put_away
    data = {name: value.format(pk=flagged.pk) for name, value in data.items()}
    data |= {"seen": "new", "way": "all", "confirmed": "yes"}
    data["reason"] = "It was sent by mistake"
    address = f"/admin/{address.format(pk=flagged.pk)}"
    response = admin_client.post(address, data, follow=True)
    assert "Mark it as dealt with first" in response.content.decode()
    now = Submission.objects.get()
    assert (now.status, now.is_held, now.flags) == ("new", False, ["danger"])


def test_one_click_releases_and_another_holds_again(client, decide):
    held = factories.SubmissionFactory(is_held=True, held_because=["links", "gone"])
    may = ("view_submission", "change_submission")
    client.force_login(factories.staff_member(*may))
    opened = page_text_of_desk(client, held)
    assert "It has links to websites that patients seldom name." in opened
    decide(held, "release", *may)
    assert not held.is_held
    assert held in Submission.objects.from_patients()
    assert "staff have released it" in page_text_of_desk(client, held)
    decide(held, "hold", *may)
    assert held.is_held
    logged = ModelLogEntry.objects.exclude(action="forms.viewed")
    actions = logged.values_list("action", flat=True)
    assert sorted(actions) == ["forms.hold", "forms.release"]


def page_text_of_desk(client, submission) -> str:
    """What the opened submission says."""
    response = client.get(f"/admin/desk/inspect/{submission.pk}/")
    return BeautifulSoup(response.content, "html.parser").get_text(" ", strip=True)


def test_only_those_who_may_change_decide(client, decide):
    held = factories.SubmissionFactory(is_held=True)
    decide(held, "release", "view_submission")
    assert held.is_held
    assert "release it" not in page_text_of_desk(client, held)
    decide(held, "release", "change_submission")
    assert held.is_held


def test_a_decision_taken_twice_is_logged_once(decide):
    held = factories.SubmissionFactory(is_held=True)
    for _ in range(2):
        decide(held, "release", "view_submission", "change_submission")
    assert ModelLogEntry.objects.count() == 1


def test_a_link_decides_nothing(client):
    held = factories.SubmissionFactory(is_held=True)
    client.force_login(factories.staff_member("view_submission", "change_submission"))
    response = client.get(f"/admin/desk/decide/{held.pk}/release/")
    assert response.status_code == 405
