"""Forms that send e-mails, and what sends them."""

from unittest import mock

from desk.worker import MailWorker
from submissions.models import Notification, Submission
from tests import factories
from tests.form_filling import filled, open_form

STAFF = "desk@clinic.example"
PATIENT = "pat@example.org"


def form_page(**fields):
    """A form that tells staff at once and thanks patients, unless told otherwise."""
    ours = {
        "title": "Your visit",
        "kind": Submission.Kind.COMPLAINT,
        "staff_addresses": STAFF,
        "acknowledges": True,
        "thank_you_text": "<p>We answer within three days.</p>",
        "questions": [("E-mail", "email"), ("Why?", "multiline")],
    }
    return factories.FormPageFactory(**ours | fields)


def send(client, page, **answers):
    """Fill in and send; the submission."""
    data = filled(open_form(client, page), **{"E-mail": PATIENT, **answers})
    assert client.post(page.url, data).status_code == 303
    return Submission.objects.latest("pk")


def run_worker():
    """One round of the worker, inside the test's transaction: that has one connection,
    which must stay open."""
    here = "desk.worker.close_old_connections"
    there = "django_tasks_db.management.commands.db_worker.close_old_connections"
    with mock.patch(here), mock.patch(there):
        MailWorker().run_once()


def states():
    """How far each notification is, in the order written."""
    return list(Notification.objects.order_by("pk").values_list("state", flat=True))
