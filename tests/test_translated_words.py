"""The site's own words: from the catalogue of the language, never in the database."""

import pytest
from bs4 import BeautifulSoup
from django.core.exceptions import ValidationError
from django.utils import translation

from articles.blocks import BodyBlock
from desk.filters import SubmissionFilter
from home.models import ClinicSettings
from submissions.export.table import SubmissionTable
from submissions.models import Submission
from tests import factories
from tests.form_filling import filled, open_form
from tests.translating import translated, write_catalogue

pytestmark = pytest.mark.django_db

WORDS = {
    "Skip to main content": "Neidio i'r prif gynnwys",
    "Symptoms": "Symptomau",
    "Important:": "Pwysig:",
    "Very good": "Da iawn",
    "There is a problem": "Mae problem",
    "Error:": "Gwall:",
    "Answer this question.": "Atebwch y cwestiwn hwn.",
    "Reference": "Cyfeirnod",
    "Feedback": "Adborth",
    "Rating": "Sgôr",
    "Yes": "Ydw",
}


@pytest.fixture
def words(settings, tmp_path, welsh):
    """A Welsh catalogue with some of the site's words."""
    write_catalogue(tmp_path, "cy", WORDS)
    settings.LOCALE_PATHS = [tmp_path]
    return welsh


def soup_of(response):
    """The page as a patient gets it."""
    return BeautifulSoup(response.content, "html.parser")


def test_the_sites_own_words_are_in_the_language_of_the_page(client, words):
    skip_links = {
        path: soup_of(client.get(path)).select_one(".skip-link").get_text()
        for path in ("/", "/cy/")
    }
    assert skip_links == {
        "/": "Skip to main content",
        "/cy/": WORDS["Skip to main content"],
    }


def test_usual_headings_are_translated_where_shown_and_stored_as_they_were(
    client, words
):
    warning = {"heading": "Driving", "body": "<p>Not today.</p>"}
    english = factories.ConditionPageFactory(
        sections=[
            {
                "type": "symptoms",
                "value": {
                    "heading": "Symptoms",
                    "body": [{"type": "warning_callout", "value": warning}],
                },
            },
            {"type": "topic", "value": {"heading": "Symptoms"}},
            {"type": "topic", "value": {"heading": ""}},
        ]
    )
    translated(english.get_parent().specific, words)
    welsh_page = translated(english, words)

    soup = soup_of(client.get(welsh_page.url))
    headings = [h.get_text() for h in soup.select("section.section > h2")]
    # An editor's own heading is an editor's, whatever it says.
    assert headings == ["Symptomau", "Symptoms", ""]
    assert soup.select_one(".warning-callout .visually-hidden").get_text() == "Pwysig: "
    assert welsh_page.sections[0].value["heading"] == "Symptoms"
    soup = soup_of(client.get(english.url))
    assert soup.select_one("section.section > h2").get_text() == "Symptoms"


def test_a_form_speaks_the_language_and_stores_the_same(client, words):
    form = factories.FormPageFactory(slug="feedback")
    form.form_fields.update(required=True)
    welsh_form = translated(form, words)
    soup = open_form(client, welsh_form)
    assert "Da iawn" in soup.select_one("fieldset").get_text()

    soup = soup_of(client.post(welsh_form.url, filled(soup)))
    assert soup.title.get_text().startswith("Gwall: ")
    assert soup.select_one("#error-summary").get_text() == "Mae problem"
    assert "Atebwch y cwestiwn hwn." in soup.select_one(".error-summary").get_text()

    answers = filled(soup, **{"How was it?": "5", "Why?": "Caredig"})
    assert client.post(welsh_form.url, answers).status_code == 303
    submission = Submission.objects.get()
    assert set(submission.form_data.values()) == {5, "Caredig"}
    assert (submission.kind, submission.status, submission.rating) == (
        *("feedback", "new", 5),
    )


def test_a_feedback_panel_links_with_numbers_whatever_its_words(client, site, words):
    form = factories.FormPageFactory()
    ClinicSettings.objects.create(site=site, feedback_form=form)
    english = factories.ConditionPageFactory()
    translated(english.get_parent().specific, words)
    article = translated(english, words)
    first = soup_of(client.get(article.url)).select_one(".feedback-panel a")
    assert first.get_text() == "Da iawn"
    assert first["href"].endswith(f"?about={article.pk}&rating=5")


def test_an_export_and_its_log_stay_in_the_websites_own_language(words):
    factories.SubmissionFactory(
        rating=5,
        questions_asked=[["q_rating", "Sut?", "rating"], ["q_yes", "A?", "checkbox"]],
        form_data={"q_rating": 5, "q_yes": True},
    )
    with translation.override("cy"):
        table = SubmissionTable(Submission.objects.all())
        headings, (row,) = table.headings, table.rows()
        chosen = SubmissionFilter({"kind": "feedback"})
        assert chosen.is_valid()
        assert chosen.description() == "Kind: Feedback; State: To do"
        assert str(chosen.fields["rating"].label) == "Sgôr"
        assert Submission.objects.get().answers == [("Sut?", "Da iawn"), ("A?", "Ydw")]
        assert translation.get_language() == "cy"
    cells = dict(zip(headings, row, strict=True))
    assert cells["Reference"] == Submission.objects.get().reference
    assert (cells["Kind"], cells["Rating"]) == ("Feedback", "Very good")
    assert (cells["Sut?"], cells["A?"]) == ("Very good", "Yes")
    assert all(type(heading) is str for heading in headings)


def test_a_list_of_donts_may_begin_in_another_language(settings, words):
    block = BodyBlock().child_blocks["do_and_dont"]
    value = block.to_python({"do": [], "dont": ["peidiwch â gyrru"]})
    assert block.clean(value)["dont"][0] == "peidiwch â gyrru"
    settings.WAGTAIL_I18N_ENABLED = False
    with pytest.raises(ValidationError):
        block.clean(value)
