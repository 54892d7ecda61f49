"""Replies by e-mail: from a template, looked at, sent once."""

from datetime import timedelta

import pytest
from bs4 import BeautifulSoup
from django.core import mail
from django.core.exceptions import ValidationError
from django.utils import timezone

from desk.figures.counts import hours_to_acknowledge, hours_to_answer
from desk.figures.spans import month_of
from editorial.clinic_time import clinic_today
from submissions.casework.transitions import change_status
from submissions.export.complaints import ComplaintsTable
from submissions.models import (
    DeskSettings,
    Notification,
    Reply,
    ReplyTemplate,
    Submission,
)
from submissions.placeholders import check_placeholders, fill
from tests import factories
from tests.mailing import PATIENT, run_worker

pytestmark = pytest.mark.django_db

TOKEN = "c" * 32
ANSWER = ("view_submission", "change_submission")
SECRET = "My secret pain"


@pytest.fixture
def user(client):
    user = factories.staff_member(*ANSWER)
    client.force_login(user)
    return user


@pytest.fixture
def case():
    return factories.SubmissionFactory(
        kind="complaint",
        reference="K7QM-4ZD2",
        questions_asked=[["q_mail", "E-mail", "email"], ["q_why", "Why?", "multiline"]],
        form_data={"q_mail": PATIENT, "q_why": SECRET},
    )


def change_to(case, status):
    if status != case.status:
        change_status(case, status, None)


def post(client, case, step, **data):
    ours = {"subject": "About {reference}", "body": "Sorry.", "token": TOKEN}
    return client.post(f"/admin/desk-reply/{case.pk}/", {"step": step, **ours, **data})


def test_a_placeholder_is_filled_in_once_and_an_unknown_one_is_named():
    values = {"reference": "{phone}", "phone": "1"}
    assert fill("{reference} { phone } {x} }{", values) == "{phone} 1 {x} }{"
    check_placeholders("{clinic}, {form}")
    with pytest.raises(ValidationError, match="cannot be filled in"):
        check_placeholders("Dear {name}")


def test_a_template_with_an_unknown_placeholder_is_refused():
    template = ReplyTemplate(name="A", subject="S", body="Dear {patient}")
    with pytest.raises(ValidationError) as refused:
        template.full_clean()
    assert set(refused.value.message_dict) == {"body"}


def test_a_template_comes_filled_in_below_what_was_typed(client, user, case):
    template = ReplyTemplate.objects.create(
        name="Received", subject="Your complaint {reference}", body="We got {form}."
    )
    response = post(
        client, case, "use", template=template.pk, subject="", body="My own words"
    )
    page = BeautifulSoup(response.content, "html.parser")
    body = page.select_one("textarea[name=body]").get_text().strip()
    assert body == "My own words\n\nWe got Feedback."
    assert page.select_one("[name=subject]")["value"] == "Your complaint K7QM-4ZD2"
    assert page.select_one("[name=token]")["value"] == TOKEN


def test_the_preview_sends_nothing(client, user, case):
    response = post(client, case, "preview", body="Call {reference}")
    text = BeautifulSoup(response.content, "html.parser").select_one(
        ".desk-reply__text"
    )
    assert "Call K7QM-4ZD2" in text.get_text()
    assert not Reply.objects.exists()


def test_a_reply_goes_to_the_patient_once_however_often_it_is_sent(client, user, case):
    for _ in range(2):
        response = post(client, case, "send", marks="responded")
        assert response.status_code == 302
    run_worker()
    run_worker()
    assert len(mail.outbox) == 1
    sent = mail.outbox[0]
    assert sent.to == [PATIENT]
    assert sent.subject == "About K7QM-4ZD2"
    assert "Sorry." in sent.body
    assert SECRET not in sent.body
    assert Reply.objects.get().sent_at
    case.refresh_from_db()
    assert case.status == "responded"


def test_a_reply_that_does_neither_leaves_the_status(client, user, case):
    post(client, case, "send", marks="")
    case.refresh_from_db()
    assert (case.status, case.acknowledged_at) == ("new", None)


