"""The report “Clinical reviews” says how every public page stands."""

import csv
import io
from datetime import timedelta

import pytest
from django.contrib.auth.models import Group
from django.contrib.contenttypes.models import ContentType
from django.urls import reverse
from openpyxl import load_workbook
from wagtail.models import Page, Revision

from articles.models import TreatmentPage
from editorial.clinic_time import clinic_today
from editorial.models import ClinicalReview
from editorial.review_state import DAYS_AHEAD, with_review_state
from tests import factories

pytestmark = pytest.mark.django_db

REPORT = "editorial_reviews_report"


def reviewed(title="Reviewed", days=1_000, page_factory=None, **values):
    """A page that was published and reviewed, and is due again in so many days."""
    page = (page_factory or factories.ConditionPageFactory)(title=title, **values)
    page.save_revision().publish()
    factories.ClinicalReviewFactory(
        page=page, next_due=clinic_today() + timedelta(days=days)
    )
    return page


def edit(page):
    """Publish a change."""
    page = type(page).objects.get(pk=page.pk)
    page.summary = "Changed."
    page.save_revision().publish()


def state_of(page):
    found = with_review_state(Page.objects.filter(pk=page.pk), clinic_today()).get()
    return found.review_state, found.is_edited_since


def sign_in(client, role="Editors", **values):
    user = factories.UserFactory(groups=[Group.objects.get(name=role)], **values)
    client.force_login(user)
    return user


def titles(client, **query):
    """The titles of the articles in the report, in its order."""
    response = client.get(reverse(REPORT), query)
    return [
        page.title
        for page in response.context["object_list"]
        if page.title not in {"Conditions", "Treatments", "Home", "Our clinic"}
        and page.depth > 2
    ]


def export(client, **query):
    response = client.get(reverse(REPORT), {"export": "csv", **query})
    text = b"".join(response.streaming_content).decode()
    return {row["Page"]: row for row in csv.DictReader(io.StringIO(text))}


@pytest.mark.parametrize(
    ("days", "state"),
    [
        (-1, "overdue"),
        (0, "due"),
        (DAYS_AHEAD, "due"),
        (DAYS_AHEAD + 1, "reviewed"),
    ],
)
def test_the_day_of_the_next_review_makes_the_state(days, state):
    page = reviewed()
    ClinicalReview.objects.update(next_due=clinic_today() + timedelta(days=days))
    assert state_of(page) == (state, False)


def test_a_page_without_a_review_was_never_reviewed():
    assert state_of(factories.ConditionPageFactory()) == ("never", False)


def test_a_changed_page_is_edited_since_its_review():
    page = reviewed()
    edit(page)
    assert state_of(page) == ("edited", True)


@pytest.mark.parametrize("is_edited", [True, False])
@pytest.mark.parametrize("is_revision_kept", [True, False])
def test_the_report_and_the_page_agree_on_what_was_edited(is_edited, is_revision_kept):
    page = reviewed()
    if is_edited:
        edit(page)
    if not is_revision_kept:
        Revision.objects.filter(pk=ClinicalReview.objects.get().revision_id).delete()
    page = type(page).objects.get(pk=page.pk)
    assert state_of(page)[1] == bool(page.edited_since_review) == is_edited


def test_a_page_published_without_revisions_is_not_edited():
    page = factories.ConditionPageFactory()
    factories.ClinicalReviewFactory(page=page)
    assert state_of(page) == ("reviewed", False)


def test_the_newest_review_counts():
    page = reviewed(days=30)
    factories.ClinicalReviewFactory(page=page)
    assert state_of(page) == ("reviewed", False)


def test_the_report_filters_by_state_and_type(client):
    sign_in(client)
    edit(reviewed("Edited", days=30))
    reviewed("Fine")
    reviewed("Soon", days=10, page_factory=factories.TreatmentPageFactory)
    factories.ConditionPageFactory(title="Never")
    assert titles(client, review_state="never") == ["Never"]
    assert titles(client, review_state="due") == ["Soon", "Edited"]
    assert titles(client, review_state="edited") == ["Edited"]
    assert titles(client, review_state="reviewed") == ["Fine"]
    treatments = ContentType.objects.get_for_model(TreatmentPage).pk
    assert titles(client, content_type=treatments) == ["Soon"]


def test_the_report_begins_with_what_is_due_first_and_can_be_sorted(client):
    sign_in(client)
    reviewed("B", days=20)
    reviewed("A", days=90)
    factories.ConditionPageFactory(title="C")
    assert titles(client) == ["B", "A", "C"]
    assert titles(client, ordering="title") == ["A", "B", "C"]
    assert titles(client, ordering="-title") == ["C", "B", "A"]
    # Those without a day come last both ways.
    assert titles(client, ordering="-newest_review__next_due") == ["A", "B", "C"]


def test_drafts_and_aliases_are_not_in_the_report(client):
    sign_in(client)
    page = reviewed("Article")
    factories.ConditionPageFactory(title="Draft", live=False)
    page.create_alias(update_slug="alias")
    assert titles(client) == ["Article"]


def test_the_export_holds_owner_reviewer_and_days(client):
    editor = sign_in(client, first_name="Ada", last_name="Wells")
    page = reviewed("=Article", days=10, owner=editor)
    edit(page)
    review = ClinicalReview.objects.get()
    row = export(client)["'=Article"]
    assert row["Owner"] == "Ada Wells"
    assert row["Reviewer"] == review.reviewer_name
    assert row["Next review due"] == review.next_due.isoformat()
    assert row["Review"] == "Due in the next 60 days. Edited since the review"
    response = client.get(reverse(REPORT), {"export": "xlsx"})
    sheet = load_workbook(io.BytesIO(b"".join(response.streaming_content))).active
    assert "=Article" in [cell.value for cell in sheet["A"]]


@pytest.mark.parametrize(
    "query",
    [
        *("?review_state=x", "?ordering=x", "?p=x", "?content_type=0"),
        *("?newest_review__next_due_from=x", "?export=x"),
    ],
)
def test_any_parameters_get_an_answer(client, query):
    sign_in(client)
    reviewed()
    for address in (reverse(REPORT), reverse(f"{REPORT}_results")):
        assert client.get(f"{address}{query}").status_code == 200


@pytest.mark.parametrize(
    ("role", "status"),
    [
        ("Editors", 200),
        ("Site managers", 200),
        ("Clinical reviewers", 200),
        ("Feedback staff", 302),
    ],
)
def test_the_report_is_for_those_who_work_on_pages(client, role, status):
    reviewed("Article")
    sign_in(client, role)
    assert client.get(reverse(REPORT)).status_code == status
    if status == 200:
        assert titles(client) == ["Article"]


def test_fifty_pages_cost_no_more_queries_than_two(
    client, django_assert_max_num_queries
):
    owners = factories.UserFactory.create_batch(3)
    sign_in(client)
    for number in range(2):
        reviewed(f"Page {number}", owner=owners[number])
    for address in ({}, {"export": "csv"}):
        client.get(reverse(REPORT), address)
    with django_assert_max_num_queries(100) as few:
        client.get(reverse(REPORT))
    with django_assert_max_num_queries(100) as few_exported:
        export(client)
    for number in range(48):
        reviewed(f"More {number}", owner=owners[number % 3])
    with django_assert_max_num_queries(len(few)):
        client.get(reverse(REPORT))
    with django_assert_max_num_queries(len(few_exported)):
        assert len(export(client)) >= 50
