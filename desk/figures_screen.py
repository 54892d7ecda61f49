"""The desk's figures: a screen for any stretch of time, and a month to print."""

from datetime import date
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import re_path, reverse
from django.utils.http import urlencode
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe
from wagtail.admin.menu import MenuItem

from desk.figures import counts, rating_charts, time_charts, volume_charts
from desk.figures.chart import Chart
from desk.figures.spans import Span, month_before, month_of, twelve_months_to
from desk.figures.summary import Month, headlines
from editorial.clinic_time import clinic_today
from submissions.permissions import VIEW, may_somewhere

from .figures_form import FiguresForm, OneFormForm

PAGES_IN_SUMMARY = 5


def demand_some_form(user: Any) -> None:
    """Raises PermissionDenied if there is no form of which the user may read what
    came."""
    if not may_somewhere(user, VIEW):
        raise PermissionDenied


@require_safe
def figures(request: HttpRequest) -> HttpResponse:
    """The figures of the chosen time; a note beside what cannot be understood."""
    demand_some_form(request.user)
    # What is not given is not an error, nor is what nobody declared.
    form = FiguresForm(request.GET, request.user)
    context: dict = {"form": form, "address": reverse("forms_figures")}
    if form.is_valid():
        span = form.chosen_span()
        context |= {
            "charts": charts(form.rows(), span),
            "span": span,
            "summary_address": summary_address(
                month_before(span.last) if span.last == clinic_today() else span,
                form.cleaned_data["form"],
            ),
        }
    return render(request, "desk/figures.html", context)


def charts(rows, span: Span) -> list[Chart]:
    """All charts of a span."""
    received = counts.received_by_month(rows, span)
    pages = counts.received_by_page(rows, span)
    waits = counts.hours_to_answer(rows, span)
    locations = counts.location_titles()
    return [
        volume_charts.volume_by_month(received, span),
        rating_charts.ratings_over_time(received, span),
        time_charts.overdue_now(counts.open_now(rows)),
        time_charts.time_to_answer(waits, counts.hours_to_acknowledge(rows, span)),
        rating_charts.answered_by_rating(received, waits),
        page_chart(pages, volume_charts.PAGES_SHOWN),
        volume_charts.by_location(pages, locations),
    ]


def page_chart(pages: list[counts.About], shown: int) -> Chart:
    """The pages most written about. Only their titles are read."""
    # One more than is shown: about the clinic as a whole counts as a page here.
    titles = counts.page_titles(page.page_id for page in pages[: shown + 1])
    return volume_charts.by_page(pages, titles, shown)


def summary_address(span: Span, form_key: str) -> str:
    """Where the summary of the span's last month is."""
    address = reverse("forms_month", args=[f"{span.last:%Y}", f"{span.last:%m}"])
    return address + (f"?{urlencode({'form': form_key})}" if form_key else "")


@require_safe
def month(request: HttpRequest, year: str, number: str) -> HttpResponse:
    """One month to print. 404 if it has not begun."""
    demand_some_form(request.user)
    try:
        span = month_of(date(int(year), int(number), 1))
    except ValueError:
        raise Http404 from None
    if span.first > clinic_today():
        raise Http404
    form = OneFormForm(request.GET, request.user)
    context = {"form": form, "span": span, "back": reverse("forms_figures")}
    if form.is_valid():
        context |= summary(form.rows(), span)
    return render(request, "desk/figures_month.html", context)


def summary(rows, span: Span) -> dict:
    """The month's headlines and charts."""
    before = month_before(span.first)
    year = twelve_months_to(span.last)
    received = counts.received_by_month(rows, year)
    last = len(year.months) - 1
    by_month = [
        [group for group in received if group.month == number]
        for number in (last, last - 1)
    ]
    waits = counts.hours_to_answer(rows, span)
    pages = counts.received_by_page(rows, span)
    now = Month(by_month[0], waits)
    earlier = Month(by_month[1], counts.hours_to_answer(rows, before))
    return {
        "month_before": before,
        "headlines": headlines(now, earlier),
        "charts": [
            volume_charts.volume_by_month(received, year),
            rating_charts.ratings_at_once(now.received),
            time_charts.time_to_answer(waits, counts.hours_to_acknowledge(rows, span)),
            time_charts.overdue_now(counts.open_now(rows)),
            page_chart(pages, PAGES_IN_SUMMARY),
        ],
    }


class FiguresMenuItem(MenuItem):
    """The desk's entry "Figures"."""

    def __init__(self, order: int):
        super().__init__(
            _("Figures"),
            reverse("forms_figures"),
            name="desk-figures",
            icon_name="table",
            order=order,
        )

    def is_shown(self, request: HttpRequest) -> bool:
        """To those who may read what came by some form."""
        return may_somewhere(request.user, VIEW)


urlpatterns = [
    re_path(r"^desk/figures/$", figures, name="forms_figures"),
    re_path(
        r"^desk/figures/(?P<year>20\d\d)-(?P<number>\d\d)/$", month, name="forms_month"
    ),
]
