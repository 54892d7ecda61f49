"""What is mailed about a form that was sent: to whom, in which words, when."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from bs4 import BeautifulSoup
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from home.models import ClinicSettings
from submissions.models import Notification, Submission
from submissions.notifying.addresses import (
    check_staff_addresses,
    is_plain_address,
    patient_address,
)
from submissions.notifying.sweeping import forget
from submissions.notifying.tasks import send_notification
from submissions.notifying.timing import next_digest
from tests.form_filling import filled, open_form
from tests.mailing import PATIENT, STAFF, form_page, run_worker, send, states
from tests.translating import translated, write_catalogue

pytestmark = pytest.mark.django_db


def test_staff_get_kind_title_reference_and_link(client, mailoutbox):
    submission = send(client, form_page(acknowledges=False))
    assert not mailoutbox
    run_worker()
    (mail,) = mailoutbox
    assert mail.to == [STAFF]
    assert mail.subject == f"New at the feedback desk: Complaint {submission.reference}"
    assert f"http://testserver/admin/desk/inspect/{submission.pk}/" in mail.body
    assert "Your visit" in mail.body
    assert states() == ["sent"]


def test_the_link_in_the_mail_opens_the_submission(staff, client, mailoutbox):
    submission = send(client, form_page(acknowledges=False))
    run_worker()
    (link,) = [word for word in mailoutbox[0].body.split() if "://" in word]
    assert submission.reference in staff.get(link).content.decode()


def test_the_patient_is_thanked_with_what_the_clinic_wrote(client, site, mailoutbox):
    ClinicSettings.objects.update_or_create(site=site, defaults={"phone": "01632 960"})
    submission = send(client, form_page(staff_addresses=""))
    run_worker()
    (mail,) = mailoutbox
    assert mail.to == [PATIENT]
    assert mail.subject == f"Thank you. Your reference is {submission.reference}"
    assert "We answer within three days." in mail.body
    assert "call 01632 960." in mail.body
    assert "Your visit" not in mail.body
    assert mail.content_subtype == "plain"
    headers = mail.message()
    assert headers["Auto-Submitted"] == "auto-generated"
    assert "http" not in mail.body


def test_the_thanks_speak_the_language_of_the_form(
    client, welsh, settings, tmp_path, mailoutbox
):
    words = {"Thank you. We have what you sent us.": "Diolch."}
    write_catalogue(tmp_path, "cy", words)
    settings.LOCALE_PATHS = [tmp_path]
    page = form_page()
    # “(optional)” would stand in the label in Welsh.
    page.form_fields.update(required=True)
    page = translated(page, welsh, title="Eich ymweliad")
    send(client, page, **{"Why?": "Caredig"})
    run_worker()
    assert "Diolch." in {mail.to[0]: mail.body for mail in mailoutbox}[PATIENT]
    assert "Diolch." not in {mail.to[0]: mail.body for mail in mailoutbox}[STAFF]


@pytest.mark.parametrize(
    "page",
    [
        {"acknowledges": False},
        {"questions": [("E-mail", "singleline")]},
    ],
)
def test_nobody_is_thanked_who_is_not_to_be(client, page, mailoutbox):
    send(client, form_page(staff_addresses="", **page))
    run_worker()
    assert not mailoutbox


def test_an_address_not_given_gets_no_thanks(client, mailoutbox):
    send(client, form_page(staff_addresses=""), **{"E-mail": ""})
    run_worker()
    assert not Notification.objects.exists()


def test_an_address_that_another_answer_made_needless_gets_no_thanks(client):
    submission = send(client, form_page(acknowledges=False))
    assert patient_address(submission) == PATIENT
    submission.not_asked = [submission.questions[0].name]
    assert patient_address(submission) == ""


def test_one_address_is_thanked_three_times_a_day_and_no_more(client, mailoutbox):
    page = form_page(staff_addresses="")
    for _ in range(5):
        send(client, page, **{"E-mail": PATIENT})
    run_worker()
    assert len(mailoutbox) == 3
    assert states() == ["sent"] * 3 + ["given_up"] * 2
    with time_machine.travel(timezone.now() + timedelta(days=2), tick=False):
        send(client, page, **{"E-mail": PATIENT.upper()})
        run_worker()
    assert len(mailoutbox) == 4


def test_a_trial_tells_nobody(client, admin_user):
    client.force_login(admin_user)
    page = form_page()
    address = reverse("forms_trial", args=[page.pk])
    soup = BeautifulSoup(client.get(address).content, "html.parser")
    client.post(address, filled(soup, **{"E-mail": PATIENT}))
    assert Submission.objects.tests().count() == 1
    assert not Notification.objects.exists()


def test_sent_twice_is_told_once(client, mailoutbox):
    page = form_page()
    data = filled(open_form(client, page), **{"E-mail": PATIENT})
    for _ in range(3):
        client.post(page.url, data)
    run_worker()
    assert sorted(mail.to[0] for mail in mailoutbox) == [STAFF, PATIENT]


def test_the_daily_email_counts_what_came_by_form(client, mailoutbox):
    daily = {"staff_notice": "daily", "acknowledges": False}
    visits, ideas = form_page(**daily), form_page(title="Ideas", **daily)
    morning = datetime(2026, 7, 1, 10, 0, tzinfo=UTC)
    with time_machine.travel(morning, tick=False) as clock:
        for page in (visits, ideas, visits):
            send(client, page)
        run_worker()
        assert not mailoutbox
        # Eight o'clock in British summer.
        clock.move_to(datetime(2026, 7, 2, 7, 0, 1, tzinfo=UTC))
        send(client, visits)
        run_worker()
        (mail,) = mailoutbox
        assert "Ideas: 1\nYour visit: 2\n" in mail.body
        assert "http://testserver/admin/desk/" in mail.body
        clock.move_to(datetime(2026, 7, 3, 7, 0, 1, tzinfo=UTC))
        run_worker()
    assert "Your visit: 1\n" in mailoutbox[1].body
    assert len(mailoutbox) == 2
    assert (
        mailoutbox[0].message()["Message-ID"] != mailoutbox[1].message()["Message-ID"]
    )


@pytest.mark.parametrize(
    ("now", "digest"),
    [
        ("2026-07-01T06:59+00:00", "2026-07-01T07:00+00:00"),
        ("2026-07-01T07:00+00:00", "2026-07-02T07:00+00:00"),
        # The clocks go back on 25 October, at two in the night.
        ("2026-10-24T12:00+00:00", "2026-10-25T08:00+00:00"),
    ],
)
def test_the_daily_email_goes_by_the_clinics_clock(now, digest):
    found = next_digest(datetime.fromisoformat(now), 8)
    assert found == datetime.fromisoformat(digest)


@pytest.mark.parametrize(
    "address",
    [
        "",
        "a@b",
        "a@b.example, c@d.example",
        '"a\x01b"@c.example',
        "a@b.example\r\nBcc: x",
    ],
)
def test_what_is_no_plain_address_is_refused(address):
    assert not is_plain_address(address)
    if address.strip():
        with pytest.raises(ValidationError, match="one address on each line"):
            check_staff_addresses(f"{STAFF}\n{address}")


def test_a_forms_title_with_line_breaks_makes_no_header(client, mailoutbox):
    page = form_page(acknowledges=False)
    type(page).objects.update(title="Title\r\nBcc: x@y.example\u2028Z")
    send(client, page)
    run_worker()
    (mail,) = mailoutbox
    assert mail.recipients() == [STAFF]
    assert "Title Bcc: x@y.example Z" in mail.body
    assert "Bcc" not in mail.message()


def test_what_is_erased_is_not_mailed_about(client, mailoutbox):
    send(client, form_page()).delete()
    run_worker()
    assert not mailoutbox
    assert not Notification.objects.exists()


def test_thanks_go_out_though_the_form_is_gone(client, mailoutbox):
    page = form_page(staff_addresses="")
    submission = send(client, page)
    page.delete()
    run_worker()
    assert submission.reference in mailoutbox[0].body


def test_the_outbox_forgets_after_a_month(client):
    send(client, form_page())
    run_worker()
    forget(timezone.now() + timedelta(days=29))
    assert len(states()) == 2
    forget(timezone.now() + timedelta(days=31))
    assert not states()
    assert not DBTaskResult.objects.filter(backend_name="mail").exists()


def test_a_second_task_for_the_same_row_does_nothing(client, mailoutbox):
    send(client, form_page(acknowledges=False))
    key = Notification.objects.get().pk
    for _ in range(3):
        send_notification.call(key)
    assert len(mailoutbox) == 1


def test_storing_and_telling_are_one_transaction(client, monkeypatch, caplog):
    page = form_page()
    data = filled(open_form(client, page))

    def refuse(*args):
        raise RuntimeError

    monkeypatch.setattr("submissions.notifying.outbox.enqueue", refuse)
    with pytest.raises(RuntimeError):
        client.post(page.url, data)
    caplog.clear()
    assert not Submission.objects.exists()
