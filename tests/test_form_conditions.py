"""Questions and sections that depend on an earlier answer."""

import json

import pytest
from bs4 import BeautifulSoup

from submissions.models import Submission
from tests import factories
from tests.form_filling import filled, open_form

pytestmark = pytest.mark.django_db


def ask(page, label, field_type, **fields):
    """A question of this form."""
    return factories.FormFieldFactory(
        page=page, label=label, field_type=field_type, **fields
    )


@pytest.fixture
def page():
    """A form: been here before, then since when, then a section on the last visit."""
    page = factories.FormPageFactory(slug="visit")
    page.form_fields.all().delete()
    before = ask(page, "Been here?", "radio", choices="Yes\nNo", required=True)
    ask(
        page,
        "Since when?",
        "singleline",
        required=True,
        shown_if_question=before.clean_name,
        shown_if_answers="Yes",
    )
    hurt = ask(page, "Did it hurt?", "checkbox")
    ask(
        page,
        "About the pain",
        "section",
        shown_if_question=hurt.clean_name,
        shown_if_answers="yes",
    )
    ask(page, "Where?", "singleline", required=True)
    ask(page, "And also", "section")
    ask(page, "Anything else?", "singleline")
    return page


def send(client, page, **answers):
    """What comes back when these answers, by label, are sent."""
    return client.post(page.url, filled(open_form(client, page), **answers))


def test_what_is_not_asked_need_not_be_answered(client, page):
    assert send(client, page, **{"Been here?": "No"}).status_code == 303
    submission = Submission.objects.get()
    not_asked = [
        answer.question.label
        for answer in submission.answers_as_asked
        if not answer.was_asked
    ]
    assert not_asked == ["Since when?", "Where?"]


@pytest.mark.parametrize(
    ("answers", "missing"),
    [
        ({"Been here?": "Yes"}, ["Since when?"]),
        ({"Been here?": "No", "Did it hurt?": "on"}, ["Where?"]),
        ({"Been here?": "Yes", "Did it hurt?": "on"}, ["Since when?", "Where?"]),
        ({}, ["Been here?"]),
    ],
)
def test_what_is_asked_must_be_answered(client, page, answers, missing):
    soup = BeautifulSoup(send(client, page, **answers).content, "html.parser")
    links = [link.get_text() for link in soup.select(".error-summary a")]
    assert [link.partition(" – ")[0] for link in links] == missing


def test_an_answer_to_a_needless_question_is_kept_and_marked(client, page, staff):
    send(client, page, **{"Been here?": "No", "Since when?": "a long time"})
    submission = Submission.objects.get()
    assert ("Since when?", "a long time") in submission.answers
    text = staff.get(f"/admin/desk/inspect/{submission.pk}/").content.decode()
    assert "a long time" in text
    assert "made this question needless, but the patient answered it" in text


def test_without_scripts_the_page_says_when_a_question_is_meant(client, page):
    soup = open_form(client, page)
    hints = [hint.get_text(strip=True) for hint in soup.select(".condition")]
    assert hints == [
        "Only if you answer “Yes” to “Been here?”.",
        "Only if you tick “Did it hurt?”.",
    ]
    field = soup.select_one(".field--conditional input")
    assert not field.has_attr("required")
    described_by = field["aria-describedby"].split()
    assert hints[0] in [
        soup.find(id=each).get_text(strip=True) for each in described_by
    ]
    assert json.loads(soup.select_one(".field--conditional")["data-answers"]) == ["Yes"]


def test_a_question_hidden_by_another_hides_what_depends_on_it(client):
    page = factories.FormPageFactory()
    page.form_fields.all().delete()
    depends = None
    for number in range(3):
        depends = ask(
            page,
            f"Question {number}",
            "radio",
            choices="Yes\nNo",
            required=True,
            shown_if_question=depends.clean_name if depends else "",
            shown_if_answers="Yes",
        )
    # "Question 1" is not asked, so its answer cannot make "Question 2" be asked.
    response = send(client, page, **{"Question 0": "No", "Question 1": "Yes"})
    assert response.status_code == 303
    assert len(Submission.objects.get().not_asked) == 2


@pytest.mark.parametrize(
    "condition",
    [
        {"shown_if_question": "q_00000000", "shown_if_answers": "Yes"},
        {"shown_if_question": "LATER", "shown_if_answers": "Yes"},
        {"shown_if_question": "FIRST", "shown_if_answers": "Perhaps"},
        {"shown_if_question": "FIRST", "shown_if_answers": ""},
    ],
)
def test_a_condition_that_cannot_hold_hides_nothing(client, condition):
    page = factories.FormPageFactory()
    page.form_fields.all().delete()
    first = ask(page, "First", "radio", choices="Yes\nNo")
    ask(page, "Second", "singleline", required=True)
    later = ask(page, "Later", "radio", choices="Yes\nNo")
    names = {"FIRST": first.clean_name, "LATER": later.clean_name}
    chosen = condition["shown_if_question"]
    page.form_fields.filter(label="Second").update(
        **condition | {"shown_if_question": names.get(chosen, chosen)}
    )
    response = send(client, page, First="Yes")
    assert "Second – Answer this question." in response.content.decode()


def test_a_form_without_conditions_has_no_script(client, page):
    script = "script[src*=conditions]"
    assert open_form(client, page).select(script)
    assert not open_form(client, factories.FormPageFactory()).select(script)
