"""One submission, opened at the desk."""

from datetime import UTC, datetime

import pytest
from bs4 import BeautifulSoup

from submissions.models.questions_asked import Question
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def opened(client):
    """Opens a submission made with these fields: the page as staff see it."""
    client.force_login(factories.staff_member("view_submission"))

    def open_one(**fields) -> BeautifulSoup:
        submission = factories.SubmissionFactory(**fields)
        response = client.get(f"/admin/desk/inspect/{submission.pk}/")
        assert response.status_code == 200
        return BeautifulSoup(response.content, "html.parser")

    return open_one


def facts(page: BeautifulSoup) -> dict[str, str]:
    """The list of facts at the top."""
    return {
        term.get_text(strip=True): term.find_next("dd").get_text(" ", strip=True)
        for term in page.select(".desk-facts dt")
    }


def test_it_says_what_it_is_and_when_it_came(opened):
    page = opened(
        reference="K7QM-4ZD2",
        rating=0,
        kind="complaint",
        notice_version="2026-11",
        submit_time=datetime(2026, 7, 3, 13, 5, tzinfo=UTC),
    )

    assert facts(page) == {
        "Reference": "K7QM-4ZD2",
        "Received": "3 July 2026, 14:05",
        "Form": "Feedback",
        "About page": "The clinic as a whole",
        "Rating": "Don’t know",
        "Kind": "Complaint",
        "Status": "New",
        "Privacy notice": "2026-11",
    }


def test_the_page_it_is_about_is_a_link_while_it_is_public(opened):
    page = factories.ConditionPageFactory(title="Migraine")
    link = opened(about_page=page, about_title="Migraine").select_one(".desk-facts a")

    assert link["href"] == page.full_url
    assert link.get_text() == "Migraine"


def test_a_page_that_is_no_longer_public_is_named_only(opened):
    page = factories.ConditionPageFactory(title="Migraine", live=False)
    opened_page = opened(about_page=page, about_title="Migraine")

    assert facts(opened_page)["About page"] == "Migraine (no longer on the website)"
    assert not opened_page.select(".desk-facts a")


def test_questions_stand_in_the_order_asked_with_their_answers(opened):
    page = opened(
        questions_asked=[
            ["q_b", "Second made, first asked", "singleline"],
            ["q_a", "Were you seen on time?", "checkbox"],
            ["q_c", "Anything else?", "multiline"],
        ],
        form_data={"q_a": False, "q_b": "one", "q_c": ""},
    )

    assert [
        (heading.get_text(), heading.find_next("p").get_text(strip=True))
        for heading in page.select("h3")
    ] == [
        ("Second made, first asked", "one"),
        ("Were you seen on time?", "No"),
        ("Anything else?", "No answer"),
    ]


def test_line_breaks_of_an_answer_are_kept(opened):
    answer = opened(form_data={"q_why": "one\r\ntwo\nthree"}).select_one(".desk-answer")

    assert len(answer.select("br")) == 2
    assert answer.get_text() == "onetwothree"


def test_what_a_patient_wrote_is_text_and_never_markup(opened):
    page = opened(
        form_data={"q_why": "<script>alert(1)</script><b>bold</b>"},
        questions_asked=[["q_why", "<i>Why?</i>", "multiline"]],
    )

    answer = page.select_one(".desk-answer")
    assert answer.get_text() == "<script>alert(1)</script><b>bold</b>"
    assert not answer.select("b, script")
    assert page.select_one("h3").get_text() == "<i>Why?</i>"


def test_the_title_holds_the_reference_and_no_patients_words(opened):
    page = opened(reference="K7QM-4ZD2", form_data={"q_why": "secret"})

    assert "K7QM-4ZD2" in page.title.get_text()
    assert "secret" not in page.title.get_text()


def test_only_those_who_may_delete_are_offered_it(client):
    submission = factories.SubmissionFactory()
    address = f"/admin/desk/inspect/{submission.pk}/"
    delete = f"/admin/desk/delete/{submission.pk}/"

    client.force_login(factories.staff_member("view_submission"))
    assert delete not in client.get(address).content.decode()
    client.force_login(factories.staff_member("view_submission", "delete_submission"))
    assert delete in client.get(address).content.decode()


@pytest.mark.parametrize(
    ("field_type", "stored", "shown"),
    [
        ("datetime", "2026-07-03T14:05:00+01:00", "3 July 2026, 14:05"),
        ("date", "2026-07-03", "3 July 2026"),
        ("date", "some day", "some day"),
        ("date", None, ""),
    ],
)
def test_days_and_times_are_read_as_people_write_them(field_type, stored, shown):
    assert Question("q_when", "When?", field_type).text_of(stored) == shown
