"""What the desk's list can be filtered by."""

import re
from datetime import date, timedelta

from django import forms
from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db.models import Q, QuerySet
from django.utils import translation
from django.utils.formats import date_format
from django.utils.http import urlencode
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from desk.modeladmin import FilterForm
from editorial.clinic_time import clinic_today, day_begins, day_ends
from forms.builder.typed_fields import DateField, FoldedTextField
from submissions.models import Rating, Submission
from submissions.models.flags import Flag
from submissions.models.submission import REFERENCE_ALPHABET

from . import states
from .choices import (
    GONE,
    forms_in_sight,
    known_forms,
    owners,
    pages_written_about,
    sent_with_form,
)
from .quick_select import QuickSelect

ANY = ("", _("Any"))
NOT_RATED = "none"
WHOLE_CLINIC = "none"
ME, NOBODY = "me", "none"
OPEN, FLAGGED = "open", "any"
# No English word has eight letters and no vowel.
REFERENCE_WITHOUT_HYPHEN = re.compile(
    rf"\b([{REFERENCE_ALPHABET}]{{4}})([{REFERENCE_ALPHABET}]{{4}})\b", re.IGNORECASE
)
YES, NO = "yes", "no"
DATE_VALIDATORS = [
    MinValueValidator(date(2000, 1, 1), _("Give a year from 2000 on.")),
    MaxValueValidator(date(2100, 1, 1), _("Give a year before 2100.")),
]


def day_field(label: str) -> DateField:
    """A day at the clinic."""
    return DateField(
        label=label,
        required=False,
        validators=DATE_VALIDATORS,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={"invalid": _("This is no date. Write it like 2026-05-03.")},
    )


def choice_field(label: str, choices, nothing_found: str = "") -> forms.ChoiceField:
    """One of these, or any."""
    return forms.ChoiceField(
        label=label,
        required=False,
        choices=choices,
        widget=QuickSelect,
        error_messages={
            "invalid_choice": nothing_found or _("Choose one from the list.")
        },
    )


def with_chosen_flag(rows: QuerySet, choice: str) -> QuerySet:
    """Submissions that raise this flag, or any, or one that nobody has dealt with."""
    if choice == OPEN:
        return rows.filter(needs_attention=True)
    return rows.filter(is_flagged=True) if choice == FLAGGED else rows.with_flag(choice)


