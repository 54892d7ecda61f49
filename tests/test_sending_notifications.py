"""Mailing through a real mail server, on its good and its bad days."""

import smtplib
from datetime import timedelta
from email.utils import parseaddr

import pytest
import time_machine
from django.core import mail as mails
from django.core.mail import send_mail
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from home.models import ClinicSettings
from submissions.models import Notification
from submissions.notifying import sending
from submissions.notifying.sending import claim
from submissions.notifying.sweeping import find_lost, sweep, try_given_up_again
from submissions.notifying.timing import (
    LATE,
    LEASE,
    LONGEST_PAUSE,
    MOST_ATTEMPTS,
    pause_after,
)
from tests.mail_server import mail_server
from tests.mailing import PATIENT, STAFF, form_page, run_worker, send, states

pytestmark = pytest.mark.django_db

STAFF_ONLY = {"acknowledges": False}


@pytest.fixture
def smtp(settings):
    """A mail server, which the site sends to."""
    with mail_server() as server:
        settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
        settings.EMAIL_HOST = "127.0.0.1"
        settings.EMAIL_PORT = server.port
        settings.EMAIL_TIMEOUT = 1
        yield server


def only_row():
    return Notification.objects.get()


def run_later(**delay):
    """A round of the worker, so much later."""
    with time_machine.travel(timezone.now() + timedelta(**delay), tick=False):
        run_worker()


def test_each_mail_comes_from_the_clinic_by_name_and_names_it(client, smtp, site):
    clinic = ClinicSettings.for_site(site)
    clinic.name = "The Wendlemere Clinic, Leeds"
    clinic.save()
    send(client, form_page())
    run_worker()
    assert len(smtp.mails) == 2
    for mail in smtp.mails:
        assert parseaddr(mail["From"]) == (clinic.name, "noreply@testserver")
        assert clinic.name in mail.get_payload(decode=True).decode()


@pytest.mark.parametrize(
    ("configured", "name"),
    [("desk@a.example", "Wendlemere"), ("Our desk <desk@a.example>", "Our desk")],
)
def test_mails_of_django_and_wagtail_name_the_clinic_too(
    settings, site, configured, name
):
    clinic = ClinicSettings.for_site(site)
    clinic.name = "Wendlemere"
    clinic.save()
    settings.DELIVERY_BACKEND = settings.EMAIL_BACKEND
    settings.EMAIL_BACKEND = "editorial.mail.ClinicMailBackend"
    settings.DEFAULT_FROM_EMAIL = configured
    send_mail("Subject", "Text", None, ["ann@clinic.example"])
    assert mails.outbox[0].from_email == f"{name} <desk@a.example>"


def test_each_mail_arrives_whole_with_its_headers(client, smtp):
    send(client, form_page())
    run_worker()
    assert sorted(mail["To"] for mail in smtp.mails) == [STAFF, PATIENT]
    for mail in smtp.mails:
        assert mail["Auto-Submitted"] == "auto-generated"
        assert mail["Message-ID"].endswith("@testserver>")
    numbers = {str(row.number) for row in Notification.objects.all()}
    assert {mail["Message-ID"][1:37] for mail in smtp.mails} == numbers


@pytest.mark.parametrize(
    ("mood", "error"),
    [
        ("busy", "SMTPRecipientsRefused"),
        ("unknown", "SMTPRecipientsRefused"),
        ("dropped", "SMTPServerDisconnected"),
        ("silent", "SMTPServerDisconnected"),
        ("forgetful", "SMTPServerDisconnected"),
    ],
)
def test_what_fails_is_sent_a_minute_later_under_the_same_id(client, smtp, mood, error):
    send(client, form_page(**STAFF_ONLY))
    smtp.moods = [mood]
    run_worker()
    row = only_row()
    assert (row.state, row.attempts, row.last_error) == ("waiting", 1, error)
    run_worker()
    assert only_row().attempts == 1
    run_later(seconds=70)
    row = only_row()
    assert (row.state, row.attempts, row.last_error) == ("sent", 2, "")
    # The mail server had it already, if only its answer was lost: a double, and known.
    assert len(smtp.mails) == (2 if mood == "forgetful" else 1)
    assert {mail["Message-ID"] for mail in smtp.mails} == {f"<{row.number}@testserver>"}


def test_a_mail_server_that_is_down_costs_the_patient_nothing(client, settings, smtp):
    settings.EMAIL_PORT = 1
    send(client, form_page(**STAFF_ONLY))
    run_worker()
    row = only_row()
    assert (row.state, row.last_error) == ("waiting", "ConnectionRefusedError")
    settings.EMAIL_PORT = smtp.port
    run_later(minutes=2)
    assert states() == ["sent"]


