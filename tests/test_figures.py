"""What the desk's figures count."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.utils import timezone

from desk.figures import counts, rating_charts, time_charts, volume_charts
from desk.figures.spans import Span, month_of
from desk.figures.summary import Month, headlines
from submissions.models import Submission
from tests import factories

pytestmark = pytest.mark.django_db

JUNE = month_of(date(2026, 6, 1))
NOON = datetime(2026, 6, 15, 12, tzinfo=UTC)


@pytest.fixture
def page():
    return factories.FormPageFactory()


@pytest.fixture
def sent(page):
    """Makes submissions of one form, received at noon in the middle of June."""

    def make(how_many=1, **values):
        values = {"submit_time": NOON, **values}
        return [
            factories.SubmissionFactory(page=page, **values)
            for _number in range(how_many)
        ]

    return make


def rows():
    return Submission.objects.that_count()


def cells(chart):
    """The chart's table: by row, the texts of its cells."""
    return {row.heading: [cell.text for cell in row.cells] for row in chart.rows}


def test_a_month_is_that_of_the_clinics_clock(sent):
    # British Summer Time: the clinic's July begins at 23:00 in June.
    sent(submit_time=datetime(2026, 6, 30, 22, 59, tzinfo=UTC))
    sent(2, submit_time=datetime(2026, 6, 30, 23, 0, tzinfo=UTC))
    span = Span(date(2026, 6, 1), date(2026, 7, 31))

    received = counts.received_by_month(rows(), span)

    assert counts.totals(received, "month") == {0: 1, 1: 2}


def test_a_leap_day_counts_and_empty_months_are_shown(sent):
    sent(submit_time=datetime(2028, 2, 29, 23, 30, tzinfo=UTC))
    span = Span(date(2028, 1, 1), date(2028, 3, 31))

    chart = volume_charts.volume_by_month(counts.received_by_month(rows(), span), span)

    assert cells(chart) == {
        "Jan\xa028": ["0", "0"],
        "Feb\xa028": ["1", "1"],
        "Mar\xa028": ["0", "0"],
    }
    assert chart.finding == "1 received; most in February 2028: 1."


def test_only_kinds_that_came_have_a_column(sent):
    sent(2)
    sent(kind=Submission.Kind.COMPLAINT)

    chart = volume_charts.volume_by_month(counts.received_by_month(rows(), JUNE), JUNE)

    assert [column.heading for column in chart.columns] == [
        *("All", "Feedback", "Complaint")
    ]
    assert cells(chart) == {"Jun\xa026": ["3", "2", "1"]}


def test_ratings_are_shares_of_those_who_rated(sent):
    sent(3, rating=5)
    sent(1, rating=1)
    sent(1, rating=0)
    sent(4, rating=None)
    received = counts.received_by_month(rows(), JUNE)

    chart = rating_charts.ratings_over_time(received, JUNE)

    assert cells(chart)["Jun\xa026"] == [
        *("3 (60%)", "0 (0%)", "0 (0%)", "0 (0%)", "1 (20%)", "1 (20%)", "5")
    ]
    assert chart.finding == "60% of 5 who rated said good or very good."


def test_fewer_than_five_ratings_are_counts_without_percentages(sent):
    sent(4, rating=5)
    received = counts.received_by_month(rows(), JUNE)

    for chart in (
        rating_charts.ratings_over_time(received, JUNE),
        rating_charts.ratings_at_once(received),
    ):
        assert "%" not in str(cells(chart)) + chart.finding
        assert not chart.drawing.bars


def test_pages_beyond_those_shown_are_counted_together(sent):
    pages = [factories.StandardPageFactory(title=f"Page {n}") for n in range(3)]
    for number, page in enumerate(pages):
        sent(3 - number, about_page=page, about_title=page.title)
    sent(2, about_title="A page that is gone", rating=None)
    sent(7)
    found = counts.received_by_page(rows(), JUNE)
    titles = counts.page_titles(page.page_id for page in found)

    chart = volume_charts.by_page(found, titles, shown=2)

    assert cells(chart) == {
        "Page 0": ["3", "3", "3"],
        "Page 1": ["2", "2", "2"],
        "Other pages": ["3", "1", "1"],
        "About no page: the clinic as a whole": ["7", "7", "7 (100%)"],
    }
    assert chart.finding == "Most were about “Page 0”: 3 of 15."


