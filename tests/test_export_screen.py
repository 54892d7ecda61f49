"""The screen on which staff choose an export."""

import csv
import hashlib
import io
import json

import openpyxl
import pytest

from forms.models import FormPage
from submissions.models import Export, FormGrant
from tests import factories

pytestmark = pytest.mark.django_db

SCREEN = "/admin/desk-export/"
QUESTIONS = [
    ["q_why", "Why?", "multiline"],
    ["q_mail", "E-mail", "email"],
    ["q_name", "Your name", "singleline"],
    ["q_ward", "Hospital number", "singleline"],
]
ANSWERS = {
    "q_why": "It was good",
    "q_mail": "anna@example.org",
    "q_name": "Anna Grey",
    "q_ward": "NHS 943 476",
}
WHO = {"anna@example.org", "Anna Grey", "NHS 943 476"}


@pytest.fixture
def form_page():
    """A form that asks who somebody is in each of the ways there are."""
    page = factories.FormPageFactory(slug="visit", questions=[("Why?", "multiline")])
    for (name, label, kind), marks in zip(
        QUESTIONS[1:],
        ({}, {"purpose": "name"}, {"identifies": True}),
        strict=True,
    ):
        factories.FormFieldFactory(
            page=page, clean_name=name, label=label, field_type=kind, **marks
        )
    return page


def send(page, **values):
    return factories.SubmissionFactory(
        page=page,
        form_key=page.translation_key,
        questions_asked=QUESTIONS,
        form_data=ANSWERS,
        **values,
    )


def keys(client, query="") -> list[str]:
    """The columns that the screen offers."""
    form = client.get(SCREEN + query).context["form"]
    return [key for key, _label in form.fields["columns"].choices]


def chosen(client, query="", **fields):
    """The answer to the screen's form, all its columns chosen."""
    data = {"file_format": "csv", "columns": keys(client, query), **fields}
    return client.post(SCREEN + query, data)


def content(response) -> bytes:
    assert response.status_code == 200
    return b"".join(response.streaming_content)


def rows(response) -> list[dict[str, str]]:
    text = content(response).decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline="")))


@pytest.fixture
def identity_staff(client):
    """Somebody who may export with identity as well."""
    client.force_login(
        factories.staff_member(
            "view_submission", "export_submission", "export_identity_submission"
        )
    )
    return client


@pytest.mark.parametrize("file_format", ["csv", "xlsx", "jsonl"])
def test_without_identity_no_answer_says_who_somebody_is(staff, form_page, file_format):
    submission = send(form_page)

    file = content(chosen(staff, file_format=file_format))

    if file_format == "xlsx":
        sheet = openpyxl.load_workbook(io.BytesIO(file)).active
        text = str([[cell.value for cell in row] for row in sheet])
    else:
        text = file.decode()
    assert submission.reference in text
    assert "It was good" in text
    assert not [who for who in WHO if who in text]
    assert not Export.objects.get().with_identity


def test_a_question_that_was_removed_still_says_who_somebody_was(staff, form_page):
    send(form_page)
    form_page.form_fields.all().delete()
    FormPage.objects.get().delete()

    row = rows(chosen(staff))[0]

    assert not WHO & set(row.values())
    assert "It was good" in row.values()


def test_of_submissions_whose_form_is_not_known_the_question_is_told_by_its_name(
    staff, form_page
):
    submission = send(form_page)
    type(submission).objects.update(form_key=None)

    assert not WHO & set(rows(chosen(staff))[0].values())


def identity_addresses(page):
    key = page.translation_key
    every = [f"{key}:{name}" for name, _label, _type in QUESTIONS]
    return [
        {"identity": "on", "reason": "x"},
        {"columns": every},
        {"columns": every, "identity": "on", "reason": "x", "background": ""},
    ]


@pytest.mark.parametrize("attempt", range(3))
def test_who_may_not_export_identity_cannot_get_it_by_any_address(
    staff, form_page, attempt
):
    send(form_page)

    response = chosen(staff, **identity_addresses(form_page)[attempt])

    answer = content(response) if response.streaming else response.content
    assert not [who for who in WHO if who.encode() in answer]
    direct = staff.get("/admin/desk/?export=csv&identity=on&reason=x")
    assert not [who for who in WHO if who.encode() in content(direct)]


def test_identity_needs_a_reason_which_the_log_keeps(identity_staff, form_page):
    send(form_page)

    refused = chosen(identity_staff, identity="on", reason="  ")
    assert "Say why identity is needed." in refused.content.decode()
    assert not Export.objects.exists()

    row = rows(chosen(identity_staff, identity="on", reason="Access request 12"))[0]
    assert set(row.values()) >= WHO
    logged = Export.objects.get()
    assert (logged.with_identity, logged.reason) == (True, "Access request 12")


def test_identity_for_one_form_is_not_identity_for_another(client, form_page):
    other = factories.FormPageFactory(slug="other")
    send(form_page)
    send(other)
    user = factories.staff_member("view_submission", "export_submission")
    group = user.groups.create(name="Visits")
    permission = factories.Permission.objects.get(codename="export_identity_submission")
    FormGrant.objects.create(
        group=group, form_key=form_page.translation_key, permission=permission
    )
    client.force_login(user)

    refused = chosen(client, identity="on", reason="x")
    assert "for some of these forms only" in refused.content.decode()
    row = rows(chosen(client, "?form=visit", identity="on", reason="x"))[0]
    assert set(row.values()) >= WHO