@pytest.mark.parametrize("status", ["new", "triaged", "in_progress"])
def test_what_is_acknowledged_by_email_is_not_answered(client, user, case, status):
    change_to(case, status)
    post(client, case, "send", marks="acknowledged")
    case.refresh_from_db()
    assert (case.status, case.responded_at) == ("acknowledged", None)
    assert case.acknowledged_at
    due = case.due_at
    assert due - case.submit_time > timedelta(days=20)
    # The figures and the regulator's summary say the same.
    today = month_of(clinic_today())
    everything = Submission.objects.all()
    assert hours_to_acknowledge(everything, today)["complaint"] == {0: 1}
    assert not hours_to_answer(everything, today).by_kind
    (row,) = ComplaintsTable(everything).rows()
    assert (row[5], row[6], row[7]) == (0, "", "")


@pytest.mark.parametrize(
    ("fields", "offered"),
    [
        ({}, ["acknowledged", "responded", ""]),
        ({"acknowledged_at": timezone.now()}, ["responded", ""]),
        ({"status": "responded"}, []),
    ],
)
def test_a_reply_can_do_what_may_follow(client, user, case, fields, offered):
    Submission.objects.update(**fields)
    page = client.get(f"/admin/desk-reply/{case.pk}/").content
    radios = BeautifulSoup(page, "html.parser").select("[name=marks]")
    assert [radio["value"] for radio in radios] == offered


def test_a_reply_sent_twice_says_so_whatever_it_did(client, user, case):
    for _ in range(2):
        assert post(client, case, "send", marks="acknowledged").status_code == 302
    assert Reply.objects.count() == 1


def test_the_preview_says_what_it_does_and_sends_it_along(client, user, case):
    response = post(client, case, "preview", marks="responded")
    page = BeautifulSoup(response.content, "html.parser")
    assert page.select_one("[name=marks]")["value"] == "responded"
    assert "This answers it" in page.main.get_text()


def test_a_mail_server_that_is_down_leaves_it_waiting_and_the_screen_says_so(
    client, user, case, settings
):
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 1
    post(client, case, "send")
    run_worker()
    assert Notification.objects.get().state == Notification.State.WAITING
    page = client.get(f"/admin/desk/inspect/{case.pk}/").content.decode()
    assert "Not sent yet. The mail server cannot be reached." in page


def test_answers_go_to_the_mailbox_of_the_settings(client, user, case):
    desk = DeskSettings.load()
    desk.reply_to = "desk@clinic.example"
    desk.save()
    post(client, case, "send")
    run_worker()
    assert mail.outbox[0].reply_to == ["desk@clinic.example"]
    assert "nobody reads the answers" not in mail.outbox[0].body


def test_a_subject_of_several_lines_makes_one(client, user, case):
    assert post(client, case, "send", subject="One\nBcc: a@b.example").status_code in (
        200,
        302,
    )
    run_worker()
    assert all(len(sent.recipients()) == 1 for sent in mail.outbox)


@pytest.mark.parametrize(
    "data", [{"subject": ""}, {"body": "Dear {name}"}, {"token": "x"}]
)
def test_what_was_typed_stays_when_it_cannot_be_sent(client, user, case, data):
    response = post(client, case, "send", **{"body": "My own words {x}"} | data)
    page = BeautifulSoup(response.content, "html.parser")
    assert page.select_one("textarea[name=body]").get_text().strip()
    assert page.select(".error-message")
    assert not Reply.objects.exists()


def test_nobody_is_written_to_who_gave_no_address(client, user):
    case = factories.SubmissionFactory()
    assert post(client, case, "send").status_code == 302
    assert not Reply.objects.exists()


def test_those_who_may_only_read_cannot_reply(client, case):
    client.force_login(factories.staff_member("view_submission"))
    assert post(client, case, "send").headers["Location"] == "/admin/"
    client.force_login(factories.staff_member())
    assert post(client, case, "send").status_code == 404
    assert not Reply.objects.exists()


def test_a_reply_whose_submission_was_withdrawn_is_not_sent(client, user, case):
    post(client, case, "send")
    Submission.objects.update(form_data={})
    run_worker()
    assert not mail.outbox
    assert Reply.objects.get().state == Notification.State.GIVEN_UP
