"""Withdrawn by reference and e-mail: proven by a code, and telling nobody anything."""

import logging
from datetime import timedelta

import pytest
from bs4 import BeautifulSoup
from django.utils import timezone

from submissions.code_digits import digits
from submissions.models import (
    Erasure,
    LegalHold,
    Notification,
    Submission,
    WithdrawalCode,
)
from tests import factories
from tests.mailing import run_worker

pytestmark = pytest.mark.django_db

PAGE = "/withdraw/"
PATIENT = "pat@example.org"


@pytest.fixture
def submission():
    return factories.SubmissionFactory(
        questions_asked=[["q_mail", "E-mail", "email"], ["q_why", "Why?", "multiline"]],
        form_data={"q_mail": PATIENT, "q_why": "zebrafish"},
    )


def soup_of(response):
    return BeautifulSoup(response.content, "html.parser")


def post(client, page, **answers):
    """The form on the page, filled in and sent."""
    hidden = page.select("main form [type=hidden]")
    data = {each["name"]: each["value"] for each in hidden} | answers
    return client.post(page.select_one("main form")["action"], data)


def ask(client, reference, address=PATIENT):
    """The page that asks for the code."""
    page = soup_of(client.get(PAGE))
    return soup_of(post(client, page, reference=reference, address=address))


def mailed_code(mailoutbox):
    """The six digits in the newest e-mail."""
    run_worker()
    return digits(WithdrawalCode.objects.latest("pk").number)


def test_with_reference_address_and_code_it_is_withdrawn(
    client, submission, mailoutbox
):
    page = ask(
        client, submission.reference.replace("-", " ").lower(), "PAT@example.org"
    )
    code = mailed_code(mailoutbox)
    (mail,) = mailoutbox
    assert mail.to == [PATIENT]
    assert code in mail.body
    assert "zebrafish" not in mail.body + mail.subject
    page = soup_of(post(client, page, code=f"{code[:3]} {code[3:]}"))
    assert submission.reference in page.main.get_text()
    assert Submission.objects.get().form_data
    page = soup_of(post(client, page))
    assert "Your answers are erased" in page.main.get_text()
    submission.refresh_from_db()
    assert (submission.state, submission.form_data) == ("withdrawn", {})
    assert Erasure.objects.get().why == "withdrawn"
    page = soup_of(post(client, page))
    assert "You took it back" in page.main.get_text()
    submission.refresh_from_db()
    assert submission.form_data["q_why"] == "zebrafish"
    assert not submission.is_erased


def test_a_complaint_is_marked_only(client, submission, mailoutbox):
    Submission.objects.update(kind="complaint")
    page = ask(client, submission.reference)
    page = soup_of(post(client, page, code=mailed_code(mailoutbox)))
    assert "By law we must still look into a complaint" in page.main.get_text()
    page = soup_of(post(client, page))
    assert "We keep what you wrote" in page.main.get_text()
    submission.refresh_from_db()
    assert submission.withdrawn_at
    assert submission.form_data


def test_what_a_legal_hold_keeps_is_marked_only_and_the_patient_is_told(
    client, submission, mailoutbox
):
    LegalHold.objects.create(submission=submission, covers="x", reason="y")
    page = ask(client, submission.reference)
    page = soup_of(post(client, page, code=mailed_code(mailoutbox)))
    assert "may have to keep what you wrote" in page.main.get_text()
    post(client, page)
    submission.refresh_from_db()
    assert (submission.state, bool(submission.form_data)) == ("withdrawn", True)


def without_tokens(page):
    """The page, but for what is never the same twice."""
    for field in page.select("main form [type=hidden]"):
        field["value"] = ""
    return str(page)


@pytest.mark.parametrize(
    ("reference", "address"),
    [("K7QM-4ZD2", PATIENT), (None, "other@example.org"), ("nonsense!", PATIENT)],
)
def test_the_page_says_and_costs_the_same_whether_or_not_it_was_found(
    client, submission, mailoutbox, reference, address
):
    client.get(PAGE)
    right = without_tokens(ask(client, submission.reference))
    wrong = without_tokens(ask(client, reference or submission.reference, address))
    assert wrong == right
    assert WithdrawalCode.objects.count() == 2
    assert not Notification.objects.exists()
    run_worker()
    assert len(mailoutbox) == 1


