"""A form comes back once, from our own pages, in time; else nothing is lost."""

import pytest
import time_machine
from bs4 import BeautifulSoup

from forms.tokens import MAX_AGE
from submissions.models import Submission
from tests import factories
from tests.form_filling import filled, name_of, open_form

pytestmark = pytest.mark.django_db


@pytest.fixture
def form_page():
    """A form with a rating and a long text."""
    return factories.FormPageFactory(slug="feedback")


def test_a_form_left_open_too_long_is_shown_again_ready_to_send(client, form_page):
    article = factories.ConditionPageFactory()
    with time_machine.travel("2026-05-03 10:00", tick=False) as traveller:
        soup = open_form(client, form_page, f"?about={article.pk}")
        traveller.shift(MAX_AGE + 60)
        response = client.post(form_page.url, filled(soup, **{"Why?": "A long story"}))
        soup = BeautifulSoup(response.content, "html.parser")
        assert "A long story" in soup.select_one("textarea").get_text()
        assert soup.select_one(".error-summary")
        assert Submission.objects.count() == 0
        client.post(form_page.url, filled(soup, **{"Why?": "A long story"}))
    submission = Submission.objects.get()
    assert submission.about_page_id == article.pk


@pytest.mark.parametrize(
    "token", ["", "forged", "WyJ4Il0:1abc:def", "\x00", "x" * 9999]
)
def test_a_forged_token_stores_nothing_and_loses_nothing(client, form_page, token):
    data = filled(open_form(client, form_page), **{"Why?": "Kept"})
    response = client.post(form_page.url, data | {"form-token": token})
    assert response.status_code == 200
    assert "Kept" in response.content.decode()
    assert Submission.objects.count() == 0


def test_the_token_of_one_form_is_no_good_for_another(client, form_page):
    other = factories.FormPageFactory(slug="other")
    data = filled(open_form(client, other))
    data[name_of(open_form(client, form_page), "Why?")] = "x"
    client.post(form_page.url, data)
    assert Submission.objects.count() == 0


def test_the_token_of_a_copied_form_is_no_good_for_the_original(client, form_page):
    """Both ask the very same, so that only the form's key tells them apart."""
    copy = form_page.copy(update_attrs={"slug": "copy"})
    data = filled(open_form(client, copy), **{"Why?": "A long story"})
    response = client.post(form_page.url, data)
    assert "A long story" in response.text
    assert Submission.objects.count() == 0


@pytest.mark.parametrize(
    ("headers", "stored"),
    [
        ({"sec-fetch-site": "same-origin"}, 1),
        ({"sec-fetch-site": "cross-site"}, 0),
        ({"sec-fetch-site": "same-site"}, 0),
        ({"origin": "http://testserver"}, 1),
        ({"origin": "https://elsewhere.example"}, 0),
        ({"origin": "null"}, 0),
        ({}, 1),
    ],
)
def test_another_website_cannot_send_the_form(client, form_page, headers, stored):
    data = filled(open_form(client, form_page), **{"Why?": "x"})
    client.post(form_page.url, data, headers=headers)
    assert Submission.objects.count() == stored


def test_opening_the_form_sets_no_cookie(client, form_page):
    assert not client.get(form_page.url).cookies


def test_only_the_browser_may_keep_the_form_and_nobody_the_answers(client, form_page):
    opened = client.get(form_page.url)
    assert set(opened.headers["Cache-Control"].split(", ")) == {"private", "no-cache"}
    data = filled(open_form(client, form_page), **{"Why?": "Fine"})
    for sent in (data | {"form-token": "forged"}, data):
        response = client.post(form_page.url, sent, follow=True)
        assert "no-store" in response.headers["Cache-Control"]
