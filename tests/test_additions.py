"""What a patient adds later is taken in like a form: help, flag, e-mail, clock."""

import pytest
import time_machine
from bs4 import BeautifulSoup

from editorial.clinic_time import clinic_day
from forms.screening.trap import TRAP_FIELD
from submissions.models import Notification, Submission
from tests import factories
from tests.form_filling import filled
from tests.mailing import form_page, run_worker, send

pytestmark = pytest.mark.django_db

DANGER = "I want to kill myself tonight"
HARMLESS = "The appointment was on Monday."
SPAM = "SEO, backlinks and a free audit: see http://a.example and http://b.example"
FRIDAY, MONDAY = "2026-11-20 10:00", "2026-12-07 10:00"


@pytest.fixture
def sent(client, mailoutbox):
    """A complaint that was sent on a Friday; what the form told staff is told."""
    with time_machine.travel(FRIDAY):
        submission = send(client, form_page(), **{"Why?": "I waited for hours."})
        run_worker()
    mailoutbox.clear()
    return submission


@pytest.fixture
def add(client):
    """Adds this text on the Monday, a minute after opening; the page that follows."""

    def add(submission, text, **fields):
        address = submission.page.url
        with time_machine.travel(MONDAY, tick=False) as clock:
            page = client.get(f"{address}?add={submission.reference}")
            soup = BeautifulSoup(page.content, "html.parser")
            question = soup.select_one("form.form label").get_text(strip=True)
            clock.shift(60)
            data = filled(soup, **{question: text}) | fields
            response = client.post(address, data, follow=True)
            run_worker()
        submission.refresh_from_db()
        return BeautifulSoup(response.content, "html.parser").main.get_text(" ")

    return add


def now(submission, **fields):
    """Staff have brought it there."""
    Submission.objects.filter(pk=submission.pk).update(**fields)


def test_words_of_danger_bring_help_a_flag_and_an_urgent_email(sent, add, mailoutbox):
    assert "116 123" in add(sent, DANGER)
    assert (sent.flags, sent.needs_attention) == (["self_harm"], True)
    (mail,) = mailoutbox
    assert mail.to == ["desk@clinic.example"]
    assert mail.subject.startswith("Please read at once: ")
    assert "7 December 2026" in mail.body
    assert "kill" not in str(mail.message())


def test_flags_add_up_and_one_that_was_dealt_with_opens_again(sent, add):
    now(sent, flags=["side_effect"], needs_attention=False)
    add(sent, DANGER)
    assert (sent.flags, sent.needs_attention) == (["self_harm", "side_effect"], True)


def test_staff_are_told_of_each_addition_once(sent, add, client, mailoutbox):
    assert "116 123" not in add(sent, HARMLESS)
    (mail,) = mailoutbox
    assert mail.subject == f"Added at the feedback desk: Complaint {sent.reference}"
    assert not sent.flags
    soup = BeautifulSoup(
        client.get(f"{sent.page.url}?add={sent.reference}").content, "html.parser"
    )
    data = filled(soup, **{"What would you like to add?": "More"})
    for _ in range(2):
        client.post(sent.page.url, data)
    run_worker()
    assert len(mailoutbox) == 2


def test_a_daily_email_counts_a_submission_once_and_danger_does_not_wait(
    client, add, mailoutbox
):
    page = form_page(staff_notice="daily", acknowledges=False)
    with time_machine.travel(MONDAY):
        submission = send(client, page, **{"Why?": "I waited."})
    add(submission, HARMLESS)
    add(submission, DANGER)
    assert [mail.subject[:19] for mail in mailoutbox] == ["Please read at once"]
    with time_machine.travel("2026-12-08 12:00"):
        run_worker()
    assert "1 since yesterday" in mailoutbox[1].subject


@pytest.mark.parametrize("status", ["responded", "closed"])
def test_what_is_done_is_taken_up_again_with_its_clock(sent, add, status):
    now(sent, status=status, closed_at=sent.submit_time, due_at=None)
    add(sent, HARMLESS)
    assert (sent.status, sent.closed_at) == ("in_progress", None)
    assert Submission.objects.to_do().get() == sent
    # Twenty working days from the Monday: not to acknowledge once more.
    assert clinic_day(sent.due_at).isoformat() == "2027-01-07"


def test_what_is_open_keeps_its_status_and_its_clock(sent, add):
    now(sent, status="triaged")
    due = sent.due_at
    add(sent, HARMLESS)
    assert (sent.status, sent.due_at, sent.reopened_at) == ("triaged", due, None)


def test_a_duplicate_to_which_something_is_added_counts(sent, add):
    twin = factories.SubmissionFactory()
    now(sent, duplicate_of=twin, kind="feedback")
    add(sent, HARMLESS)
    assert sent.state == "new"


def test_spam_holds_what_nobody_has_touched_and_tells_nobody(sent, add, mailoutbox):
    now(sent, kind="feedback")
    add(sent, SPAM, **{TRAP_FIELD: SPAM})
    assert sent.is_held
    assert "trap_copied" in sent.held_because
    assert not mailoutbox


def test_spam_hides_no_case_and_tells_nobody(sent, add, mailoutbox):
    now(sent, status="closed")
    add(sent, SPAM)
    assert (sent.state, sent.is_held) == ("in_progress", False)
    assert not mailoutbox


def test_of_what_is_held_only_words_of_danger_are_told(sent, add, mailoutbox):
    now(sent, is_held=True)
    add(sent, HARMLESS)
    assert not mailoutbox
    add(sent, DANGER)
    assert len(mailoutbox) == 1
    assert Submission.objects.to_do().get() == sent


def test_an_addition_never_thanks_by_email(sent, add):
    add(sent, HARMLESS)
    thanks = Notification.objects.filter(purpose="acknowledgement")
    assert thanks.count() == 1


def test_help_and_hours_stand_before_the_text(client, sent):
    page = client.get(f"{sent.page.url}?add={sent.reference}").content.decode()
    soup = BeautifulSoup(page, "html.parser")
    assert soup.select_one(".urgent-help").find_next("textarea")
    assert soup.select_one(".when-read").find_next("textarea")