class SubmissionFilter(FilterForm):
    """The desk's filters."""

    q = FoldedTextField(
        label=_("Search"),
        required=False,
        limit=100,
        help_text=_("Reference, page, or words of an answer."),
    )
    received_from = day_field(_("Received from"))
    received_to = day_field(_("Received up to"))
    form = choice_field(_("Form"), [], _("No form of this name has been sent."))
    about = choice_field(_("About page"), [], _("Nothing was sent about this page."))
    rating = choice_field(
        _("Rating"), [ANY, *Rating.choices, (NOT_RATED, _("Without a rating"))]
    )
    kind = choice_field(_("Kind"), [ANY, *Submission.Kind.choices])
    state = choice_field(_("State"), states.CHOICES)
    owner = choice_field(_("Owner"), [], _("Nothing is owned by this person."))
    flag = choice_field(
        _("Flag"),
        [
            ANY,
            (OPEN, _("To be read at once")),
            (FLAGGED, _("Any flag")),
            *Flag.choices,
        ],
    )
    verified = choice_field(_("Verified visit"), [ANY, (YES, _("Yes")), (NO, _("No"))])

    def __init__(self, *args, user=None, **kwargs):
        """`user` sees choices of their own forms only; without, all."""
        super().__init__(*args, label_suffix="", **kwargs)
        self.user = user
        form_keys = forms_in_sight(user)
        self.fields["form"].choices = [ANY, *known_forms(form_keys).items()]
        self.fields["about"].choices = [
            ANY,
            *pages_written_about(form_keys),
            (WHOLE_CLINIC, _("The clinic as a whole")),
        ]
        me = [(ME, _("Me"))] if user else []
        self.fields["owner"].choices = [
            ANY,
            *me,
            (NOBODY, _("Nobody")),
            *owners(form_keys),
        ]

    def clean_q(self) -> str:
        """References are found with or without their hyphen."""
        return REFERENCE_WITHOUT_HYPHEN.sub(r"\1-\2", self.cleaned_data["q"])

    def clean_state(self) -> str:
        """What is to do, if nothing was chosen."""
        return self.cleaned_data["state"] or states.TO_DO

    def clean(self):
        """The last day does not lie before the first."""
        first = self.cleaned_data.get("received_from")
        last = self.cleaned_data.get("received_to")
        if first and last and last < first:
            self.add_error("received_to", _("This day lies before the first one."))
        return self.cleaned_data

    def filter(self, rows: QuerySet) -> QuerySet:
        """The submissions that were asked for; both days are included."""
        chosen = self.cleaned_data
        rows = states.rows_shown(rows, chosen["state"]).matching(chosen["q"])
        if chosen["received_from"]:
            rows = rows.filter(submit_time__gte=day_begins(chosen["received_from"]))
        if chosen["received_to"]:
            rows = rows.filter(submit_time__lt=day_ends(chosen["received_to"]))
        if chosen["form"]:
            rows = rows.filter(sent_with_form(chosen["form"]))
        if chosen["about"]:
            rows = rows.filter(self.about_chosen_page(chosen["about"]))
        if chosen["rating"]:
            rating = None if chosen["rating"] == NOT_RATED else chosen["rating"]
            rows = rows.filter(rating=rating)
        if chosen["kind"]:
            rows = rows.filter(kind=chosen["kind"])
        if chosen["owner"]:
            rows = rows.filter(owner=self.chosen_owner(chosen["owner"]))
        if chosen["verified"]:
            rows = rows.filter(is_verified=chosen["verified"] == YES)
        return with_chosen_flag(rows, chosen["flag"]) if chosen["flag"] else rows

    def chosen_owner(self, choice: str) -> int | str | None:
        """The owner that one of our choices stands for."""
        if choice == NOBODY:
            return None
        return self.user.pk if choice == ME else choice

    @staticmethod
    def about_chosen_page(choice: str) -> Q:
        """Submissions about the page that one of our choices stands for."""
        if choice == WHOLE_CLINIC:
            return Q(about_page=None, about_title="")
        if choice.startswith(GONE):
            return Q(about_page=None, about_title=choice.removeprefix(GONE))
        return Q(about_page=choice)

    def description(self) -> str:
        """What was asked for, for the log of exports.

        That there was a search, but not for what: staff search for names and for
        patients' own words. In the website's own language, whoever asked: it is kept.
        """
        with translation.override(settings.LANGUAGE_CODE):
            parts = [
                f"{self.fields[name].label}: {self.in_words(name, value)}"
                for name, value in self.cleaned_data.items()
                if value
            ]
            return "; ".join(parts) or gettext("All")

    def in_words(self, name: str, value: str | date) -> str:
        """What was chosen in this field."""
        if name == "q":
            return gettext("yes")
        if isinstance(value, date):
            return date_format(value, "j E Y")
        labels = {str(key): label for key, label in self.fields[name].choices}
        return labels[value]

    @property
    def is_narrowed(self) -> bool:
        """Whether something besides state and search was chosen, or is wrong."""
        return bool({*self.changed_data, *self.errors} - {"q", "state"})

    def quick_periods(self) -> list[tuple[str, str]]:
        """Usual stretches of time: name and query, the other filters kept."""
        today = clinic_today()
        periods = [
            (gettext("Today"), today),
            (gettext("Last 7 days"), today - timedelta(days=6)),
            (gettext("This month"), today.replace(day=1)),
            (gettext("Last 3 months"), today - timedelta(days=91)),
        ]
        others = {
            name: self.data[name]
            for name in self.fields
            if name in self.data and not name.startswith("received_")
        }
        return [
            (
                name,
                "?"
                + urlencode(others | {"received_from": first, "received_to": today}),
            )
            for name, first in periods
        ]
