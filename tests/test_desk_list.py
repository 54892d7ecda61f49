"""The desk's list: what it shows, and what it can be filtered by."""

from datetime import UTC, datetime

import pytest
from wagtail.users.models import UserProfile

from forms.models import FormPage
from submissions.models import Rating, Submission
from tests import factories

pytestmark = pytest.mark.django_db

LIST = "/admin/desk/"


@pytest.fixture
def staff(client):
    """A client of somebody who may view."""
    client.force_login(factories.staff_member("view_submission"))
    return client


def references(client, **query) -> list[str]:
    """The references in the list, in its order."""
    response = client.get(LIST, query)
    assert response.status_code == 200
    return [row.reference for row in response.context["object_list"]]


def sent(**fields) -> str:
    """The reference of a new submission."""
    return factories.SubmissionFactory(**fields).reference


def test_the_newest_comes_first(staff):
    old = sent(submit_time=datetime(2026, 5, 1, 9, tzinfo=UTC))
    new = sent(submit_time=datetime(2026, 5, 3, 9, tzinfo=UTC))
    middle = sent(submit_time=datetime(2026, 5, 2, 9, tzinfo=UTC))

    assert references(staff) == [new, middle, old]


def test_a_column_can_be_ordered_by(staff):
    good, poor = sent(rating=4), sent(rating=2)

    assert references(staff, o="5") == [poor, good]
    assert references(staff, o="-5") == [good, poor]


def test_a_row_tells_what_it_is(staff):
    page = factories.ConditionPageFactory(title="Migraine")
    sent(
        about_page=page,
        about_title="Migraine",
        rating=Rating.DONT_KNOW,
        kind="complaint",
        submit_time=datetime(2026, 7, 3, 13, 5, tzinfo=UTC),
    )

    row = staff.get(LIST).content.decode()

    # British summer time: an hour later than UTC.
    for text in (
        "3 July 2026, 14:05",
        "Feedback",
        "Migraine",
        "Don’t know",
        "Complaint",
        "New",
    ):
        assert text in row


def test_times_are_the_clinics_whatever_a_member_of_staff_has_chosen(client):
    user = factories.staff_member("view_submission")
    UserProfile.objects.create(user=user, current_time_zone="Pacific/Auckland")
    client.force_login(user)
    sent(submit_time=datetime(2026, 1, 3, 14, 5, tzinfo=UTC))

    assert "3 January 2026, 14:05" in client.get(LIST).content.decode()
    assert len(references(client, received_to="2026-01-03")) == 1


def test_the_form_filter_finds_a_form_under_its_old_and_its_new_slug(staff):
    form_page = factories.FormPageFactory(slug="visit")
    other = sent()
    before = sent(page=form_page)
    form_page.slug = "your-visit"
    form_page.save()
    after = sent(page=form_page)

    assert set(references(staff, form="your-visit")) == {before, after}
    assert references(
        staff, form=Submission.objects.get(reference=other).form_slug
    ) == [other]


def test_the_form_filter_still_knows_a_form_since_deleted(staff):
    form_page = factories.FormPageFactory(slug="visit", title="Your visit")
    gone = sent(page=form_page)
    sent()
    FormPage.objects.get(pk=form_page.pk).delete()

    assert references(staff, form="visit") == [gone]
    assert "Your visit" in staff.get(LIST).content.decode()


def test_a_form_that_nobody_has_sent_yet_shows_an_empty_list(staff):
    sent()
    form_page = factories.FormPageFactory()

    page = staff.get(LIST, {"form": form_page.slug}).content.decode()

    assert "No submission matches." in page


def test_the_page_filter_tells_pages_there_pages_gone_and_no_page_apart(staff):
    migraine = factories.ConditionPageFactory(title="Migraine")
    about_page = sent(about_page=migraine, about_title="Migraine")
    about_gone = sent(about_title="Old page", about_url="https://clinic.example/old/")
    about_clinic = sent()

    assert references(staff, about=migraine.pk) == [about_page]
    assert references(staff, about="gone:Old page") == [about_gone]
    assert references(staff, about="none") == [about_clinic]


def test_the_rating_filter_tells_dont_know_from_no_rating(staff):
    dont_know, unrated, good = sent(rating=0), sent(rating=None), sent(rating=4)

    assert references(staff, rating="0") == [dont_know]
    assert references(staff, rating="none") == [unrated]
    assert references(staff, rating="4") == [good]


