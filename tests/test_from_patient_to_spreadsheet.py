"""The whole path: from the panel on an article to a staff member's spreadsheet."""

import csv
import io

import openpyxl
import pytest
from bs4 import BeautifulSoup
from django.contrib.auth.models import Group

from home.models import ClinicSettings
from tests import factories
from tests.form_filling import filled, open_form

pytestmark = pytest.mark.django_db


@pytest.fixture
def article(site):
    """An article whose panel leads to the clinic's feedback form."""
    clinic = ClinicSettings.for_site(site)
    clinic.feedback_form = factories.FormPageFactory(
        slug="feedback", title="Give feedback", privacy_notice="<p>We read it.</p>"
    )
    clinic.save()
    return factories.ConditionPageFactory(title="Back pain")


def export(client, file_format):
    """The export's bytes, as a member of the feedback staff gets them."""
    group = Group.objects.get(name="Feedback staff")
    client.force_login(factories.UserFactory(groups=[group]))
    response = client.get("/admin/desk/", {"export": file_format})
    return b"".join(response.streaming_content)


def test_feedback_sent_without_javascript_arrives_as_text_with_all_columns(
    client, article
):
    panel = BeautifulSoup(client.get(article.url).content, "html.parser")
    address = panel.select_one(".feedback-panel").find("a", string="Very good")["href"]
    form_page = ClinicSettings.objects.get().feedback_form
    soup = open_form(client, form_page, "?" + address.partition("?")[2])
    chosen = soup.select_one("input[type=radio][checked]")["value"]
    answers = {"How was it?": chosen, "Why?": '=HYPERLINK("x")'}
    thanks = client.post(form_page.url, filled(soup, **answers), follow=True)
    reference = BeautifulSoup(thanks.content, "html.parser").select_one(".reference")

    text = export(client, "csv").decode("utf-8-sig")
    (row,) = csv.DictReader(io.StringIO(text, newline=""))
    assert row.pop("Received")
    assert row == {
        "Reference": reference.get_text(),
        "Form": "Give feedback",
        "About page": "Back pain",
        "About address": article.full_url,
        "Kind": "Feedback",
        "Status": "New",
        "Flag": "",
        "Rating": "Very good",
        "Notice version": form_page.notice_version,
        "Verified visit": "",
        "Duplicate of": "",
        "Withdrawn": "",
        "Added later": "",
        "How was it?": "Very good",
        "Why?": '\'=HYPERLINK("x")',
    }

    workbook = openpyxl.load_workbook(io.BytesIO(export(client, "xlsx")))
    cell = workbook.active["P2"]
    assert (cell.data_type, cell.value) == ("s", '=HYPERLINK("x")')
