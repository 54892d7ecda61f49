"""What the database counts: one query for each function, one row for each group."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from datetime import datetime
from typing import NamedTuple

from django.contrib.contenttypes.models import ContentType
from django.db.models import (
    Case,
    CharField,
    Count,
    Expression,
    F,
    Func,
    IntegerField,
    Min,
    Q,
    QuerySet,
    Value,
    When,
)
from django.db.models.functions import Coalesce
from django.utils import timezone
from wagtail.models import Page, get_page_models

from editorial.clinic_time import day_ends
from submissions.models import Rating

from .spans import Span, month_of

POSITIVE = (Rating.VERY_GOOD, Rating.GOOD)
NEGATIVE = (Rating.POOR, Rating.VERY_POOR)


class Received(NamedTuple):
    """How many of one kind and rating came in one month (0 is the span's first)."""

    month: int
    kind: str
    rating: int | None
    count: int


class About(NamedTuple):
    """How many were about one page, how many of them rated, and how many rated good
    or very good. Neither page nor title: about the clinic as a whole."""

    page_id: int | None
    gone_title: str
    count: int
    rated: int
    positive: int


class Open(NamedTuple):
    """What is still to be answered of one kind, how much of it is overdue, and since
    when."""

    kind: str
    to_do: int
    overdue: int
    oldest_due: datetime | None


class WholeHours(Func):
    """The hours between the second moment and the first, rounded down."""

    output_field = IntegerField()
    arity = 2

    def as_sqlite(self, compiler, connection, **extra):
        """Through Julian days, which are exact to the millisecond."""
        return self.as_sql(
            compiler,
            connection,
            template="(CAST(ROUND((julianday(%(expressions)s)) * 86400) AS INTEGER) "
            "/ 3600)",
            arg_joiner=") - julianday(",
            **extra,
        )

    def as_postgresql(self, compiler, connection, **extra):
        """Through the seconds of the interval."""
        return self.as_sql(
            compiler,
            connection,
            template="CAST(FLOOR(EXTRACT(EPOCH FROM (%(expressions)s)) / 3600) "
            "AS INTEGER)",
            arg_joiner=" - ",
            **extra,
        )


def received_in(rows: QuerySet, span: Span) -> QuerySet:
    """Those of the rows that came in this span, in no order."""
    return rows.filter(
        submit_time__gte=span.begins, submit_time__lt=span.ends
    ).order_by()


def month_number(span: Span) -> Expression:
    """The number of the month in which a row of the span came.

    By comparing with the months' ends, which the clinic's clock gives: no database
    has to know about summer time.
    """
    return Case(
        *(
            When(submit_time__lt=day_ends(month_of(month).last), then=Value(number))
            for number, month in enumerate(span.months)
        ),
        output_field=IntegerField(),
    )


def received_by_month(rows: QuerySet, span: Span) -> list[Received]:
    """How many came, by month, kind and rating."""
    groups = (
        received_in(rows, span)
        .annotate(month_number=month_number(span))
        .values_list("month_number", "kind", "rating")
        .annotate(count=Count("pk"))
    )
    return [Received(*group) for group in groups]


def totals(received: Iterable[Received], *names: str) -> Counter:
    """How many came by these: one value for one name, tuples for several."""
    counts: Counter = Counter()
    for group in received:
        values = tuple(getattr(group, name) for name in names)
        counts[values if len(values) > 1 else values[0]] += group.count
    return counts


def received_by_page(rows: QuerySet, span: Span) -> list[About]:
    """How many were about each page, most first; pages that are gone by title."""
    groups = (
        received_in(rows, span)
        .annotate(
            gone_title=Case(
                When(about_page=None, then=F("about_title")),
                default=Value(""),
                output_field=CharField(),
            )
        )
        .values_list("about_page", "gone_title")
        .annotate(
            count=Count("pk"),
            rated=Count("rating"),
            positive=Count("pk", filter=Q(rating__in=POSITIVE)),
        )
        .order_by("-count", "gone_title", "about_page")
    )
    return [About(*group) for group in groups]


def page_titles(page_ids: Iterable[int | None]) -> dict[int, str]:
    """The titles of these pages."""
    wanted = [page_id for page_id in page_ids if page_id]
    return dict(Page.objects.filter(pk__in=wanted).values_list("pk", "title"))


def location_titles() -> dict[int, str]:
    """The title of each page that is a location of the clinic."""
    models = [
        model for model in get_page_models() if getattr(model, "is_location", False)
    ]
    types = ContentType.objects.get_for_models(*models).values()
    locations = Page.objects.filter(content_type__in=types).order_by("title")
    return dict(locations.values_list("pk", "title"))


class Waits(NamedTuple):
    """How long answers took: for each kind and rating, how many took so many whole
    hours."""

    by_kind: dict[str, Counter]
    by_rating: dict[int | None, Counter]


def hours_to_answer(rows: QuerySet, span: Span) -> Waits:
    """The hours from receipt to the response or, without one, to closing, of what
    came in the span and has been answered or closed."""
    waits = Waits(defaultdict(Counter), defaultdict(Counter))
    ended = Coalesce("responded_at", "closed_at")
    groups = (
        received_in(rows, span)
        .filter(Q(responded_at__isnull=False) | Q(closed_at__isnull=False))
        .annotate(hours=WholeHours(ended, "submit_time"))
        .values_list("kind", "rating", "hours")
        .annotate(count=Count("pk"))
    )
    for kind, rating, hours, count in groups:
        waits.by_kind[kind][max(hours, 0)] += count
        waits.by_rating[rating][max(hours, 0)] += count
    return waits


def hours_to_acknowledge(rows: QuerySet, span: Span) -> dict[str, Counter]:
    """By kind, the hours from receipt to the acknowledgement, of what came in the
    span and was acknowledged."""
    waits: dict[str, Counter] = defaultdict(Counter)
    groups = (
        received_in(rows, span)
        .filter(acknowledged_at__isnull=False)
        .annotate(hours=WholeHours("acknowledged_at", "submit_time"))
        .values_list("kind", "hours")
        .annotate(count=Count("pk"))
    )
    for kind, hours, count in groups:
        waits[kind][max(hours, 0)] += count
    return waits


def open_now(rows: QuerySet) -> dict[str, Open]:
    """By kind, what is to be answered and what of it is overdue, whenever it came."""
    is_overdue = Q(due_at__lt=timezone.now())
    groups = (
        rows.to_do()
        .order_by()
        .values_list("kind")
        .annotate(
            to_do=Count("pk"),
            overdue=Count("pk", filter=is_overdue),
            oldest_due=Min("due_at", filter=is_overdue),
        )
    )
    return {group[0]: Open(*group) for group in groups}
