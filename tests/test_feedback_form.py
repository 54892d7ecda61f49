"""From a patient's answers to a stored submission: once, and never lost."""

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse

from forms.models import FormField
from submissions.models import Rating, Submission
from tests import factories
from tests.form_filling import filled, open_form

pytestmark = pytest.mark.django_db

EVERY_FIELD_TYPE = [
    name
    for name, _ in FormField._meta.get_field("field_type").choices
    if name != "section"
]


@pytest.fixture
def form_page():
    """A form with a rating and a long text, which must be answered."""
    page = factories.FormPageFactory(slug="feedback")
    page.form_fields.filter(field_type="multiline").update(required=True)
    return page


def test_what_a_patient_sent_is_stored_with_all_that_belongs_to_it(client, form_page):
    article = factories.ConditionPageFactory()
    soup = open_form(client, form_page, f"?about={article.pk}")
    data = filled(soup, **{"How was it?": "4", "Why?": "The nurse was kind."})
    response = client.post(form_page.url, data)
    submission = Submission.objects.get()
    assert response.status_code == 303
    assert response.url.startswith(f"/feedback/?sent={submission.reference}&key=")
    assert submission.rating == Rating.GOOD
    assert submission.answers == [
        ("How was it?", "Good"),
        ("Why?", "The nurse was kind."),
    ]
    assert submission.about_page_id == article.pk
    assert submission.about_title == article.title
    assert submission.about_url.endswith(article.url)
    assert submission.form_title == form_page.title
    assert submission.kind == Submission.Kind.FEEDBACK


def test_the_thank_you_page_shows_the_reference(client, form_page):
    data = filled(open_form(client, form_page), **{"Why?": "Fine"})
    response = client.post(form_page.url, data, follow=True)
    assert Submission.objects.get().reference in response.content.decode()
    assert 'class="form"' not in response.content.decode()


def test_sending_the_same_form_again_stores_nothing_and_shows_the_same_reference(
    client, form_page
):
    data = filled(open_form(client, form_page), **{"Why?": "Fine"})
    first = client.post(form_page.url, data)
    again = client.post(form_page.url, data)
    assert first.url.partition("&")[0] == again.url.partition("&")[0]
    assert Submission.objects.count() == 1


def test_sent_again_with_other_answers_nothing_is_stored_and_nothing_lost(
    client, form_page
):
    data = filled(open_form(client, form_page), **{"Why?": "First thoughts"})
    client.post(form_page.url, data)
    reference = Submission.objects.get().reference
    data |= {name: "Second" for name, text in data.items() if text == "First thoughts"}
    response = client.post(form_page.url, data)
    soup = BeautifulSoup(response.content, "html.parser")
    assert Submission.objects.get().answers[1][1] == "First thoughts"
    assert reference in soup.select_one(".error-summary").get_text()
    assert soup.select_one("textarea").get_text(strip=True) == "Second"
    client.post(form_page.url, filled(soup, **{"Why?": "Second"}))
    assert Submission.objects.count() == 2


def test_a_form_opened_anew_is_a_new_submission(client, form_page):
    for _ in range(2):
        client.post(
            form_page.url, filled(open_form(client, form_page), **{"Why?": "Fine"})
        )
    assert Submission.objects.count() == 2


def test_errors_stand_in_a_summary_and_at_each_field_and_answers_are_kept(
    client, form_page
):
    soup = open_form(client, form_page)
    data = filled(soup, **{"How was it?": "2", "Why?": ""})
    response = client.post(form_page.url, data)
    soup = BeautifulSoup(response.content, "html.parser")
    assert response.status_code == 200
    assert soup.title.get_text().startswith("Error: ")
    summary = soup.select_one(".error-summary a")
    field = soup.select_one("textarea")
    assert summary["href"] == f"#{field['id']}"
    assert field["aria-invalid"] == "true"
    assert soup.find(id=field["aria-describedby"].split()[0]).select_one(
        ".visually-hidden"
    )
    assert soup.select_one("input[type=radio][checked]")["value"] == "2"
    assert Submission.objects.count() == 0


