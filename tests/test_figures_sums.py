"""The sums and shapes of the desk's figures: spans, shares, percentiles, drawings."""

import statistics
from collections import Counter
from datetime import UTC, date, datetime

import pytest

from desk.figures.chart import Cell, Chart, Column, Row
from desk.figures.drawing import WIDTH
from desk.figures.rates import (
    hours_text,
    median,
    ninetieth_percentile,
    percentage,
    share_and_count,
    share_text,
)
from desk.figures.spans import (
    Span,
    first_of_month,
    month_before,
    month_of,
    twelve_months_to,
)


@pytest.mark.parametrize(
    ("part", "whole", "percent"),
    [
        (0, 0, None),
        (1, 1, None),
        (4, 4, None),
        (0, 5, 0),
        (5, 5, 100),
        (1, 8, 13),
        (3, 8, 38),
        (1, 1000, 1),
        (999, 1000, 99),
    ],
)
def test_a_percentage_is_rounded_and_needs_five(part, whole, percent):
    assert percentage(part, whole) == percent


def test_small_numbers_are_shown_as_counts():
    assert share_text(3, 4) == share_and_count(3, 4) == "3"
    assert (share_text(3, 5), share_and_count(3, 5)) == ("60%", "3 (60%)")


@pytest.mark.parametrize("hours", [[1, 2, 3, 4, 100], [0, 0, 5, 6, 7, 7], [9] * 11])
def test_the_median_is_that_of_all_values(hours):
    assert median(Counter(hours)) == statistics.median(hours)


def test_nine_in_ten_do_not_exceed_the_ninetieth_percentile():
    assert ninetieth_percentile(Counter(range(1, 11))) == 9
    assert ninetieth_percentile(Counter(range(1, 12))) == 10
    assert ninetieth_percentile(Counter([3, 3, 3, 3, 8])) == 8


def test_of_too_few_there_is_no_median_or_percentile():
    assert median({1: 4}) is ninetieth_percentile({1: 4}) is median({}) is None


@pytest.mark.parametrize(
    ("hours", "text"),
    [
        (None, "–"),
        (0, "under 1 hour"),
        (1, "1 hour"),
        (36.5, "37 hours"),
        (48, "2 days"),
        (60, "2.5 days"),
        (24 * 20, "20 days"),
    ],
)
def test_a_wait_is_read_in_hours_then_in_days(hours, text):
    assert hours_text(hours) == text


def test_a_month_is_whole_also_in_a_leap_year():
    assert month_of(date(2028, 2, 29)) == (date(2028, 2, 1), date(2028, 2, 29))
    assert month_before(date(2028, 3, 31)) == month_of(date(2028, 2, 1))
    assert month_before(date(2027, 1, 1)) == month_of(date(2026, 12, 1))


def test_twelve_months_are_this_one_and_the_eleven_before():
    span = twelve_months_to(date(2028, 2, 29))

    assert span == (date(2027, 3, 1), date(2028, 2, 29))
    assert len(span.months) == 12
    assert not span.has_partial_month
    assert first_of_month(date(2027, 1, 31), -13) == date(2025, 12, 1)


def test_a_month_begins_by_the_clinics_clock():
    span = month_of(date(2026, 7, 1))

    assert span.begins == datetime(2026, 6, 30, 23, tzinfo=UTC)
    assert span.ends == datetime(2026, 7, 31, 23, tzinfo=UTC)
    assert Span(date(2026, 7, 2), date(2026, 7, 31)).has_partial_month


def chart(*cells, label_width=60):
    columns = [Column("Neither good nor poor", 10), Column("Not drawn")]
    rows = [Row("A row", [cell, Cell("x", 9)]) for cell in cells]
    return Chart("name", "Title", "Found.", "Rows", columns, rows, label_width)


def test_a_bar_is_as_long_as_its_number_and_stays_in_the_drawing():
    drawing = chart(Cell("10", 10), Cell("5", 5), Cell("0", 0), Cell("3")).drawing

    full, half = drawing.bars
    # Nothing has no bar; what is too few for a share has no track either.
    assert len(drawing.tracks) == 3
    assert half.width == full.width / 2
    assert all(box.x + box.width <= WIDTH for box in drawing.tracks)
    assert all(box.y + box.height <= drawing.height for box in drawing.tracks)


def test_each_number_drawn_is_written_at_its_bar():
    drawing = chart(Cell("2 (20%)", 2, "20%")).drawing

    words = " ".join(line.text for line in drawing.texts)
    assert words == "Neither good nor poor A row 20%"


def test_a_long_title_is_cut_in_the_drawing_only():
    rows = [Row("A title " * 20, [Cell("1", 1)])]
    long = Chart("n", "T", "F", "Page", [Column("Received", 1)], rows)

    assert long.drawing.texts[0].text.endswith("…")
    assert long.rows[0].heading == "A title " * 20
