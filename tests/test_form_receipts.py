"""“You told us about this page”: added to, withdrawn, forgotten, and never refused."""

import json
from datetime import timedelta

import pytest
import time_machine
from bs4 import BeautifulSoup
from django.core import signing
from django.test import Client, RequestFactory
from django.utils import timezone

from forms.serving.receipts.cookie import references
from forms.serving.receipts.withdrawing import UNDO_MAX_AGE
from forms.visit import Visit
from submissions.casework.history import entries
from submissions.models import Submission, SubmissionAddition
from submissions.privacy.retention import apply_rules
from tests import factories
from tests.form_filling import filled, open_form

pytestmark = pytest.mark.django_db


@pytest.fixture
def form_page():
    return factories.FormPageFactory(slug="feedback")


@pytest.fixture
def article():
    return factories.ConditionPageFactory(title="Back pain")


def send(client, form_page, query="", why="The nurse was kind."):
    """Answer the form; the submission that it became."""
    data = filled(open_form(client, form_page, query), **{"Why?": why})
    client.post(form_page.url, data)
    return Submission.objects.latest("pk")


def look(client, address):
    """The page at this address."""
    return BeautifulSoup(client.get(address).content, "html.parser")


def hidden(soup, select="main form"):
    """The hidden fields of a form on the page."""
    fields = soup.select_one(select).select("[type=hidden], [hidden] > input")
    return {field["name"]: field["value"] for field in fields}


def add(client, form_page, submission, text):
    """Add to it, as its patient does."""
    soup = look(client, f"{form_page.url}?add={submission.reference}")
    return client.post(form_page.url, hidden(soup) | {"text": text})


def withdraw(client, form_page, submission):
    """Withdraw it, as its patient does; the page that says so."""
    soup = look(client, f"{form_page.url}?withdraw={submission.reference}")
    response = client.post(form_page.url, hidden(soup))
    return BeautifulSoup(response.content, "html.parser")


def test_a_receipt_is_for_the_form_and_one_page_and_holds_no_words(
    client, form_page, article
):
    data = filled(
        open_form(client, form_page, f"?about={article.pk}"), **{"Why?": "canary"}
    )
    response = client.post(form_page.url, data)
    ((name, cookie),) = response.cookies.items()
    assert name == f"receipt-{article.pk}"
    assert (cookie["path"], cookie["samesite"]) == ("/feedback/", "Lax")
    assert cookie["httponly"]
    assert cookie["max-age"] == 30 * 24 * 60 * 60
    held = signing.b64_decode(cookie.value.partition(":")[0].encode())
    assert json.loads(held) == [Submission.objects.get().reference]


def test_the_form_says_when_this_page_was_written_about(client, form_page, article):
    submission = send(client, form_page, f"?about={article.pk}")
    soup = look(client, f"{form_page.url}?about={article.pk}&rating=2")
    assert submission.reference in soup.main.get_text()
    assert "You told us about this page on" in soup.main.get_text()
    assert not soup.select("form.form")
    afresh = soup.select_one("main a.button")["href"]
    again = look(client, afresh)
    assert again.select_one("input[type=radio][checked]")["value"] == "2"
    assert "Back pain" in again.select_one(".about-page").get_text()


def test_a_receipt_says_nothing_about_other_pages_forms_or_browsers(
    client, form_page, article
):
    send(client, form_page, f"?about={article.pk}")
    other_form = factories.FormPageFactory(slug="feedback-two")
    other_page = factories.ConditionPageFactory()
    for visitor, address in (
        (client, form_page.url),
        (client, f"{form_page.url}?about={other_page.pk}"),
        (client, f"{other_form.url}?about={article.pk}"),
        (Client(), f"{form_page.url}?about={article.pk}"),
    ):
        assert look(visitor, address).select("form.form"), address


