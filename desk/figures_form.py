"""What the figures are asked for: a stretch of time, and a form."""

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from desk.figures.spans import (
    LONGEST_MONTHS,
    Span,
    first_of_month,
    month_before,
    twelve_months_to,
)
from editorial.clinic_time import clinic_today
from submissions.permissions import VIEW, for_all_forms, granted_forms, rows_for

from .filters import choice_field, day_field
from .known_forms import forms_by_key

THIS_MONTH, LAST_MONTH = "this-month", "last-month"
TWELVE_MONTHS, THIS_YEAR, OWN = "12-months", "this-year", "own"


def readable_forms(user: Any) -> list[tuple[str, str]]:
    """The key and title of each form of which this user may read what came."""
    titles = forms_by_key()
    if for_all_forms(user, VIEW):
        return [(str(key), title) for key, title in titles.items()]
    keys = granted_forms(user, VIEW)
    return [(str(key), title) for key, title in titles.items() if key in keys]


class OneFormForm(forms.Form):
    """Which form's figures. Each field is a query parameter; there are no others."""

    form = choice_field(_("Form"), [], _("There is no such form that you may read."))

    def __init__(self, data: Any, user: Any):
        super().__init__(data, label_suffix="")
        self.user = user
        self.fields["form"].choices = [("", _("All forms")), *readable_forms(user)]

    def rows(self) -> QuerySet:
        """What counts, of what the user may read and asked for."""
        rows = rows_for(self.user, VIEW).that_count()
        form_key = self.cleaned_data["form"]
        return rows.filter(form_key=form_key) if form_key else rows

    @property
    def form_title(self) -> str:
        """What was chosen."""
        return str(dict(self.fields["form"].choices)[self.cleaned_data["form"]])


class FiguresForm(OneFormForm):
    """Which form's figures, and of which time."""

    span = choice_field(
        _("Time"),
        [
            (TWELVE_MONTHS, _("Last 12 months")),
            (THIS_MONTH, _("This month")),
            (LAST_MONTH, _("Last month")),
            (THIS_YEAR, _("This year")),
            (OWN, _("From and to, as below")),
        ],
    )
    first = day_field(_("From"))
    last = day_field(_("To"))

    field_order = ["span", "first", "last", "form"]

    def clean(self) -> dict:
        """A span of one's own has two days, in order, and is not too long."""
        chosen = self.cleaned_data
        if chosen.get("span") != OWN or self.errors:
            return chosen
        for name in ("first", "last"):
            if not chosen.get(name):
                self.add_error(name, _("Give a day, or choose another time."))
        if not self.errors:
            self.check_length(Span(chosen["first"], chosen["last"]))
        return chosen

    def check_length(self, span: Span) -> None:
        """Note on the last day that it is too early or too late."""
        if span.last < span.first:
            self.add_error("last", _("This day lies before the first one."))
        elif len(span.months) > LONGEST_MONTHS:
            self.add_error("last", _("Choose five years at most."))

    def chosen_span(self) -> Span:
        """The days that were asked for; the last twelve months if none were."""
        today = clinic_today()
        match self.cleaned_data["span"]:
            case "this-month":
                return Span(first_of_month(today), today)
            case "last-month":
                return month_before(today)
            case "this-year":
                return Span(today.replace(month=1, day=1), today)
            case "own":
                return Span(self.cleaned_data["first"], self.cleaned_data["last"])
        return twelve_months_to(today)
