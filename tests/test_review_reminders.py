"""Owner and reviewers hear once that a review is due, and once that it is overdue."""

from datetime import timedelta
from smtplib import SMTPException

import pytest
from django.contrib.auth.models import Group
from django.core import mail
from django.core.mail.backends.locmem import EmailBackend
from django.core.management import CommandError, call_command

from editorial.clinic_time import clinic_today
from editorial.models import ClinicalReview, ReviewReminder
from tests import factories

pytestmark = pytest.mark.django_db


class FailingBackend(EmailBackend):
    """Refuses mails about pages with "Refused" in their titles."""

    def send_messages(self, messages):
        if any("Refused" in message.subject for message in messages):
            raise SMTPException("no such mailbox")
        return super().send_messages(messages)


@pytest.fixture(autouse=True)
def reviewer(db):
    group = Group.objects.get(name="Clinical reviewers")
    return factories.UserFactory(groups=[group], email="reviewer@clinic.example")


def due_page(days=30, title="Sciatica", **values):
    """A page whose next review is due in so many days."""
    page = factories.ConditionPageFactory(title=title, **values)
    factories.ClinicalReviewFactory(page=page)
    make_due(page, days)
    return page


def make_due(page, days):
    day = clinic_today() + timedelta(days=days)
    ClinicalReview.objects.filter(newest_for=page.pk).update(next_due=day)


def send(**options):
    """What a run sends."""
    before = len(mail.outbox)
    call_command("send_review_reminders", verbosity=0, **options)
    return mail.outbox[before:]


def test_owner_and_reviewers_get_the_subject_and_a_link():
    owner = factories.UserFactory(email="owner@clinic.example")
    page = due_page(owner=owner)
    (message,) = send()
    assert message.subject == "Clinical review due soon: Sciatica"
    assert message.body == f"http://testserver/admin/pages/{page.pk}/edit/\n"
    assert message.to == ["owner@clinic.example", "reviewer@clinic.example"]
    assert message.content_subtype == "plain"


def test_nobody_hears_twice_of_the_same():
    due_page()
    assert len(send()) == 1
    assert send() == []


def test_a_page_that_becomes_overdue_is_told_of_once_more():
    page = due_page()
    send()
    make_due(page, -1)
    assert [message.subject for message in send()] == [
        "Clinical review overdue: Sciatica"
    ]
    assert send() == []


def test_a_new_review_or_another_day_is_reminded_of_anew():
    page = due_page()
    send()
    make_due(page, 20)
    assert len(send()) == 1
    factories.ClinicalReviewFactory(page=page)
    assert send() == []
    make_due(page, 10)
    assert len(send()) == 1


@pytest.mark.parametrize("days", [61, 1_000])
def test_a_review_in_good_time_is_not_told_of(days):
    due_page(days)
    assert send() == []


def test_drafts_are_not_told_of():
    due_page(live=False)
    assert send() == []


def test_those_who_may_not_log_in_get_no_mail(reviewer):
    due_page(owner=factories.UserFactory(is_active=False))
    assert send()[0].to == [reviewer.email]


def test_a_line_break_in_a_title_breaks_no_mail():
    due_page(title="Sciatica\nBcc: all@clinic.example")
    subject = send()[0].subject
    assert subject == "Clinical review due soon: Sciatica Bcc: all@clinic.example"


def test_one_failing_mail_stops_no_other_and_is_sent_next_time(settings, caplog):
    due_page(title="Refused", days=10)
    due_page(title="Sciatica")
    locmem = settings.EMAIL_BACKEND
    settings.EMAIL_BACKEND = f"{__name__}.FailingBackend"
    with pytest.raises(CommandError, match=r"1 could not be sent.*: Refused"):
        call_command("send_review_reminders", verbosity=0)
    assert [message.subject[-8:] for message in mail.outbox] == ["Sciatica"]
    assert "mailbox" not in caplog.text
    settings.EMAIL_BACKEND = locmem
    assert [message.subject[-7:] for message in send()] == ["Refused"]


def test_a_page_of_which_nobody_can_be_told_is_named(reviewer):
    reviewer.delete()
    due_page(owner=None)
    with pytest.raises(CommandError, match="Sciatica"):
        send()
    assert not ReviewReminder.objects.exists()


def test_a_group_that_is_not_there_is_asked_for():
    with pytest.raises(CommandError, match="There is no group “Doctors”"):
        send(group="Doctors")


def test_the_command_says_how_many_it_sent(capsys):
    due_page()
    call_command("send_review_reminders")
    assert "Sent 1 reminders." in capsys.readouterr().out
