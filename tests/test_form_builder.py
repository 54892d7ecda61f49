"""What editors are told about their questions before a form is published."""

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse
from wagtail.test.utils.form_data import inline_formset, nested_form_data, rich_text

from forms.models import FormPage
from tests import factories
from tests.form_filling import open_form

pytestmark = pytest.mark.django_db


def question(label="Question", field_type="singleline", **fields):
    """What the editing screen sends for a question."""
    return {
        "clean_name": "",
        "label": label,
        "field_type": field_type,
        "help_text": "",
        "choices": "",
        "default_value": "",
        "purpose": "",
        "text": rich_text(""),
        "shown_if_question": "",
        "shown_if_answers": "",
        **fields,
    }


def send(admin_client, *questions, action="action-publish", privacy_notice=""):
    """Create a form with these questions; gives the answer."""
    data = nested_form_data(
        {
            "title": "Tell us",
            "slug": "tell-us",
            "kind": "feedback",
            "introduction": rich_text(""),
            "privacy_notice": rich_text(privacy_notice),
            "button_text": "Send",
            "thank_you_title": "Thank you",
            "thank_you_text": rich_text("<p>We answer in two days.</p>"),
            "staff_notice": "at_once",
            "panel_title": "Tell us",
            "panel_question": "How was it?",
            "form_fields": inline_formset(list(questions)),
            "comments": inline_formset([]),
            action: "1",
        }
    )
    address = reverse(
        "wagtailadmin_pages:add", args=["forms", "formpage", factories.home_page().pk]
    )
    return admin_client.post(address, data)


DECIDING = question("Smoker?", "radio", choices="Yes\nNo", clean_name="q_aaaaaaaa")


def dependent(**fields):
    """A question that depends on DECIDING, unless told otherwise."""
    given = {"shown_if_question": "q_aaaaaaaa", "shown_if_answers": "Yes"}
    return question("How many?", clean_name="q_bbbbbbbb", **given | fields)


@pytest.mark.parametrize(
    ("questions", "message"),
    [
        ([question(field_type="radio")], "Write the answers to choose from"),
        ([question(field_type="dropdown", choices=" \n,")], "Write the answers"),
        ([question(field_type="consent")], "Write what patients agree to."),
        ([question(label="\u200b\u2060")], "Write words that patients can see."),
        ([dependent(), DECIDING], "“Smoker?”, which stands below it"),
        ([dependent()], "The question that this depends on is gone."),
        ([DECIDING, dependent(shown_if_answers="Maybe")], "“Maybe” is no answer to"),
        ([DECIDING, dependent(shown_if_answers=" ")], "Choose the answers for which"),
        (
            [
                question("Words", clean_name="q_cccccccc"),
                dependent(shown_if_question="q_cccccccc"),
            ],
            "“Words” is answered in the patient’s own words.",
        ),
    ],
)
def test_a_question_that_cannot_be_asked_is_named_in_plain_words(
    admin_client, questions, message
):
    response = send(admin_client, *questions)
    assert message in response.content.decode()
    assert not FormPage.objects.exists()
    assert send(admin_client, *questions, action="action-draft").status_code == 302


def test_a_question_can_depend_on_one_that_was_never_saved(admin_client, client):
    assert send(admin_client, DECIDING, dependent()).status_code == 302
    page = FormPage.objects.get()
    names = [field.clean_name for field in page.form_fields.all()]
    assert names == ["q_aaaaaaaa", "q_bbbbbbbb"]
    text = client.get(page.url).content.decode()
    assert "Only if you answer “Yes” to “Smoker?”." in text


def test_the_preview_shows_questions_and_conditions_that_were_never_saved(
    admin_client,
):
    page = factories.FormPageFactory()
    page.form_fields = [
        page.form_fields.model(**fields, sort_order=number)
        for number, fields in enumerate([DECIDING, dependent()])
    ]
    request = admin_client.get("/admin/").wsgi_request
    text = page.make_preview_request(request, "form").content.decode()
    assert "Only if you answer “Yes” to “Smoker?”." in text


def test_two_questions_never_keep_the_same_name(admin_client):
    send(admin_client, DECIDING, DECIDING, question(clean_name="Submit time"))
    names = {field.clean_name for field in FormPage.objects.get().form_fields.all()}
    assert len(names) == 3
    assert "q_aaaaaaaa" in names
    assert "Submit time" not in names


def test_every_field_of_the_builder_says_what_it_does(admin_client):
    address = reverse(
        "wagtailadmin_pages:add", args=["forms", "formpage", factories.home_page().pk]
    )
    text = admin_client.get(address).content.decode()
    for panel in FormPage.form_fields.rel.related_model.panels:
        if panel.field_name not in ("clean_name", "shown_if_answers"):
            assert str(panel.help_text) in text


@pytest.mark.parametrize(
    ("field_type", "default", "made"),
    [
        *(("checkbox", text, ["on"]) for text in ("yes", "false", "0", "Ticked")),
        ("checkbox", " ", []),
        ("consent", "yes", []),
        *((kind, "two ", ["Two"]) for kind in ("radio", "dropdown")),
        *((kind, "One\nTwo", ["One"]) for kind in ("radio", "dropdown")),
        *((kind, "two, One", ["One", "Two"]) for kind in ("checkboxes", "multiselect")),
        ("radio", "Three, or more", ["Three, or more"]),
    ],
)
def test_what_is_filled_in_beforehand_is_chosen_and_sent(
    client, field_type, default, made
):
    page = factories.FormPageFactory(questions=[("Question", field_type)])
    page.form_fields.update(
        default_value=default, choices="One\nTwo\nThree, or more", text="<p>Agree</p>"
    )
    chosen = open_form(client, page).select("form.form :is([checked], [selected])")
    assert [each.get("value", "on") for each in chosen if each.get("value") != ""] == (
        made
    )


@pytest.mark.parametrize(
    "field_type", ["singleline", "multiline", "email", "telephone"]
)
@pytest.mark.parametrize("notice", ["", "<p>Our nurse reads it.</p>"])
def test_publishing_warns_if_nobody_is_told_who_reads_the_answers(
    admin_client, field_type, notice
):
    answer = send(
        admin_client, question("About you", field_type), privacy_notice=notice
    )
    said = admin_client.get(answer.url).context["messages"]
    assert FormPage.objects.get().live
    assert any("privacy notice" in str(each) for each in said) == (not notice)


def test_kind_and_who_is_told_are_asked_where_the_questions_are(admin_client):
    address = reverse(
        "wagtailadmin_pages:add", args=["forms", "formpage", factories.home_page().pk]
    )
    soup = BeautifulSoup(admin_client.get(address).text, "html.parser")
    names = ("kind", "staff_addresses", "form_fields-TOTAL_FORMS")
    tabs = [
        soup.find(attrs={"name": name}).find_parent(role="tabpanel") for name in names
    ]
    assert len({tab["id"] for tab in tabs}) == 1
