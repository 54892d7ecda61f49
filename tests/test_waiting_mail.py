"""Who learns that e-mails do not go out: the dashboard, editors, operators."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import Group
from django.core import checks
from django.core.exceptions import ValidationError
from django.db import DatabaseError
from django.urls import reverse
from django.utils import timezone

from forms.checks import check_mail
from forms.models import FormPage
from submissions.models import Notification
from tests import factories
from tests.mailing import PATIENT, STAFF, form_page, send

pytestmark = pytest.mark.django_db

HEADING = "E-mails that could not be sent"
SMTP = "django.core.mail.backends.smtp.EmailBackend"


def dashboard(client, role):
    user = factories.UserFactory(groups=[Group.objects.get(name=role)])
    client.force_login(user)
    return client.get(reverse("wagtailadmin_home")).content.decode()


def late(client, **fields):
    """Two e-mails, to staff and a patient, that should have gone an hour ago."""
    send(client, form_page())
    hour_ago = timezone.now() - timedelta(hours=1)
    Notification.objects.update(due_at=hour_ago, **fields)


def test_managers_see_how_many_wait_since_when_and_why(client):
    late(client, last_error="ConnectionRefusedError")
    shown = dashboard(client, "Site managers")
    assert HEADING in shown
    assert "2 e-mails wait" in shown
    assert "The mail server cannot be reached." in shown
    assert "tried again" in shown
    assert STAFF not in shown
    assert PATIENT not in shown


def test_that_nothing_sends_them_is_said_too(client):
    late(client)
    shown = dashboard(client, "Site managers")
    assert "send_notifications” does not run" in shown
    assert "tried again" not in shown


def test_an_error_without_words_of_its_own_has_some(client):
    late(client, last_error="OddError")
    assert "The mail server refused them." in dashboard(client, "Site managers")


def test_what_staff_were_never_told_is_said(client):
    late(client, state="given_up", last_error="SMTPRecipientsRefused")
    shown = dashboard(client, "Site managers")
    assert "1 e-mail was given up" in shown
    assert "does not accept the recipient’s address" in shown


@pytest.mark.parametrize("role", ["Editors", "Feedback staff"])
def test_others_are_not_bothered(client, role):
    late(client)
    assert HEADING not in dashboard(client, role)


def test_nothing_is_shown_while_all_is_well(client):
    send(client, form_page())
    assert HEADING not in dashboard(client, "Site managers")
    Notification.objects.update(state="sent", due_at="2020-01-01T00:00Z")
    assert HEADING not in dashboard(client, "Site managers")


def test_a_form_that_mails_needs_a_mail_server(settings):
    settings.MAIL_IS_CONFIGURED = False
    assert check_mail() == []
    form_page(title="Your visit", acknowledges=False)
    (error,) = check_mail()
    assert error.level == checks.ERROR
    assert "“Your visit”" in error.msg
    FormPage.objects.update(staff_addresses="")
    assert check_mail() == []


def test_without_tables_the_check_has_nothing_to_say(settings, monkeypatch):
    settings.MAIL_IS_CONFIGURED = False

    def refuse():
        raise DatabaseError

    monkeypatch.setattr(FormPage.objects, "live", refuse)
    assert check_mail() == []


@pytest.mark.parametrize(
    ("host", "tls", "warns"),
    [
        ("mail.example", False, True),
        ("mail.example", True, False),
        ("localhost", False, False),
    ],
)
def test_a_mail_server_elsewhere_is_reached_safely(settings, host, tls, warns):
    settings.EMAIL_BACKEND, settings.MAIL_IS_CONFIGURED = SMTP, True
    settings.EMAIL_HOST, settings.EMAIL_USE_TLS = host, tls
    assert [message.id for message in check_mail()] == ["forms.W001"] * warns


def test_an_editor_is_told_what_is_no_address():
    page = form_page()
    page.staff_addresses = f"{STAFF}\nnobody"
    with pytest.raises(ValidationError) as refused:
        page.full_clean()
    assert refused.value.message_dict["staff_addresses"] == [
        "“nobody” is no e-mail address. Write one address on each line."
    ]
