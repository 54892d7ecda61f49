"""Who has read a page, bound to what they read, and what patients are told of it."""

from datetime import date, timedelta

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth.models import Group
from django.core.exceptions import ValidationError
from django.db import connection
from django.template.loader import render_to_string
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.models import Page, Revision

from articles.models import ConditionPage
from editorial.clinic_time import clinic_today
from editorial.models import ClinicalReview
from editorial.models.clinical_review import next_due_date
from home.navigation import find_route
from tests import factories
from tests.signing_off import reviewer

pytestmark = pytest.mark.django_db

LIST = "wagtailsnippets_editorial_clinicalreview:list"
ADD = "wagtailsnippets_editorial_clinicalreview:add"


@pytest.fixture
def page():
    """A published condition with an author."""
    page = factories.ConditionPageFactory(author=factories.ClinicianFactory())
    return publish(page)


def publish(page):
    """The page as it is after publishing it now, with another sentence."""
    page.summary += " And another."
    page.save_revision().publish()
    return fresh(page)


def fresh(page):
    return ConditionPage.objects.select_related(*ConditionPage.select_related).get(
        pk=page.pk
    )


def line(page):
    """The reviewed line as a patient reads it."""
    html = render_to_string("editorial/review_line.html", {"page": page})
    soup = BeautifulSoup(html, "html.parser")
    return " ".join(soup.get_text().split())


def test_a_page_that_nobody_reviewed_says_nothing_of_a_review(page):
    assert line(page) == ""
    assert page.latest_review is None
    assert page.edited_since_review is None


def test_the_line_says_who_reviewed_when_and_until_when(page):
    factories.ClinicalReviewFactory(
        page=page,
        reviewer__name="Dr Ada Wells",
        reviewer__role="Consultant in pain medicine",
        reviewed_on=date(2026, 5, 3),
        next_due=date(2029, 5, 3),
    )
    assert line(fresh(page)) == (
        "Reviewed by Dr Ada Wells, Consultant in pain medicine (GMC 1234567), on 3 May "
        "2026. Next review due by 3 May 2029."
    )


def test_a_page_published_again_says_that_it_was_edited_since(page):
    factories.ClinicalReviewFactory(page=page)
    assert fresh(page).edited_since_review is None
    page = publish(page)
    assert page.edited_since_review == page.last_published_at
    assert line(page).endswith("the changes are not yet reviewed.")
    factories.ClinicalReviewFactory(page=page)
    assert fresh(page).edited_since_review is None


def test_an_edit_shows_also_when_the_reviewed_revision_is_gone(page):
    review = factories.ClinicalReviewFactory(page=page)
    page = publish(page)
    Revision.objects.filter(pk=review.revision_id).delete()
    assert fresh(page).edited_since_review
    assert ClinicalReview.objects.get().revision is None


def test_a_draft_changes_nothing_for_readers(page):
    factories.ClinicalReviewFactory(page=page)
    page.save_revision()
    assert fresh(page).edited_since_review is None


def test_what_was_said_of_the_reviewer_stays_as_it_stood(page):
    review = factories.ClinicalReviewFactory(page=page, reviewer__name="Dr Ada Wells")
    review.reviewer.name = "Dr Ada Brook"
    review.reviewer.save()
    assert "Dr Ada Wells" in line(fresh(page))
    review.reviewer.delete()
    assert "Dr Ada Wells" in line(fresh(page))


def test_the_newest_review_counts_however_reviews_come_and_go(page):
    newer = factories.ClinicalReviewFactory(page=page, reviewed_on=date(2026, 5, 3))
    older = factories.ClinicalReviewFactory(page=page, reviewed_on=date(2025, 5, 3))
    assert fresh(page).latest_review == newer
    newest = factories.ClinicalReviewFactory(page=page, reviewed_on=date(2026, 6, 3))
    assert fresh(page).latest_review == newest
    newest.delete()
    assert fresh(page).latest_review == newer
    ClinicalReview.objects.filter(pk=newer.pk).delete()
    assert fresh(page).latest_review == older
    older.delete()
    assert fresh(page).latest_review is None


def test_reviews_outlive_their_page(admin_client, page):
    review = factories.ClinicalReviewFactory(page=page)
    title, address = page.title, page.full_url
    Page.objects.get(pk=page.pk).delete()
    review = ClinicalReview.objects.get()
    assert (review.page, review.page_title, review.page_address) == (
        *(None, title, address),
    )
    assert title in str(review)
    assert title in admin_client.get(reverse(LIST)).text
    url = reverse("wagtailsnippets_editorial_clinicalreview:inspect", args=[review.pk])
    assert address in admin_client.get(url).text


def test_the_page_is_found_together_with_its_review(
    page, rf, django_assert_num_queries
):
    factories.ClinicalReviewFactory(page=page)
    found = find_route(rf.get(page.url), page.url.strip("/") + "/").page
    with django_assert_num_queries(0):
        assert found.latest_review.reviewer_name
        assert found.edited_since_review is None


def errors_of(**values):
    """What is refused in a new review, by field."""
    values = {"evidence_checked": True} | values
    with pytest.raises(ValidationError) as caught:
        ClinicalReview(**values).full_clean()
    return caught.value.message_dict