def test_a_wrong_code_counts_and_after_five_the_right_one_is_refused(
    client, submission, mailoutbox
):
    page = ask(client, submission.reference)
    code = mailed_code(mailoutbox)
    wrong = "000000" if code != "000000" else "000001"
    for _ in range(5):
        refused = soup_of(post(client, page, code=wrong))
        assert "not right, or no longer good" in refused.main.get_text()
        assert refused.title.get_text().startswith("Error: ")
    assert "no longer good" in soup_of(post(client, page, code=code)).main.get_text()


def test_a_code_is_good_once(client, submission, mailoutbox):
    page = ask(client, submission.reference)
    code = mailed_code(mailoutbox)
    assert "Withdraw it" in soup_of(post(client, page, code=code)).main.get_text()
    assert "no longer good" in soup_of(post(client, page, code=code)).main.get_text()


def test_a_code_is_good_for_fifteen_minutes(client, submission, mailoutbox):
    page = ask(client, submission.reference)
    code = mailed_code(mailoutbox)
    WithdrawalCode.objects.update(asked_at=timezone.now() - timedelta(minutes=16))
    assert "no longer good" in soup_of(post(client, page, code=code)).main.get_text()


def test_an_e_mail_that_comes_too_late_is_not_sent(client, submission, mailoutbox):
    ask(client, submission.reference)
    WithdrawalCode.objects.update(asked_at=timezone.now() - timedelta(minutes=16))
    run_worker()
    assert not mailoutbox


def test_nobody_is_mailed_more_than_three_codes_a_day(client, submission, mailoutbox):
    for _ in range(5):
        ask(client, submission.reference)
    run_worker()
    assert len(mailoutbox) == 3


def test_one_network_asks_ten_times_an_hour(client, submission):
    for _ in range(10):
        ask(client, "K7QM-4ZD2")
    page = soup_of(client.get(PAGE))
    response = post(client, page, reference=submission.reference, address=PATIENT)
    assert response.status_code == 429
    assert submission.reference in str(soup_of(response).main)


@pytest.mark.parametrize(
    "data",
    [
        {"withdrawal": "forged"},
        {"withdrawal-code": "forged", "code": "123456"},
        {"receipt-undo": "forged"},
        {"reference": "\x00", "address": "\x00"},
        {"reference": "x" * 5_000, "address": "no address"},
        {},
    ],
)
def test_whatever_is_sent_the_page_says_what_to_do(client, data):
    response = client.post(PAGE, data)
    assert response.status_code == 200
    assert soup_of(response).select_one("[role=alert]").get_text(strip=True)
    assert not WithdrawalCode.objects.exists()


def test_one_steps_token_is_not_good_for_another(client, submission):
    page = ask(client, submission.reference)
    token = page.select_one("[name=withdrawal-code]")["value"]
    client.post(PAGE, {"withdrawal": token})
    assert Submission.objects.get().withdrawn_at is None


def test_another_website_cannot_ask(client, submission):
    client.post(
        PAGE,
        {"reference": submission.reference, "address": PATIENT},
        headers={"Sec-Fetch-Site": "cross-site"},
    )
    assert not WithdrawalCode.objects.exists()


def test_nothing_typed_reaches_addresses_logs_cookies_or_caches(
    client, submission, mailoutbox, caplog
):
    caplog.set_level(logging.DEBUG)
    page = soup_of(client.get(PAGE))
    response = post(client, page, reference=submission.reference, address=PATIENT)
    assert response.status_code == 200
    run_worker()
    assert "no-store" in response.headers["Cache-Control"]
    assert response.headers["X-Robots-Tag"] == "noindex"
    assert not client.cookies
    token = soup_of(response).select_one("[name=withdrawal-code]")["value"]
    for word in (submission.reference, PATIENT):
        assert word not in caplog.text
        assert word not in token


def test_the_form_and_its_thanks_lead_there(client):
    form_page = factories.FormPageFactory()
    assert soup_of(client.get(form_page.url)).select_one(f"main a[href='{PAGE}']")
    sent = factories.SubmissionFactory(page=form_page)
    thanks = client.get(f"{form_page.url}?sent={sent.reference}")
    assert soup_of(thanks).select_one(f"main a[href='{PAGE}']")