def test_a_receipt_is_good_under_its_own_name_for_its_own_form_and_in_time(
    client, form_page, settings
):
    submission = send(client, form_page)
    cookie = client.cookies["receipt-0"]

    def held(page=form_page, name="receipt-0", **of_visit):
        request = RequestFactory().get("/")
        request.COOKIES[name] = cookie.value
        return references(Visit(page, request, page.url, **of_visit), name)

    assert held() == [submission.reference]
    assert held(name="receipt-7") == []
    assert held(factories.FormPageFactory(slug="other")) == []
    assert held(is_test=True) == []
    in_time = timezone.now() + timedelta(days=settings.RECEIPT_DAYS)
    for late, expected in [(-60, [submission.reference]), (60, [])]:
        with time_machine.travel(in_time + timedelta(seconds=late)):
            assert held() == expected
    form_page.kiosk_mode = True
    assert held() == []


def test_a_withdrawal_can_be_taken_back_for_an_hour(client, form_page):
    submission = send(client, form_page)
    undo = hidden(withdraw(client, form_page, submission))
    with time_machine.travel(timezone.now() + timedelta(seconds=UNDO_MAX_AGE + 60)):
        assert client.post(form_page.url, undo).status_code == 400
    submission.refresh_from_db()
    assert submission.withdrawn_at


def test_somebody_else_on_the_same_device_answers_and_both_are_on_the_receipt(
    client, form_page
):
    first = send(client, form_page)
    soup = look(client, f"{form_page.url}?afresh=1")
    client.post(form_page.url, filled(soup, **{"Why?": "Another view"}))
    second = Submission.objects.latest("pk")
    text = look(client, form_page.url).main.get_text()
    assert first != second
    assert first.reference in text
    assert second.reference in text


@pytest.mark.parametrize("kind", Submission.Kind.values)
def test_no_kind_of_form_ever_refuses_a_second_answer(client, form_page, kind):
    form_page.kind = kind
    form_page.save()
    for number in range(3):
        soup = look(client, f"{form_page.url}?afresh=1")
        data = filled(soup, **{"Why?": f"Answer {number}"})
        assert client.post(form_page.url, data).status_code == 303
    assert Submission.objects.count() == 3


def test_what_is_added_is_stored_once_with_the_first_answer(client, form_page):
    submission = send(client, form_page)
    soup = look(client, f"{form_page.url}?add={submission.reference}")
    data = hidden(soup) | {"text": "And the doctor."}
    first, again = (client.post(form_page.url, data) for _ in range(2))
    # Without the key, which names the second in which it was signed.
    assert first.url.partition("&key=")[0] == again.url.partition("&key=")[0]
    assert "We added your message" in client.get(first.url).content.decode()
    assert [a.text for a in submission.additions.all()] == ["And the doctor."]


def test_an_empty_addition_is_asked_for_again(client, form_page):
    submission = send(client, form_page)
    response = add(client, form_page, submission, "  ")
    soup = BeautifulSoup(response.content, "html.parser")
    assert soup.title.get_text().startswith("Error: ")
    assert soup.find(id=soup.select_one(".error-summary a")["href"].strip("#"))
    assert not SubmissionAddition.objects.exists()


def test_a_withdrawn_answer_is_erased_and_counts_no_more(client, form_page):
    soup = open_form(client, form_page)
    client.post(
        form_page.url, filled(soup, **{"How was it?": "1", "Why?": "canary-51"})
    )
    submission = Submission.objects.get()
    add(client, form_page, submission, "canary-52")
    withdraw(client, form_page, submission)
    submission.refresh_from_db()
    assert submission.withdrawn_at
    assert (submission.form_data, submission.rating) == ({}, None)
    assert not SubmissionAddition.objects.exists()
    assert not Submission.objects.that_count().exists()
    assert look(client, form_page.url).select("form.form")


def test_asking_whether_to_withdraw_withdraws_nothing(client, form_page):
    submission = send(client, form_page)
    look(client, f"{form_page.url}?withdraw={submission.reference}")
    submission.refresh_from_db()
    assert submission.withdrawn_at is None


