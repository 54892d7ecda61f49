"""How long answers take, and what waits too long."""

from collections import Counter
from collections.abc import Mapping

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from editorial.clinic_time import clinic_day
from submissions.models import Submission

from .chart import Cell, Chart, Column, Row
from .counts import Open, Waits
from .rates import count_text, hours_text, median, ninetieth_percentile, together
from .volume_charts import LONG_LABEL_WIDTH, count_cell


def time_to_answer(waits: Waits, acknowledged: Mapping[str, Counter]) -> Chart:
    """The median and the 90th percentile, by kind."""
    kinds = [
        kind
        for kind in Submission.Kind
        if kind in waits.by_kind or kind in acknowledged
    ]
    rows = [
        wait_row(
            str(kind.label), waits.by_kind.get(kind, {}), acknowledged.get(kind, {})
        )
        for kind in kinds
    ]
    everything = together(waits.by_kind.values())
    if len(rows) != 1:
        rows.append(wait_row(_("All"), everything, together(acknowledged.values())))
    longest = max(
        (cell.value for row in rows for cell in row.cells if cell.value), default=1
    )
    return Chart(
        name="time-to-answer",
        title=_("Time to answer"),
        finding=wait_finding(everything),
        row_heading=_("Kind"),
        columns=[
            Column(_("Answered or closed")),
            Column(_("Median"), longest),
            Column(_("Nine in ten within"), longest),
            Column(_("Acknowledged: median")),
        ],
        rows=rows,
        label_width=LONG_LABEL_WIDTH,
        note=_(
            "From receipt to the response or, without one, to closing, nights and "
            "weekends included. Of fewer than five no time is given."
        ),
    )


def wait_row(
    heading: str, answered: Mapping[int, int], acknowledged: Mapping[int, int]
) -> Row:
    """How many were answered and how long it took; how soon they heard from us."""
    middle, most = median(answered), ninetieth_percentile(answered)
    return Row(
        heading,
        [
            Cell(count_text(sum(answered.values()))),
            Cell(hours_text(middle), middle),
            Cell(hours_text(most), most),
            Cell(hours_text(median(acknowledged))),
        ],
    )


def wait_finding(answered: Counter) -> str:
    """How long all answers took."""
    middle, most = median(answered), ninetieth_percentile(answered)
    if middle is None:
        return _("%(count)s answered or closed: too few for a median.") % {
            "count": count_text(answered.total())
        }
    return _(
        "Of %(count)s answered or closed, half took no longer than %(middle)s, nine in "
        "ten no longer than %(most)s."
    ) % {
        "count": count_text(answered.total()),
        "middle": hours_text(middle),
        "most": hours_text(most),
    }


def overdue_now(open_kinds: Mapping[str, Open]) -> Chart:
    """What is to be answered and what of it is overdue, at this moment."""
    kinds = [kind for kind in Submission.Kind if kind in open_kinds]
    to_do = sum(kind.to_do for kind in open_kinds.values())
    overdue = sum(kind.overdue for kind in open_kinds.values())
    scale = max((kind.to_do for kind in open_kinds.values()), default=1)
    return Chart(
        name="overdue",
        title=_("Overdue now"),
        finding=_("%(overdue)s overdue, of %(to_do)s still to be dealt with.")
        % {"overdue": count_text(overdue), "to_do": count_text(to_do)},
        row_heading=_("Kind"),
        columns=[
            Column(_("To do"), scale),
            Column(_("Overdue"), scale),
            Column(_("Oldest was due")),
        ],
        rows=[overdue_row(open_kinds[kind], str(kind.label)) for kind in kinds],
        label_width=LONG_LABEL_WIDTH,
        note=_("Whenever it came: this is how things stand today."),
    )


def overdue_row(kind: Open, heading: str) -> Row:
    """What is to do and overdue of one kind."""
    oldest = kind.oldest_due
    return Row(
        heading,
        [
            count_cell(kind.to_do),
            count_cell(kind.overdue),
            Cell(date_format(clinic_day(oldest), "j F Y") if oldest else "–"),
        ],
    )