def test_the_location_is_known_of_what_is_about_its_page(sent):
    house = factories.LocationPageFactory(title="North House")
    factories.LocationPageFactory(title="South House")
    sent(2, about_page=house, about_title=house.title)
    sent(about_page=factories.StandardPageFactory())
    sent(3)

    chart = volume_charts.by_location(
        counts.received_by_page(rows(), JUNE), counts.location_titles()
    )

    assert {name: texts[0] for name, texts in cells(chart).items()} == {
        "North House": "2",
        "South House": "0",
        "Location not known": "4",
    }


def test_waits_run_to_the_response_or_else_to_closing(sent):
    def after(hours):
        return NOON + timedelta(hours=hours)

    for hours in (1, 10, 30):
        sent(responded_at=after(hours), closed_at=after(500))
    sent(closed_at=after(80))
    sent(responded_at=after(100), acknowledged_at=after(2))
    sent()

    waits = counts.hours_to_answer(rows(), JUNE)
    chart = time_charts.time_to_answer(waits, counts.hours_to_acknowledge(rows(), JUNE))

    assert waits.by_kind == {"feedback": {1: 1, 10: 1, 30: 1, 80: 1, 100: 1}}
    assert cells(chart) == {"Feedback": ["5", "30 hours", "4.2 days", "–"]}


def test_whole_hours_are_not_lost_to_rounding(sent):
    sent(responded_at=NOON + timedelta(hours=24))
    sent(responded_at=NOON + timedelta(hours=24, seconds=-1))

    assert counts.hours_to_answer(rows(), JUNE).by_kind == {"feedback": {24: 1, 23: 1}}


def test_it_shows_whether_unhappy_patients_are_answered_later_or_less(sent):
    sent(6, rating=5, responded_at=NOON + timedelta(hours=5))
    sent(5, rating=1, responded_at=NOON + timedelta(hours=72))
    sent(5, rating=2)
    received = counts.received_by_month(rows(), JUNE)
    waits = counts.hours_to_answer(rows(), JUNE)

    chart = rating_charts.answered_by_rating(received, waits)

    assert cells(chart)["Very good"] == ["6", "6 (100%)", "5 hours"]
    assert cells(chart)["Very poor"] == ["5", "5 (100%)", "3 days"]
    assert cells(chart)["Poor"] == ["5", "0 (0%)", "–"]
    assert "poor or very poor 50% of 10 (median 3 days)" in chart.finding
    assert "good or very good 100% of 6 (median 5 hours)" in chart.finding


def test_what_is_overdue_counts_whenever_it_came(sent):
    late = timezone.now() - timedelta(days=3)
    sent(2, kind=Submission.Kind.COMPLAINT, due_at=late)
    sent(kind=Submission.Kind.COMPLAINT, due_at=timezone.now() + timedelta(days=3))
    sent(due_at=late, status=Submission.Status.CLOSED)
    sent(kind=Submission.Kind.ENQUIRY)

    chart = time_charts.overdue_now(counts.open_now(rows()))

    assert {name: texts[:2] for name, texts in cells(chart).items()} == {
        "Enquiry": ["1", "0"],
        "Complaint": ["3", "2"],
    }
    assert chart.finding == "2 overdue, of 4 still to be dealt with."


def test_without_any_answer_nothing_fails():
    nothing = rows()
    received = counts.received_by_month(nothing, JUNE)
    waits = counts.hours_to_answer(nothing, JUNE)

    charts = [
        volume_charts.volume_by_month(received, JUNE),
        rating_charts.ratings_over_time(received, JUNE),
        rating_charts.answered_by_rating(received, waits),
        time_charts.time_to_answer(waits, {}),
        time_charts.overdue_now({}),
        volume_charts.by_page([], {}),
        volume_charts.by_location([], {}),
    ]

    assert not any(chart.drawing.bars for chart in charts)
    assert charts[0].finding == "0 received; most in June 2026: 0."


def test_the_headlines_stand_beside_those_of_the_month_before(sent):
    sent(5, rating=5, responded_at=NOON + timedelta(hours=5))
    sent(kind=Submission.Kind.SAFETY, rating=None)
    now = Month(
        counts.received_by_month(rows(), JUNE), counts.hours_to_answer(rows(), JUNE)
    )

    found = headlines(now, Month([], counts.Waits({}, {})))

    assert [(each.now, each.before) for each in found] == [
        ("6", "0"),
        ("0", "0"),
        ("1", "0"),
        ("5", "0"),
        ("5 (100%)", "0"),
        ("5 (83%)", "0"),
        ("5 hours", "–"),
    ]