def test_a_withdrawal_is_taken_back_whole_and_only_from_its_page(client, form_page):
    submission = send(client, form_page)
    add(client, form_page, submission, "And more.")
    before = Submission.objects.values().get()
    soup = withdraw(client, form_page, submission)
    undo = hidden(soup)
    for _ in range(2):
        assert client.post(form_page.url, undo).status_code == 303
    assert Submission.objects.values().get() == before
    assert [a.text for a in submission.additions.all()] == ["And more."]
    withdraw(client, form_page, submission)
    client.post(form_page.url, undo)
    assert not Submission.objects.that_count().exists()
    again = look(client, f"{form_page.url}?withdraw={submission.reference}")
    assert "Withdrawn" in again.title.get_text()
    assert not again.select("main form")


@pytest.mark.parametrize("kind", ["complaint", "data_request"])
def test_a_withdrawn_complaint_is_marked_and_kept(client, form_page, kind):
    form_page.kind = kind
    form_page.save()
    submission = send(client, form_page)
    soup = look(client, f"{form_page.url}?withdraw={submission.reference}")
    assert "By law we must" in soup.main.get_text()
    withdraw(client, form_page, submission)
    submission = Submission.objects.that_count().get()
    assert submission.withdrawn_at
    assert submission.answers[1][1] == "The nurse was kind."


def test_withdrawn_words_of_danger_are_erased_once_somebody_has_dealt_with_them(
    client, form_page
):
    submission = send(client, form_page, why="I want to kill myself")
    text = withdraw(client, form_page, submission).get_text()
    assert "Your answers are erased" not in text
    apply_rules(timezone.now())
    submission.refresh_from_db()
    assert submission.withdrawn_at
    assert submission.form_data
    Submission.objects.update(needs_attention=False)
    apply_rules(timezone.now())
    submission.refresh_from_db()
    assert submission.is_erased


def test_nothing_is_added_to_what_was_withdrawn(client, form_page):
    submission = send(client, form_page)
    soup = look(client, f"{form_page.url}?add={submission.reference}")
    withdraw(client, form_page, submission)
    response = client.post(form_page.url, hidden(soup) | {"text": "Late"})
    assert "Withdrawn" in response.content.decode()
    assert not SubmissionAddition.objects.exists()


def test_what_is_forgotten_leaves_the_page_and_the_rating_and_is_said(
    client, form_page, article
):
    asked = f"?about={article.pk}&rating=2"
    send(client, form_page, asked)
    forget = hidden(look(client, f"{form_page.url}{asked}"), ".receipt form")
    response = client.post(form_page.url, forget, follow=True)
    assert not client.get(f"{form_page.url}{asked}").context.get("received")
    soup = BeautifulSoup(response.content, "html.parser")
    assert soup.select_one("main [role=status]")
    client.post(form_page.url, filled(soup, **{"Why?": "Again"}))
    again = Submission.objects.latest("pk")
    assert soup.select_one("input[type=radio][checked]")["value"] == "2"
    assert again.about_page_id == article.pk


def test_a_rating_is_corrected_once_and_the_rest_stays(client, form_page, article):
    submission = send(client, form_page, f"?about={article.pk}&rating=4")
    notice = look(client, f"{form_page.url}?about={article.pk}&rating=2")
    assert "“Poor”" in notice.main.get_text()
    link = notice.select_one(".receipt a[href*='rate=']")["href"]
    soup = look(client, link)
    assert soup.select_one("[checked]")["value"] == "2"
    for _ in range(2):
        sent = client.post(form_page.url, hidden(soup) | {"rating": "2"}, follow=True)
        assert submission.reference in sent.text
    submission.refresh_from_db()
    name = submission.questions[0].name
    assert submission.rating == submission.form_data[name] == 2
    assert submission.answers[1][1] == "The nurse was kind."
    assert Submission.objects.get().about_page_id == article.pk
    assert [each.what for each in entries(submission, with_views=False)].count(
        "The patient changed the rating"
    ) == 1