def test_the_author_cannot_be_the_reviewer(page):
    errors = errors_of(page=page, reviewer=page.author)
    assert errors == {
        "reviewer": ["This person wrote the page. Somebody else must review it."]
    }


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"evidence_checked": False}, "evidence_checked"),
        ({"reviewed_on": clinic_today() + timedelta(days=2)}, "reviewed_on"),
        # The page was published today.
        ({"reviewed_on": clinic_today() - timedelta(days=2)}, "reviewed_on"),
        ({"next_due": clinic_today()}, "next_due"),
    ],
)
def test_what_cannot_be_true_is_refused(page, values, field):
    errors = errors_of(page=page, reviewer=factories.ClinicianFactory(), **values)
    assert list(errors) == [field]


def test_a_page_that_is_not_public_cannot_be_reviewed_yet():
    draft = factories.ConditionPageFactory(live=False)
    assert "page" in errors_of(page=draft, reviewer=factories.ClinicianFactory())


def test_a_recorded_review_keeps_all_but_its_next_date(page):
    review = factories.ClinicalReviewFactory(page=page)
    publish(page)
    review.next_due = clinic_today() + timedelta(days=30)
    review.full_clean()
    review.save()
    assert fresh(page).edited_since_review
    review.reviewed_on = clinic_today() - timedelta(days=1)
    with pytest.raises(ValidationError, match="record a new review"):
        review.full_clean()


@pytest.mark.parametrize(
    ("now", "due"),
    [("2026-11-22", date(2029, 11, 22)), ("2028-02-29", date(2031, 2, 28))],
)
def test_a_review_is_due_again_after_three_years(monkeypatch, now, due):
    monkeypatch.setattr(
        "editorial.models.clinical_review.clinic_today", lambda: date.fromisoformat(now)
    )
    assert next_due_date() == due


@pytest.mark.parametrize(
    ("role", "may_look", "may_record"),
    [
        ("Clinical reviewers", True, True),
        ("Site managers", True, True),
        ("Editors", True, False),
        ("Feedback staff", False, False),
    ],
)
def test_only_reviewers_and_managers_record_reviews(client, role, may_look, may_record):
    group = Group.objects.get(name=role)
    client.force_login(factories.UserFactory(groups=[group]))
    assert (client.get(reverse(LIST)).status_code == 200) == may_look
    assert (client.get(reverse(ADD)).status_code == 200) == may_record


def recorded(page, **values):
    """What is sent to record a review of this page."""
    form = {
        "page": page.pk,
        "reviewed_on": clinic_today().isoformat(),
        "next_due": next_due_date().isoformat(),
        "evidence_checked": "on",
    }
    return form | values


def test_a_reviewer_records_a_review_in_no_name_but_their_own(client, page):
    user = reviewer(name="Dr Ada Wells")
    client.force_login(user)
    form = recorded(page, reviewer=factories.ClinicianFactory(name="Dr Other").pk)
    assert client.post(reverse(ADD), form).status_code == 302
    review = fresh(page).latest_review
    assert review.reviewer == user.clinician
    assert review.revision_id == page.live_revision_id
    listing = client.get(reverse(LIST), {"q": "Wells"}).text
    assert page.title in listing
    url = reverse("wagtailsnippets_editorial_clinicalreview:inspect", args=[review.pk])
    assert "Dr Ada Wells" in client.get(url).text


@pytest.mark.parametrize("is_clinician", [False, True])
def test_who_is_no_registered_clinician_records_no_review(
    client, admin_user, page, is_clinician
):
    clinician = factories.ClinicianFactory(register="", register_number="")
    if is_clinician:
        clinician.user = admin_user
        clinician.save()
    client.force_login(admin_user)
    response = client.post(reverse(ADD), recorded(page, reviewer=clinician.pk))
    assert "reviewer" in response.context["form"].errors
    assert not ClinicalReview.objects.exists()


@pytest.mark.parametrize("saved_again", [False, True])
@pytest.mark.parametrize("is_author", [False, True])
def test_nobody_records_a_review_of_their_own_text(
    client, page, is_author, saved_again
):
    user = reviewer()
    if is_author:
        page.author = user.clinician
    page.summary += " Mine."
    revision = page.save_revision(user=factories.UserFactory() if is_author else user)
    if saved_again:
        revision = page.save_revision(user=factories.UserFactory())
    revision.publish()
    client.force_login(user)
    response = client.post(reverse(ADD), recorded(page))
    assert "reviewer" in response.context["form"].errors
    assert not ClinicalReview.objects.exists()


@pytest.mark.parametrize(
    ("is_own", "days", "is_saved"),
    [(True, 30, True), (False, 30, False), (False, -30, True)],
)
def test_nobody_puts_off_what_somebody_else_vouched_for(
    client, page, is_own, days, is_saved
):
    user = reviewer()
    review = factories.ClinicalReviewFactory(
        page=page, reviewer=user.clinician if is_own else factories.ClinicianFactory()
    )
    due = review.next_due + timedelta(days=days)
    client.force_login(user)
    url = reverse("wagtailsnippets_editorial_clinicalreview:edit", args=[review.pk])
    client.post(url, recorded(page, next_due=due.isoformat()))
    review.refresh_from_db()
    assert (review.next_due == due) == is_saved


def test_the_list_of_reviews_costs_the_same_however_long(
    client, django_assert_num_queries
):
    client.force_login(factories.UserFactory(is_superuser=True))
    factories.ClinicalReviewFactory()
    client.get(reverse(LIST))
    with CaptureQueriesContext(connection) as short:
        client.get(reverse(LIST))
    factories.ClinicalReviewFactory.create_batch(12)
    with django_assert_num_queries(len(short)):
        client.get(reverse(LIST))
