"""Nearly the same, sent twice within minutes: put aside, kept, and brought back."""

import re
from datetime import timedelta

import pytest
from django.db import connection
from django.urls import reverse

from forms.near_duplicates import mark_near_duplicate
from forms.serving.receipts.withdrawing import withdraw
from submissions.models import Submission
from tests import factories
from tests.form_filling import filled, open_form

pytestmark = pytest.mark.django_db

WORDS = "The nurse was kind, and nobody made me wait."


@pytest.fixture
def form_page():
    return factories.FormPageFactory(slug="feedback")


def send(client, form_page, why=WORDS, rating="4", query=""):
    """Answer the form anew; the submission that it became."""
    soup = open_form(client, form_page, query)
    client.post(form_page.url, filled(soup, **{"How was it?": rating, "Why?": why}))
    return Submission.objects.latest("pk")


@pytest.mark.parametrize(
    "why", [WORDS, WORDS.upper(), f" {WORDS} ", WORDS.replace("kind", "knid")]
)
def test_nearly_the_same_answers_are_put_aside_and_kept(client, form_page, why):
    first, second = send(client, form_page), send(client, form_page, why)
    assert second.duplicate_of == first
    assert list(Submission.objects.that_count()) == [first]
    assert second.answers[1][1].strip() == why.strip()


@pytest.mark.parametrize(
    "changes",
    [
        {"why": WORDS + " I want to die."},
        {"why": WORDS.replace("was", "was not")[:30]},
        {"rating": "1"},
    ],
)
def test_other_answers_both_count(client, form_page, changes):
    send(client, form_page)
    assert send(client, form_page, **changes).duplicate_of is None


def test_a_few_words_that_two_patients_would_both_write_count_twice(client, form_page):
    send(client, form_page, "Very good!")
    assert send(client, form_page, "Very good!").duplicate_of is None


def test_the_same_about_another_page_counts(client, form_page):
    send(client, form_page)
    article = factories.ConditionPageFactory()
    second = send(client, form_page, query=f"?about={article.pk}")
    assert second.duplicate_of is None


@pytest.mark.parametrize(("minutes", "is_duplicate"), [(4, True), (6, False)])
def test_only_what_comes_within_five_minutes_is_put_aside(
    client, form_page, minutes, is_duplicate
):
    first = send(client, form_page)
    earlier = first.submit_time - timedelta(minutes=minutes)
    Submission.objects.update(submit_time=earlier)
    assert bool(send(client, form_page).duplicate_of) is is_duplicate


def test_a_third_is_a_duplicate_of_the_first(client, form_page):
    first, _, third = (send(client, form_page) for _ in range(3))
    assert third.duplicate_of == first


def test_stored_out_of_order_the_higher_number_is_the_duplicate(client, form_page):
    first = send(client, form_page)
    second = send(client, form_page)
    Submission.objects.update(duplicate_of=None)
    mark_near_duplicate(first)
    second.refresh_from_db()
    assert second.duplicate_of == first


@pytest.mark.parametrize("kind", ["complaint", "data_request"])
def test_a_complaint_that_came_twice_counts_twice(client, form_page, kind):
    form_page.kind = kind
    form_page.save()
    first, second = send(client, form_page), send(client, form_page)
    assert second.duplicate_of == first
    assert Submission.objects.that_count().count() == 2


def test_when_the_first_is_withdrawn_the_second_counts(client, form_page):
    first, second = send(client, form_page), send(client, form_page)
    withdraw(first)
    assert list(Submission.objects.that_count()) == [second]


def test_staff_find_it_and_let_it_count_again(client, form_page):
    first, second = send(client, form_page), send(client, form_page)
    client.force_login(factories.staff_member("view_submission", "change_submission"))
    usual = client.get("/admin/desk/").content.decode()
    assert first.reference in usual
    assert second.reference not in usual
    asked = client.get("/admin/desk/?put_aside=duplicates").content.decode()
    assert second.reference in asked
    address = reverse("forms_not_duplicate", args=[second.pk])
    opened = client.get(f"/admin/desk/inspect/{second.pk}/").content.decode()
    assert address in opened
    client.post(address)
    assert Submission.objects.that_count().count() == 2


def test_who_may_only_look_cannot_change_it(client, form_page):
    _, second = send(client, form_page), send(client, form_page)
    client.force_login(factories.staff_member("view_submission"))
    address = reverse("forms_not_duplicate", args=[second.pk])
    assert client.post(address).status_code == 302
    assert client.get(address).status_code in (302, 405)
    second.refresh_from_db()
    assert second.duplicate_of


def test_looking_for_duplicates_reads_no_whole_table(form_page):
    submission = factories.SubmissionFactory(page=form_page)
    index = r"SEARCH \w+ USING (COVERING )?INDEX submission_"
    if connection.vendor == "postgresql":
        # Of so few rows it would rather read all, or take any index.
        index = r"Index Scan using submission_"
        with connection.cursor() as cursor:
            cursor.execute("SET LOCAL enable_seqscan = off")
    rows = Submission.objects.filter(
        page_id=form_page.pk,
        about_page_id=None,
        submit_time__range=(submission.submit_time, submission.submit_time),
    )
    plan = rows.order_by("-submit_time").explain()
    assert re.search(index, plan)