def test_the_hint_of_a_box_stands_below_it(client):
    page = factories.FormPageFactory(questions=[("A complaint", "checkbox")])
    page.form_fields.update(help_text="We write to you.")
    box = open_form(client, page).select_one(".field > .option")
    hint = box.find_next_sibling(class_="hint")
    assert hint["id"] == box.input["aria-describedby"]


def test_a_form_put_right_is_stored_once(client, form_page):
    data = filled(open_form(client, form_page), **{"Why?": ""})
    soup = BeautifulSoup(client.post(form_page.url, data).content, "html.parser")
    client.post(form_page.url, filled(soup, **{"Why?": "Now with words"}))
    assert [s.answers[1][1] for s in Submission.objects.all()] == ["Now with words"]


@pytest.mark.parametrize("field_type", EVERY_FIELD_TYPE)
def test_every_type_of_question_has_a_label_a_hint_and_an_error(client, field_type):
    page = factories.FormPageFactory(questions=[("Question", field_type)])
    page.form_fields.update(
        required=True, help_text="A hint", choices="One\nTwo\nThree"
    )
    soup = BeautifulSoup(
        client.post(page.url, filled(open_form(client, page))).content, "html.parser"
    )
    control = soup.select_one("form.form .field :is(input, textarea, select)")
    group = control.find_parent("fieldset")
    described = group or control
    ids = [
        each
        for each in described["aria-describedby"].split()
        if not each.endswith("_limit")
    ]
    assert [soup.find(id=each).get_text(" ", strip=True) for each in ids] == [
        "A hint",
        "Error: Tick this box to go on."
        if field_type in ("checkbox", "consent")
        else "Error: Answer this question.",
    ]
    if group:
        assert "Question" in group.legend.get_text()
    assert soup.select_one(f"label[for={control['id']}]")
    target = soup.select_one(".error-summary a")["href"].removeprefix("#")
    assert soup.find(id=target) is not None


@pytest.mark.parametrize("field_type", EVERY_FIELD_TYPE)
def test_every_type_of_question_can_be_answered(client, field_type):
    answers = {
        "singleline": "text",
        "multiline": "two\r\nlines",
        "email": "a@clinic.example",
        "number": "12.5",
        "url": "https://clinic.example/",
        "checkbox": "on",
        "checkboxes": ["One", "Two"],
        "dropdown": "One",
        "multiselect": ["One", "Two"],
        "radio": "Two",
        "date": "2026-05-03",
        "datetime": "2026-05-03 14:05",
        "rating": "0",
        "telephone": "+44 (0)1632 960 001",
        "consent": "on",
    }
    page = factories.FormPageFactory(questions=[("Question", field_type)])
    page.form_fields.update(required=True, choices="One\nTwo\nThree")
    name = page.form_fields.get().clean_name
    data = filled(open_form(client, page)) | {name: answers[field_type]}
    response = client.post(page.url, data)
    assert response.status_code == 303
    ((_, answer),) = Submission.objects.get().answers
    assert answer


def test_a_rating_of_dont_know_is_kept_and_is_not_no_answer(client, form_page):
    for answers in ({"How was it?": "0", "Why?": "x"}, {"Why?": "x"}):
        client.post(form_page.url, filled(open_form(client, form_page), **answers))
    ratings = list(Submission.objects.order_by("pk").values_list("rating", flat=True))
    assert ratings == [0, None]


@pytest.mark.parametrize(
    "query",
    [
        "?about=x&about=0",
        "?about=-1",
        "?about=99999999999999",
        "?about=²",
        "?about=%00",
        "?rating=9",
        "?rating=x",
        "?sent=%00",
        "?sent=nothing",
    ],
)
def test_odd_addresses_show_the_plain_form(client, form_page, query):
    soup = open_form(client, form_page, query)
    assert soup.select_one("form.form")
    assert not soup.select_one(".about-page")
    assert not soup.select_one("[checked]")