def test_pauses_double_up_to_four_hours_and_last_a_long_weekend():
    pauses = [pause_after(attempts) for attempts in range(1, MOST_ATTEMPTS)]
    assert timedelta(minutes=1) <= pauses[0] <= timedelta(seconds=66)
    assert timedelta(minutes=8) <= pauses[3] <= timedelta(minutes=8.8)
    assert all(pause <= LONGEST_PAUSE * 1.1 for pause in pauses)
    assert timedelta(days=3) < sum(pauses, timedelta()) < timedelta(days=5)
    assert pause_after(10_000) <= LONGEST_PAUSE * 1.1


def test_staff_are_tried_for_days_and_can_be_tried_anew(client, smtp):
    send(client, form_page(**STAFF_ONLY))
    smtp.moods = ["unknown"] * MOST_ATTEMPTS
    for day in range(MOST_ATTEMPTS + 2):
        run_later(days=day)
    row = only_row()
    assert (row.state, row.attempts) == ("given_up", MOST_ATTEMPTS)
    try_given_up_again(timezone.now())
    run_worker()
    assert states() == ["sent"]


def test_an_address_that_does_not_exist_is_thanked_no_more(client, smtp):
    send(client, form_page(staff_addresses=""))
    smtp.moods = ["unknown"]
    run_worker()
    assert states() == ["given_up"]
    assert smtp.moods == []


def test_a_patients_mail_server_that_is_busy_is_asked_again(client, smtp):
    send(client, form_page(staff_addresses=""))
    smtp.moods = ["busy"]
    run_worker()
    assert states() == ["waiting"]
    run_later(seconds=70)
    assert states() == ["sent"]


def test_a_staff_address_that_fails_keeps_no_other_from_its_mail(client, smtp):
    page = form_page(staff_addresses=f"gone@clinic.example\n{STAFF}", **STAFF_ONLY)
    send(client, page)
    smtp.moods = ["unknown"]
    run_worker()
    assert states() == ["waiting", "sent"]


def test_what_one_sender_has_claimed_no_other_sends_until_the_lease_is_over(
    client, smtp
):
    send(client, form_page(**STAFF_ONLY))
    key, now = only_row().pk, timezone.now()
    assert claim(key, now)
    assert not claim(key, now + LEASE - timedelta(seconds=1))
    run_worker()
    assert smtp.mails == []
    run_later(minutes=13)
    assert len(smtp.mails) == 1


def test_a_sender_that_was_too_slow_does_not_undo_what_another_did(client, smtp):
    send(client, form_page(**STAFF_ONLY))
    slow = claim(only_row().pk, timezone.now())
    run_later(minutes=13)
    assert sending.settle(slow, smtplib.SMTPException(), timezone.now()) == []
    assert states() == ["sent"]


def test_a_notification_without_a_task_gets_one_and_no_more_than_one(client, smtp):
    send(client, form_page(**STAFF_ONLY))
    DBTaskResult.objects.all().delete()
    now = timezone.now()
    assert find_lost(now) == 0
    assert find_lost(now + LATE * 2) == 1
    assert find_lost(now + LATE * 2) == 0
    run_later(minutes=6)
    assert len(smtp.mails) == 1


def test_a_daily_email_that_fails_is_sent_again_as_one(client, smtp):
    page = form_page(staff_notice="daily", **STAFF_ONLY)
    for _ in range(3):
        send(client, page)
    smtp.moods = ["dropped"]
    run_later(days=1, hours=1)
    assert states() == ["waiting"] * 3
    run_later(days=1, hours=2)
    assert states() == ["sent"] * 3
    (mail,) = smtp.mails
    assert "Your visit: 3" in mail.get_content()


def test_a_task_whose_worker_was_killed_fails_when_its_claim_is_over(client):
    send(client, form_page(**STAFF_ONLY))
    task = DBTaskResult.objects.get()
    task.claim("a worker that is killed")
    started = task.started_at
    sweep(started + LEASE)
    assert DBTaskResult.objects.running().count() == 1
    sweep(started + LEASE + timedelta(seconds=1))
    task.refresh_from_db()
    assert (task.status, task.traceback) == ("FAILED", "")
    assert task.finished_at == started + LEASE + timedelta(seconds=1)
    assert not DBTaskResult.objects.running().exists()
    # It shows no words, and another sends what it did not.
    assert task.task_result.errors[0].traceback == ""
    assert DBTaskResult.objects.filter(status="READY").count() == 1