def test_no_rating_is_asked_for_again_and_the_old_one_is_not_shown(client, form_page):
    submission = send(client, form_page)
    Submission.objects.update(rating=4)
    soup = look(client, f"{form_page.url}?rate={submission.reference}")
    assert not soup.select("[checked]")
    response = client.post(form_page.url, hidden(soup))
    assert "error-summary" in response.text
    assert Submission.objects.get().rating == 4


@pytest.mark.parametrize("kind", ["complaint", "data_request"])
def test_the_rating_of_what_is_evidence_stays(client, form_page, kind):
    submission = send(client, form_page)
    before = look(client, f"{form_page.url}?rate={submission.reference}")
    Submission.objects.update(kind=kind, rating=4)
    assert not look(client, form_page.url).select("a[href*='rate=']")
    client.post(form_page.url, hidden(before) | {"rating": "1"})
    assert Submission.objects.get().rating == 4


def test_without_a_cookie_it_is_said_that_another_answer_counts(client, form_page):
    data = filled(open_form(client, form_page), **{"How was it?": "4"})
    sent = client.post(form_page.url, data)
    said = [
        BeautifulSoup(visitor.get(sent.url).content, "html.parser").main.get_text()
        for visitor in (client, Client())
    ]
    assert ["counts as another answer" in each for each in said] == [False, True]


@pytest.mark.parametrize("action", ["add", "rate", "withdraw"])
def test_a_reference_alone_opens_nothing(client, form_page, action):
    submission = send(client, form_page)
    stranger = Client()
    soup = look(stranger, f"{form_page.url}?{action}={submission.reference}")
    assert soup.select("form.form [name=form-token]")
    for field in ("receipt-token", "receipt-undo"):
        response = stranger.post(form_page.url, {field: "forged", "text": "x"})
        assert response.status_code == 400
    assert Submission.objects.that_count().count() == 1


def test_another_website_adds_and_withdraws_nothing(client, form_page):
    submission = send(client, form_page)
    soup = look(client, f"{form_page.url}?withdraw={submission.reference}")
    client.post(form_page.url, hidden(soup), headers={"Sec-Fetch-Site": "cross-site"})
    submission.refresh_from_db()
    assert submission.withdrawn_at is None


def test_a_message_sent_too_late_is_kept_and_asked_for_again(
    client, form_page, monkeypatch
):
    submission = send(client, form_page)
    soup = look(client, f"{form_page.url}?add={submission.reference}")
    monkeypatch.setattr("forms.serving.receipts.action_token.MAX_AGE", -1)
    response = client.post(form_page.url, hidden(soup) | {"text": "Long thought"})
    soup = BeautifulSoup(response.content, "html.parser")
    assert soup.select_one("textarea").get_text(strip=True) == "Long thought"
    monkeypatch.undo()
    client.post(form_page.url, hidden(soup) | {"text": "Long thought"})
    assert SubmissionAddition.objects.get().text == "Long thought"


@pytest.mark.parametrize("value", ["", "x", "a:b:c", "\x00", "W10:1:x"])
@pytest.mark.parametrize("query", ["", "?add=%00", "?withdraw=x", "?add=&afresh=1"])
def test_an_odd_receipt_shows_the_plain_form(client, form_page, value, query):
    client.cookies["receipt-0"] = value
    assert look(client, form_page.url + query).select("form.form")


def test_a_patient_who_takes_no_cookies_answers_as_ever(form_page):
    client = Client()
    for number in range(2):
        client.cookies.clear()
        data = filled(open_form(client, form_page), **{"Why?": f"Number {number}"})
        response = client.post(form_page.url, data)
        client.cookies.clear()
        thanks = client.get(response.url).content.decode()
        assert "This device remembers" not in thanks
    assert Submission.objects.count() == 2


def test_an_editor_who_tries_a_form_gets_no_receipt(admin_client, form_page):
    form_page.save_revision()
    address = f"/admin/try-form/{form_page.pk}/"
    soup = look(admin_client, address)
    response = admin_client.post(address, filled(soup, **{"Why?": "A test"}))
    assert response.status_code == 303
    assert not [name for name in response.cookies if "receipt" in name]