def test_rows_of_forms_that_one_may_not_export_are_left_out(client, form_page):
    other = factories.FormPageFactory(slug="other")
    ours = send(form_page)
    send(other)
    user = factories.staff_member("view_submission")
    group = user.groups.create(name="Visits")
    permission = factories.Permission.objects.get(codename="export_submission")
    FormGrant.objects.create(
        group=group, form_key=form_page.translation_key, permission=permission
    )
    client.force_login(user)

    page = client.get(SCREEN).content.decode()
    assert "1 submission is in the file." in page
    assert "more than you may export" in page
    assert [row["Reference"] for row in rows(chosen(client))] == [ours.reference]


def test_what_is_filtered_is_what_is_exported(staff, form_page):
    for rating in (2, 4, 2):
        send(form_page, rating=rating)
    listed = staff.get("/admin/desk/?rating=2&o=0").context["object_list"]

    table = rows(chosen(staff, "?rating=2&o=0"))

    assert [row["Reference"] for row in table] == [each.reference for each in listed]
    assert Export.objects.get().filters == "Rating: Poor; State: To do"


def test_only_the_chosen_columns_are_in_the_file_and_the_log(staff, form_page):
    send(form_page)

    table = rows(chosen(staff, columns=["kind"]))

    assert list(table[0]) == ["Reference", "Kind"]
    assert Export.objects.get().columns == "Reference, Kind"


def test_each_choice_can_have_a_column(staff):
    page = factories.FormPageFactory(questions=[])
    page.form_fields.all().delete()
    factories.FormFieldFactory(
        page=page,
        clean_name="q_help",
        label="What helped?",
        field_type="checkboxes",
        choices="Rest\nWalking",
    )
    factories.SubmissionFactory(
        page=page,
        form_key=page.translation_key,
        rating=None,
        questions_asked=[["q_help", "What helped?", "checkboxes"]],
        form_data={"q_help": ["Rest", "Heat"]},
    )

    row = rows(chosen(staff, separate_choices="on"))[0]

    assert row["What helped?: Rest"] == "Yes"
    assert row["What helped?: Walking"] == ""
    assert row["What helped?: other"] == "Heat"


def test_ratings_can_be_numbers_and_no_opinion_is_none(staff, form_page):
    send(form_page, rating=4)
    send(form_page, rating=0)

    table = rows(chosen(staff, ratings_as_numbers="on"))

    assert [row["Rating"] for row in table] == ["Don’t know", "4"]


def test_json_lines_hold_everything_as_it_is(staff):
    answer = '=1+1\x0b\r\n"é" 💊 \u202e'
    factories.SubmissionFactory(
        rating=3,
        questions_asked=[
            ["q_why", "Why?", "multiline"],
            ["q_many", "Which?", "checkboxes"],
            ["q_visits", "Visits", "number"],
        ],
        form_data={"q_why": answer, "q_many": ["a", "b"], "q_visits": "3"},
    )

    (line,) = content(chosen(staff, file_format="jsonl")).splitlines()
    row = json.loads(line)

    assert row["Why?"] == answer
    assert row["Which?"] == ["a", "b"]
    assert row["Visits"] == 3
    assert row["Withdrawn"] is None


def test_the_log_holds_the_files_fingerprint_when_it_is_whole(staff, form_page):
    send(form_page)

    file = content(chosen(staff))

    logged = Export.objects.get()
    assert logged.sha256 == hashlib.sha256(file).hexdigest()
    assert (logged.outcome, logged.row_count) == ("finished", 1)


def test_a_wrong_filter_leads_back_to_the_list_that_says_so(staff):
    response = staff.get(SCREEN + "?rating=9")

    assert response.status_code == 302
    assert response.headers["Location"] == "/admin/desk/?rating=9"


@pytest.mark.parametrize("permissions", [(), ("view_submission",)])
def test_who_may_not_export_is_refused(client, permissions):
    client.force_login(factories.staff_member(*permissions))

    for address in (SCREEN, "/admin/desk-complaints/"):
        response = client.get(address)
        assert (response.status_code, response.headers["Location"]) == (302, "/admin/")


@pytest.mark.parametrize(
    "fields", [{"file_format": "exe"}, {"columns": []}, {"columns": ["x:y"]}]
)
def test_a_choice_that_is_not_there_is_an_error_in_words(staff, form_page, fields):
    send(form_page)

    response = chosen(staff, **fields)

    assert response.status_code == 200
    assert response.context["form"].errors
    assert not Export.objects.exists()


def test_what_is_wrong_stands_at_the_top_with_a_link_to_its_field(
    identity_staff, form_page
):
    send(form_page)
    page = chosen(identity_staff, identity="on").content.decode()
    summary = page[page.index('role="alert"') : page.index('name="file_format"')]
    assert 'href="#id_reason"' in summary


def test_who_owns_a_submission_can_be_a_column(identity_staff, form_page):
    owner = factories.staff_member("view_submission")
    send(form_page, owner=owner)
    send(form_page)
    answer = {"file_format": "csv", "columns": ["owner"]}
    found = {row["Owner"] for row in rows(identity_staff.post(SCREEN, answer))}
    assert found == {owner.get_username(), ""}
