"""How patients rated: over time, and how what they sent was answered."""

from collections import Counter

from django.utils.translation import gettext as _

from submissions.models import Rating

from .chart import Cell, Chart, Column, Row
from .counts import NEGATIVE, POSITIVE, Received, Waits, totals
from .rates import (
    count_text,
    hours_text,
    median,
    percentage,
    share_and_count,
    share_text,
    together,
)
from .spans import Span
from .volume_charts import LONG_LABEL_WIDTH, MONTH_WIDTH, month_label

WHOLE = 100


def few_note() -> str:
    """Why some numbers have no percentage."""
    return _("Of fewer than five, the count is given in place of a percentage.")


def positive_text(ratings: Counter) -> str:
    """How many rated good or very good, in a sentence."""
    rated = ratings.total()
    return _("%(share)s of %(rated)s who rated said good or very good.") % {
        "share": share_text(sum(ratings[rating] for rating in POSITIVE), rated),
        "rated": count_text(rated),
    }


def ratings_over_time(received: list[Received], span: Span) -> Chart:
    """The share of each rating in each month, and how many rated."""
    rated = [group for group in received if group.rating is not None]
    by_both = totals(rated, "month", "rating")
    rows = [
        rating_row(
            month_label(month),
            Counter({rating: by_both[number, rating] for rating in Rating.values}),
        )
        for number, month in enumerate(span.months)
    ]
    everything = totals(rated, "rating")
    if len(rows) > 1:
        rows.append(rating_row(_("All"), everything))
    return Chart(
        name="ratings",
        title=_("Ratings by month"),
        finding=positive_text(everything),
        row_heading=_("Month"),
        columns=[
            *(Column(str(rating.label), WHOLE) for rating in Rating),
            Column(_("Rated")),
        ],
        rows=rows,
        label_width=MONTH_WIDTH,
        note=few_note(),
    )


def rating_row(heading: str, ratings: Counter) -> Row:
    """The shares of each rating, and how many rated."""
    rated = ratings.total()
    return Row(
        heading,
        [
            *(share_cell(ratings[rating], rated) for rating in Rating),
            Cell(count_text(rated)),
        ],
    )


def share_cell(part: int, whole: int) -> Cell:
    """A share with its bar; of too few a count without one."""
    return Cell(
        share_and_count(part, whole), percentage(part, whole), share_text(part, whole)
    )


def ratings_at_once(received: list[Received]) -> Chart:
    """The share of each rating in all of a span."""
    ratings = totals(
        (group for group in received if group.rating is not None), "rating"
    )
    return Chart(
        name="ratings",
        title=_("Ratings"),
        finding=positive_text(ratings),
        row_heading=_("Rating"),
        columns=[Column(_("Share"), WHOLE)],
        rows=[
            Row(str(rating.label), [share_cell(ratings[rating], ratings.total())])
            for rating in Rating
        ],
        note=few_note(),
    )


def answered_by_rating(received: list[Received], waits: Waits) -> Chart:
    """Whether patients who rated poorly are answered less, or later."""
    counts = totals(received, "rating")
    medians = {
        rating: median(waits.by_rating.get(rating, {})) for rating in [*Rating, None]
    }
    longest = max((hours or 0 for hours in medians.values()), default=0)
    rows = [
        Row(
            _("Without a rating") if rating is None else str(rating.label),
            [
                Cell(count_text(counts[rating])),
                share_cell(answered(waits, rating), counts[rating]),
                Cell(hours_text(hours), hours),
            ],
        )
        for rating, hours in medians.items()
    ]
    return Chart(
        name="answered-by-rating",
        title=_("Answered, by rating"),
        finding=compare_answers(counts, waits),
        row_heading=_("Rating"),
        columns=[
            Column(_("Received")),
            Column(_("Answered or closed"), WHOLE),
            Column(_("Median time"), longest or 1),
        ],
        rows=rows,
        label_width=LONG_LABEL_WIDTH,
        note=few_note() + " " + _("What waits still is in no median."),
    )


def answered(waits: Waits, *ratings: Rating | None) -> int:
    """How many with these ratings were answered or closed."""
    return sum(sum(waits.by_rating.get(rating, {}).values()) for rating in ratings)


def compare_answers(counts: Counter, waits: Waits) -> str:
    """How unhappy patients were answered, beside happy ones."""
    words = {}
    for name, ratings in (("negative", NEGATIVE), ("positive", POSITIVE)):
        done = answered(waits, *ratings)
        received = sum(counts[rating] for rating in ratings)
        hours = median(together(waits.by_rating.get(each, {}) for each in ratings))
        words[name] = _("%(done)s of %(received)s") % {
            "done": share_text(done, received),
            "received": count_text(received),
        }
        words[f"{name}_time"] = (
            _("too few for a median")
            if hours is None
            else _("median %(time)s") % {"time": hours_text(hours)}
        )
    return (
        _(
            "Answered or closed: rated poor or very poor %(negative)s "
            "(%(negative_time)s); rated good or very good %(positive)s "
            "(%(positive_time)s)."
        )
        % words
    )
