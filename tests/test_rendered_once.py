"""One panel or one form on a page, in every state, and no id twice."""

from collections import Counter

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse

from forms.models import FormPage
from home.models import ClinicSettings
from submissions.models import Submission
from tests import factories
from tests.form_filling import filled

pytestmark = pytest.mark.django_db


@pytest.fixture
def form_page(site):
    """The clinic's feedback form, whose text must be answered."""
    page = factories.FormPageFactory(slug="feedback")
    page.form_fields.filter(field_type="multiline").update(required=True)
    clinic = ClinicSettings.for_site(site)
    clinic.feedback_form = page
    clinic.save()
    return page


def counted(response):
    """How many panels and forms there are; fails if an id stands twice."""
    soup = BeautifulSoup(response.content, "html.parser")
    ids = Counter(element["id"] for element in soup.select("[id]"))
    assert [each for each, number in ids.items() if number > 1] == []
    for label in soup.select("label[for]"):
        assert ids[label["for"]] == 1
    return len(soup.select(".feedback-panel")), len(soup.select("main form.form"))


def drafted(client, page, mode=""):
    """The draft of this page, as its editor sees it."""
    page.save_revision()
    address = reverse("wagtailadmin_pages:view_draft", args=[page.pk])
    return client.get(address, {"mode": mode} if mode else {})


@pytest.mark.parametrize(
    "factory", [factories.ConditionPageFactory, factories.TreatmentPageFactory]
)
def test_an_article_has_one_panel_live_again_and_as_a_draft(
    client, admin_client, form_page, factory
):
    article = factory()
    assert counted(client.get(article.url)) == (1, 0)
    assert counted(client.get(article.url)) == (1, 0)
    assert counted(drafted(admin_client, article)) == (1, 0)


def test_an_article_is_the_same_for_who_has_answered(client, form_page):
    article = factories.ConditionPageFactory()
    before = client.get(article.url).content
    client.cookies[f"receipt-{article.pk}"] = "anything"
    assert client.get(article.url).content == before


def test_a_form_page_has_one_form_and_no_panel_in_every_state(
    client, admin_client, form_page
):
    asked = client.get(form_page.url)
    soup = BeautifulSoup(asked.content, "html.parser")
    refused = client.post(form_page.url, filled(soup, **{"Why?": ""}))
    thanked = client.post(form_page.url, filled(soup, **{"Why?": "Kind"}), follow=True)
    reference = Submission.objects.get().reference
    states = {
        "asked": asked,
        "with errors": refused,
        "thanked": thanked,
        "received": client.get(form_page.url),
        "afresh": client.get(f"{form_page.url}?afresh=1"),
        "adding": client.get(f"{form_page.url}?add={reference}"),
        "withdrawing": client.get(f"{form_page.url}?withdraw={reference}"),
        "previewed": drafted(admin_client, form_page, "form"),
        "thanks previewed": drafted(admin_client, form_page, "landing"),
    }
    assert {name: counted(response) for name, response in states.items()} == {
        "asked": (0, 1),
        "with errors": (0, 1),
        "thanked": (0, 0),
        "received": (0, 0),
        "afresh": (0, 1),
        "adding": (0, 1),
        "withdrawing": (0, 1),
        "previewed": (0, 1),
        "thanks previewed": (0, 0),
    }
    assert FormPage.objects.count() == 1
