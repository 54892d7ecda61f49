"""Nothing a patient wrote leaves the submission: not by mail, log, task or outbox."""

import json
import logging

import pytest
from django.core import serializers
from django_tasks_db.models import DBTaskResult

from submissions.models import Notification, Submission
from submissions.notifying import sending, tasks
from tests.form_filling import filled, open_form
from tests.mailing import form_page, run_worker

pytestmark = pytest.mark.django_db

MARKER = "zebrafish"
QUESTIONS = {
    "Your name": ("singleline", f"{MARKER} one"),
    "What happened": ("multiline", f"{MARKER}\r\nBcc: {MARKER}@example.org"),
    "E-mail": ("email", f"{MARKER}@example.org"),
    "Phone": ("telephone", "01632 960 111"),
    "Web": ("url", f"https://{MARKER}.example/"),
}


def send_marked(client, **fields):
    page = form_page(
        questions=[(label, kind) for label, (kind, _) in QUESTIONS.items()], **fields
    )
    answers = {label: answer for label, (_, answer) in QUESTIONS.items()}
    assert client.post(page.url, filled(open_form(client, page), **answers)).status_code
    assert MARKER in json.dumps(Submission.objects.get().form_data)


def stored_beside_the_submission():
    """The outbox and the tasks, each column of them, as text."""
    rows = [*Notification.objects.all(), *DBTaskResult.objects.all()]
    return serializers.serialize("json", rows)


def without_recipients(mail):
    """The mail as it is sent, but for whom to: a patient's is the patient's."""
    message = mail.message()
    del message["To"]
    return message.as_string()


@pytest.mark.parametrize("staff_notice", ["at_once", "daily"])
def test_no_word_is_mailed_kept_or_logged(client, mailoutbox, caplog, staff_notice):
    caplog.set_level(logging.DEBUG)
    send_marked(client, staff_notice=staff_notice)
    Notification.objects.update(next_attempt_at="2020-01-01T00:00Z")
    DBTaskResult.objects.update(run_after="2020-01-01T00:00Z")
    run_worker()
    assert len(mailoutbox) == 2
    assert not [mail for mail in mailoutbox if MARKER in without_recipients(mail)]
    assert MARKER not in stored_beside_the_submission()
    assert MARKER not in caplog.text
    assert "01632 960 111" not in stored_beside_the_submission() + caplog.text


def test_no_word_is_kept_of_a_mail_server_that_quotes_it(client, monkeypatch, caplog):
    caplog.set_level(logging.DEBUG)

    def refuse(rows):
        raise ValueError(rows[0].submission.form_data)

    monkeypatch.setattr(sending, "write_message", refuse)
    send_marked(client)
    run_worker()
    assert set(Notification.objects.values_list("last_error", flat=True)) == {
        "ValueError"
    }
    assert MARKER not in stored_beside_the_submission() + caplog.text


def test_no_word_is_kept_of_a_task_that_fails(client, monkeypatch, caplog):
    caplog.set_level(logging.DEBUG)

    def fail(*args):
        raise RuntimeError(Submission.objects.get().form_data)

    monkeypatch.setattr(tasks, "settle", fail)
    send_marked(client)
    run_worker()
    failed = DBTaskResult.objects.failed()
    assert failed.count() == 2
    assert all("NotificationTaskError: RuntimeError" in row.traceback for row in failed)
    assert MARKER not in stored_beside_the_submission() + caplog.text
    # Said in the log, without words.
    assert "NotificationTaskError: RuntimeError" in caplog.text
    caplog.clear()


def test_a_tasks_only_argument_is_the_rows_number(client):
    send_marked(client)
    keys = Notification.objects.order_by("pk").values_list("pk", flat=True)
    arguments = DBTaskResult.objects.order_by("enqueued_at").values_list(
        "args_kwargs", flat=True
    )
    assert list(arguments) == [{"args": [key], "kwargs": {}} for key in keys]
