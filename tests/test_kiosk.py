"""A form on a tablet that patients share."""

import pytest
from bs4 import BeautifulSoup

from submissions.models import Submission
from tests import factories
from tests.form_filling import filled, open_form

pytestmark = pytest.mark.django_db


@pytest.fixture
def form_page():
    page = factories.FormPageFactory(
        slug="tablet",
        kiosk_mode=True,
        questions=[("Why?", "multiline"), ("Your e-mail", "email")],
    )
    page.form_fields.filter(field_type="multiline").update(purpose="street-address")
    return page


def test_it_remembers_nobody_and_fills_nothing_in(client, form_page):
    soup = open_form(client, form_page)
    assert soup.select_one("form.form")["autocomplete"] == "off"
    fields = soup.select("form.form :is(textarea, input:not([type=hidden]))")
    assert {field["autocomplete"] for field in fields} == {"off"}
    response = client.post(form_page.url, filled(soup, **{"Why?": "Kind"}))
    assert not response.cookies
    assert open_form(client, form_page).select("form.form")


def test_no_browser_keeps_any_of_its_pages(client, form_page):
    form = client.get(form_page.url)
    data = filled(open_form(client, form_page), **{"Why?": "Kind"})
    sent = client.post(form_page.url, data)
    for response in (form, sent, client.get(sent.url)):
        assert {"private", "no-store"} <= set(
            response.headers["Cache-Control"].split(", ")
        )


def test_after_the_thanks_comes_an_empty_form_and_there_is_more_time(client, form_page):
    article = factories.ConditionPageFactory()
    soup = open_form(client, form_page, f"?about={article.pk}")
    response = client.post(form_page.url, filled(soup, **{"Why?": "Kind"}), follow=True)
    start = f"/tablet/?about={article.pk}"
    assert response.headers["Refresh"] == f"30; url={start}"
    soup = BeautifulSoup(response.content, "html.parser")
    assert soup.select_one(f"a.button[href='{start}']")
    more = client.get(soup.select_one(".way-back a")["href"])
    assert more.headers["Refresh"] == f"300; url={start}"
    assert Submission.objects.get().reference in more.content.decode()


def test_other_forms_do_not_go_away_by_themselves(client):
    page = factories.FormPageFactory()
    data = filled(open_form(client, page), **{"Why?": "Kind"})
    assert "Refresh" not in client.post(page.url, data, follow=True).headers