@pytest.mark.parametrize("field", ["kind", "status"])
def test_kind_and_status_can_be_filtered_by(staff, field):
    values = {"kind": "complaint", "status": "responded"}
    chosen = sent(**{field: values[field]})
    sent()

    assert references(staff, **{field: values[field]}) == [chosen]


def test_both_days_of_a_period_are_included_by_the_clinics_clock(staff):
    # In summer the clinic's day begins at 23:00 UTC of the day before.
    moments = [
        datetime(2026, 7, 1, 22, 59, 59, tzinfo=UTC),
        datetime(2026, 7, 1, 23, 0, 0, tzinfo=UTC),
        datetime(2026, 7, 3, 22, 59, 59, tzinfo=UTC),
        datetime(2026, 7, 3, 23, 0, 0, tzinfo=UTC),
    ]
    before, first, last, after = [sent(submit_time=moment) for moment in moments]

    period = {"received_from": "2026-07-02", "received_to": "2026-07-03"}

    assert references(staff, **period) == [last, first]
    assert references(staff, received_from="2026-07-04") == [after]
    assert references(staff, received_to="2026-07-01") == [before]


def test_a_usual_period_is_one_click_and_keeps_the_other_filters(staff):
    old = sent(rating=2, submit_time=datetime(2020, 1, 1, tzinfo=UTC))
    poor, good = sent(rating=2), sent(rating=4)

    page = staff.get(LIST, {"rating": "2"})
    links = dict(page.context["filter_form"].quick_periods())

    assert list(links) == ["Today", "Last 7 days", "This month", "Last 3 months"]
    response = staff.get(LIST + links["Last 7 days"])
    found = [row.reference for row in response.context["object_list"]]
    assert found == [poor]
    assert {old, good}.isdisjoint(found)


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("KIND", True),
        ("nurse kind", True),
        ("café", True),
        ("said “ow”", True),
        ("migraine", True),
        ("doctor", False),
        ("kind doctor", False),
        ("k_nd", False),
        ("q_why", False),
        ("%", False),
    ],
)
def test_the_search_looks_in_answers_and_not_in_the_names_of_questions(
    staff, words, found
):
    reference = sent(
        about_title="Migraine",
        form_data={"q_why": "The nurse was kind,\nin the café. She said “ow”."},
    )

    assert references(staff, q=words) == ([reference] if found else [])


def test_a_submission_is_found_by_its_reference(staff):
    first, _ = sent(), sent()

    assert references(staff, q=first.lower()) == [first]


@pytest.mark.parametrize("typed", ["K7QM4ZD2", "k7qm4zd2", "k7qm-4zd2", "K7QM 4ZD2"])
def test_a_reference_is_found_however_it_is_typed(staff, typed):
    sent(reference="K7QM-4ZD2")
    sent(reference="K7QM-9999")

    assert references(staff, q=typed, state="all") == ["K7QM-4ZD2"]


def test_the_usual_views_are_in_sight_and_the_rest_behind_one_menu(staff):
    links = {link.name: link for link in staff.get(LIST).context["state_links"]}

    assert {name for name, link in links.items() if link.is_main} == {
        *("todo", "overdue", "all", "new", "held")
    }
    assert set(Submission.State.values) < set(links)


def test_several_filters_hold_at_once(staff):
    wanted = sent(rating=2, kind="complaint")
    sent(rating=2)
    sent(kind="complaint")

    assert references(staff, rating="2", kind="complaint", q="nurse") == [wanted]


def test_fifty_are_shown_at_a_time(staff):
    form_page = factories.FormPageFactory()
    factories.SubmissionFactory.create_batch(51, page=form_page)

    assert len(references(staff)) == 50
    assert len(references(staff, p="2")) == 1


def test_the_number_of_queries_does_not_grow_with_the_list(
    staff, django_assert_max_num_queries
):
    for number in range(30):
        page = factories.ConditionPageFactory()
        sent(about_page=page, about_title=f"Condition {number}")
    staff.get(LIST)

    # Two of them are for the name and logo of the clinic, on every page of the admin.
    with django_assert_max_num_queries(21):
        staff.get(LIST, {"rating": "4", "q": "nurse"})


def test_an_empty_desk_says_so(staff):
    assert "Nobody has sent anything yet." in staff.get(LIST).content.decode()