def test_a_form_about_a_draft_or_private_page_does_not_name_it(client, form_page):
    article = factories.ConditionPageFactory(live=False, title="Not yet public")
    response = client.get(f"{form_page.url}?about={article.pk}")
    assert "Not yet public" not in response.content.decode()


def test_a_page_taken_down_while_a_patient_writes_is_still_what_it_is_about(
    client, form_page
):
    article = factories.ConditionPageFactory(title="Back pain")
    soup = open_form(client, form_page, f"?about={article.pk}")
    article.unpublish()
    client.post(form_page.url, filled(soup, **{"Why?": "Kept"}))
    submission = Submission.objects.get()
    assert submission.about_title == "Back pain"
    assert submission.about_page_id == article.pk


def test_answers_outlive_the_form_its_questions_and_the_page(client, form_page):
    article = factories.ConditionPageFactory(title="Back pain")
    data = filled(
        open_form(client, form_page, f"?about={article.pk}"), **{"Why?": "Kept"}
    )
    client.post(form_page.url, data)
    article.delete()
    form_page.delete()
    submission = Submission.objects.get()
    assert submission.answers[1] == ("Why?", "Kept")
    assert submission.form_title == "Feedback"
    assert submission.about_title == "Back pain"


def test_a_renamed_question_keeps_its_name_and_old_answers_their_label(
    client, form_page
):
    client.post(form_page.url, filled(open_form(client, form_page), **{"Why?": "A"}))
    field = form_page.form_fields.get(label="Why?")
    name = field.clean_name
    field.label = "Please say why"
    field.save()
    data = filled(open_form(client, form_page), **{"Please say why": "B"})
    client.post(form_page.url, data)
    first, second = Submission.objects.order_by("pk")
    assert first.form_data[name] == "A"
    assert second.form_data[name] == "B"
    assert first.answers[1][0] == "Why?"
    assert second.answers[1][0] == "Please say why"


@pytest.mark.parametrize("label", ["???", "Submit time", "Чувство", "Why?"])
def test_any_label_makes_a_question_of_its_own(client, label):
    page = factories.FormPageFactory(questions=[(label, "singleline")] * 2)
    names = list(page.form_fields.values_list("clean_name", flat=True))
    assert len(set(names)) == 2
    data = filled(open_form(client, page)) | {names[0]: "one", names[1]: "two"}
    client.post(page.url, data)
    assert Submission.objects.get().answers == [(label, "one"), (label, "two")]


def test_a_nul_in_an_answer_is_refused_in_plain_words(client, form_page):
    data = filled(open_form(client, form_page), **{"Why?": "a\x00b"})
    response = client.post(form_page.url, data)
    assert response.status_code == 200
    assert "error-summary" in response.content.decode()


def test_nothing_a_patient_wrote_is_logged(client, form_page, caplog, capsys):
    caplog.set_level("DEBUG")
    data = filled(open_form(client, form_page), **{"Why?": "canary-7f3a"})
    client.post(form_page.url, data, follow=True)
    client.post(form_page.url, data | {"form-token": "forged"})
    logged = "".join(
        record.getMessage()
        for record in caplog.records
        if not record.name.startswith("django.db")
    )
    assert "canary-7f3a" not in logged + "".join(capsys.readouterr())


def test_the_editor_sees_the_form_and_the_thank_you_page_in_preview(
    admin_client, form_page
):
    url = reverse("wagtailadmin_pages:view_draft", args=[form_page.pk])
    form_page.save_revision()
    for mode, text in (("form", 'class="form"'), ("landing", "Thank you")):
        response = admin_client.get(url, {"mode": mode})
        assert text in response.content.decode()
    assert Submission.objects.count() == 0


def test_a_plain_page_takes_no_post(client):
    response = client.post(factories.StandardPageFactory().url, {"a": "b"})
    assert response.status_code in (200, 405)
    assert not response.cookies
