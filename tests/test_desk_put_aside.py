"""What the desk and the export say of additions, visits, duplicates and withdrawals."""

import csv
import io

import pytest
from bs4 import BeautifulSoup
from django.db import connection

from forms.serving.receipts.withdrawing import withdraw
from submissions.models import Submission, SubmissionAddition
from tests import factories
from tests.desk_download import download

pytestmark = pytest.mark.django_db


@pytest.fixture
def first():
    """From a verified visit, with something added."""
    submission = factories.SubmissionFactory(is_verified=True)
    SubmissionAddition.objects.create(
        submission=submission, token="1" * 32, text="Parking was hard."
    )
    return submission


@pytest.fixture
def second(first):
    """A duplicate of the first."""
    return factories.SubmissionFactory(page=first.page, duplicate_of=first)


def opened(staff, submission):
    response = staff.get(f"/admin/desk/inspect/{submission.pk}/")
    return BeautifulSoup(response.content, "html.parser").main.get_text(" ", strip=True)


def exported(staff, **query):
    text = download(staff, "csv", **query).decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text)))


def test_one_opened_shows_the_visit_the_addition_and_the_earlier_one(
    staff, first, second
):
    assert "Verified" in opened(staff, first)
    assert "Parking was hard." in opened(staff, first)
    assert first.reference in opened(staff, second)
    # Staff who may only look are not offered the button.
    assert "It is no duplicate" not in opened(staff, second)


def test_what_was_withdrawn_is_named_and_its_words_are_gone(staff, first):
    withdraw(first)
    text = opened(staff, first)
    assert "Erased, because the patient withdrew them." in text
    assert "The nurse was kind." not in text
    assert first.reference not in staff.get("/admin/desk/").content.decode()
    asked = staff.get("/admin/desk/", {"put_aside": "withdrawn"}).content.decode()
    assert first.reference in asked
    assert "Withdrawn" in asked


def test_the_export_holds_what_the_list_holds(staff, first, second):
    (row,) = exported(staff)
    assert row["Added later"] == "Parking was hard."
    assert row["Verified visit"] == "Yes"
    (row,) = exported(staff, put_aside="duplicates")
    assert row["Duplicate of"] == first.reference
    withdraw(first)
    (row,) = exported(staff, put_aside="withdrawn")
    assert row["Withdrawn"]
    assert row["Added later"] == ""
    assert row["Why?"] == ""


def test_search_finds_what_was_added(staff, first):
    factories.SubmissionFactory(page=first.page)
    listed = staff.get("/admin/desk/", {"q": "parking"}).content.decode()
    references = Submission.objects.values_list("reference", flat=True)
    assert [each for each in references if each in listed] == [first.reference]


def test_an_odd_choice_shows_nothing_and_says_why(staff, first):
    listed = staff.get("/admin/desk/", {"put_aside": "x"}).content.decode()
    assert "Choose one from the list." in listed
    assert first.reference not in listed


def test_an_export_of_many_costs_no_query_for_each(
    staff, first, django_assert_max_num_queries
):
    for _ in range(30):
        factories.SubmissionFactory(page=first.page)
    # PostgreSQL reads between two more, which begin and end a transaction.
    framing = 2 if connection.vendor == "postgresql" else 0
    with django_assert_max_num_queries(20 + framing):
        assert len(exported(staff)) == 31
