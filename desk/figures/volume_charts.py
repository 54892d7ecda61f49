"""How much came: by month, by page, by location."""

from collections.abc import Mapping
from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from submissions.models import Submission

from .chart import Cell, Chart, Column, Row
from .counts import About, Received, totals
from .rates import count_text, share_and_count
from .spans import Span

PAGES_SHOWN = 15
MONTH_WIDTH = 48
LONG_LABEL_WIDTH = 130


def month_label(month: date) -> str:
    """A month in a row, on one line: Nov 26."""
    return date_format(month, "M\xa0y")


def month_name(month: date) -> str:
    """A month in a sentence: November 2026."""
    return date_format(month, "F Y")


def volume_by_month(received: list[Received], span: Span) -> Chart:
    """How many came in each month, all and of each kind that came at all."""
    by_month = totals(received, "month")
    by_kind = totals(received, "kind")
    by_both = totals(received, "month", "kind")
    kinds = [kind for kind in Submission.Kind if by_kind[kind]]
    scale = max(by_month.values(), default=0) or 1
    rows = [
        Row(
            month_label(month),
            [
                count_cell(by_month[number]),
                *(count_cell(by_both[number, kind]) for kind in kinds),
            ],
        )
        for number, month in enumerate(span.months)
    ]
    months = span.months
    busiest = max(range(len(months)), key=lambda number: by_month[number])
    return Chart(
        name="volume",
        title=_("Received by month"),
        finding=_("%(count)s received; most in %(month)s: %(most)s.")
        % {
            "count": count_text(by_month.total()),
            "month": month_name(months[busiest]),
            "most": count_text(by_month[busiest]),
        },
        row_heading=_("Month"),
        columns=[
            Column(heading, scale)
            for heading in [_("All"), *(str(kind.label) for kind in kinds)]
        ],
        rows=rows,
        label_width=MONTH_WIDTH,
        note=partial_months(span),
    )


def partial_months(span: Span) -> str:
    """A note for a span that does not begin and end with a month."""
    if not span.has_partial_month:
        return ""
    return _("Counted from %(first)s to %(last)s: not every month is whole.") % {
        "first": date_format(span.first, "j F Y"),
        "last": date_format(span.last, "j F Y"),
    }


def count_cell(count: int) -> Cell:
    """A count with its bar."""
    return Cell(count_text(count), count)


def by_page(
    pages: list[About], titles: Mapping[int, str], shown: int = PAGES_SHOWN
) -> Chart:
    """How many were about each of the pages most written about, and about all
    others."""
    about = [page for page in pages if page.page_id or page.gone_title]
    whole_clinic = [page for page in pages if page not in about]
    first, others = about[:shown], about[shown:]
    named = [(page_name(page, titles), [page]) for page in first]
    if others:
        named.append((_("Other pages"), others))
    if whole_clinic:
        named.append((_("About no page: the clinic as a whole"), whole_clinic))
    finding = _("Nothing was about a page.")
    if about:
        finding = _("Most were about “%(page)s”: %(count)s of %(all)s.") % {
            "page": page_name(about[0], titles),
            "count": count_text(about[0].count),
            "all": count_text(sum(page.count for page in pages)),
        }
    return about_chart(
        named,
        name="pages",
        title=_("By page"),
        finding=finding,
        row_heading=_("Page"),
    )


def page_name(page: About, titles: Mapping[int, str]) -> str:
    """The page's title, also of one that is gone."""
    if page.page_id:
        return titles.get(page.page_id, _("A page without a title"))
    return _("%(title)s (page removed)") % {"title": page.gone_title}


def by_location(pages: list[About], titles: Mapping[int, str]) -> Chart:
    """How many were about the page of each location; of all others it is not known
    where the patient was."""
    named = [
        (title, [page for page in pages if page.page_id == location])
        for location, title in titles.items()
    ]
    named.sort(key=lambda row: -sum(page.count for page in row[1]))
    elsewhere = [page for page in pages if page.page_id not in titles]
    named.append((_("Location not known"), elsewhere))
    everything = sum(page.count for page in pages)
    return about_chart(
        named,
        name="locations",
        title=_("By location"),
        finding=_("Of %(known)s of %(all)s the location is known.")
        % {
            "known": count_text(everything - sum(page.count for page in elsewhere)),
            "all": count_text(everything),
        },
        row_heading=_("Location"),
        note=_(
            "The location is known only of what was sent about the page of a location. "
            "Elsewhere nobody is asked where they were."
        ),
    )


def about_chart(
    named: list[tuple[str, list[About]]],
    *,
    name: str,
    title: str,
    finding: str,
    row_heading: str,
    note: str = "",
) -> Chart:
    """Pages under names: how many each, and how well they were rated."""
    counts = [sum(page.count for page in pages) for _name, pages in named]
    return Chart(
        name=name,
        title=title,
        finding=finding,
        row_heading=row_heading,
        columns=[
            Column(_("Received"), max(counts, default=0) or 1),
            Column(_("Rated")),
            Column(_("Good or very good")),
        ],
        rows=[
            Row(heading, [count_cell(count), *rated_cells(pages)])
            for (heading, pages), count in zip(named, counts, strict=True)
        ],
        note=note,
    )


def rated_cells(pages: list[About]) -> list[Cell]:
    """How many rated, and how many of them good or very good."""
    rated = sum(page.rated for page in pages)
    positive = sum(page.positive for page in pages)
    return [Cell(count_text(rated)), Cell(share_and_count(positive, rated))]
