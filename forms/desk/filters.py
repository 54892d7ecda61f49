"""What the desk's list can be filtered by."""

from datetime import date, timedelta

from django import forms
from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db.models import Max, Q, QuerySet
from django.utils import translation
from django.utils.formats import date_format
from django.utils.http import urlencode
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from editorial.clinic_time import clinic_today, day_begins, day_ends
from forms.modeladmin import FilterForm
from forms.models import FormPage, Rating, Submission
from forms.safety.flags import Flag

from .search import search

ANY = ("", _("Any"))
NOT_RATED = "none"
WHOLE_CLINIC = "none"
GONE = "gone:"
DUPLICATES, WITHDRAWN = "duplicates", "withdrawn"
PUT_ASIDE = {
    DUPLICATES: Q(duplicate_of__isnull=False),
    WITHDRAWN: Q(withdrawn_at__isnull=False),
}
ONLY_TESTS = ONLY_HELD = "only"
OPEN, FLAGGED = "open", "any"
DATE_VALIDATORS = [
    MinValueValidator(date(2000, 1, 1), _("Give a year from 2000 on.")),
    MaxValueValidator(date(2100, 1, 1), _("Give a year before 2100.")),
]


def known_forms() -> dict[str, str]:
    """Slug and title of each form there is, and of those gone that left submissions."""
    gone = (
        Submission.objects.filter(page=None)
        .order_by()
        .values_list("form_slug")
        .annotate(title=Max("form_title"))
    )
    # A form and its translations share a slug; the original, which stands first in
    # the tree, gives the name.
    present = FormPage.objects.order_by("-path").values_list("slug", "title")
    return dict(sorted({**dict(gone), **dict(present)}.items()))


def sent_with_form(slug: str) -> Q:
    """Submissions of the form with this slug, under whatever slug they were sent;
    if the form is gone, those that left this slug behind."""
    pages = FormPage.objects.filter(slug=slug).values("pk")
    return Q(page__in=pages) | Q(page=None, form_slug=slug)


def pages_written_about() -> list[tuple[str, str]]:
    """The pages that submissions are about, as choices."""
    submissions = Submission.objects.from_patients().order_by()
    present = (
        submissions.exclude(about_page=None)
        .values_list("about_page", "about_page__title")
        .distinct()
    )
    gone = (
        submissions.filter(about_page=None)
        .exclude(about_title="")
        .values_list("about_title", flat=True)
        .distinct()
    )
    choices = [(str(pk), title) for pk, title in present]
    choices += [
        (f"{GONE}{title}", gettext("%(title)s (page removed)") % {"title": title})
        for title in gone
    ]
    return sorted(choices, key=lambda choice: choice[1].casefold())


def day_field(label: str) -> forms.DateField:
    """A day at the clinic."""
    return forms.DateField(
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
        error_messages={
            "invalid_choice": nothing_found or _("Choose one from the list.")
        },
    )


def with_chosen_flag(rows: QuerySet, choice: str) -> QuerySet:
    """Submissions that raise this flag, or any, or one that nobody has dealt with."""
    if choice == OPEN:
        return rows.filter(needs_attention=True)
    return rows.exclude(flags=[]) if choice == FLAGGED else rows.with_flag(choice)


class SubmissionFilter(FilterForm):
    """The desk's filters."""

    q = forms.CharField(
        label=_("Search"),
        required=False,
        max_length=100,
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
    status = choice_field(_("Status"), [ANY, *Submission.Status.choices])

    tests = forms.ChoiceField(
        label=_("Tests"),
        required=False,
        choices=[("", _("Leave out")), (ONLY_TESTS, _("Show only tests"))],
        error_messages={"invalid_choice": _("Choose one from the list.")},
        help_text=_("What editors sent to try a form."),
    )

    put_aside = forms.ChoiceField(
        label=_("Duplicates and withdrawn"),
        required=False,
        choices=[
            ("", _("Leave out")),
            (DUPLICATES, _("Show only duplicates")),
            (WITHDRAWN, _("Show only withdrawn")),
        ],
        error_messages={"invalid_choice": _("Choose one from the list.")},
        help_text=_("Complaints and requests about data are never left out."),
    )
    flag = forms.ChoiceField(
        label=_("Flag"),
        required=False,
        choices=[
            ANY,
            (OPEN, _("To be read at once")),
            (FLAGGED, _("Any flag")),
            *Flag.choices,
        ],
        error_messages={"invalid_choice": _("Choose one from the list.")},
        help_text=_("Words of danger in what was written."),
    )
    held = forms.ChoiceField(
        label=_("Held as spam"),
        required=False,
        choices=[("", _("Leave out")), (ONLY_HELD, _("Show only held"))],
        error_messages={"invalid_choice": _("Choose one from the list.")},
        help_text=_("What is probably from a program."),
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, label_suffix="", **kwargs)
        self.fields["form"].choices = [ANY, *known_forms().items()]
        self.fields["about"].choices = [
            ANY,
            *pages_written_about(),
            (WHOLE_CLINIC, _("The clinic as a whole")),
        ]

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
        rows = self.chosen_sort(rows)
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
        if chosen["status"]:
            rows = rows.filter(status=chosen["status"])
        if chosen["flag"]:
            rows = with_chosen_flag(rows, chosen["flag"])
        return search(rows, chosen["q"]) if chosen["q"] else rows

    def chosen_sort(self, rows: QuerySet) -> QuerySet:
        """Tests, what is held or was put aside, or else what counts."""
        if self.cleaned_data["tests"]:
            return rows.tests()
        if self.cleaned_data["held"]:
            return rows.held()
        if put_aside := self.cleaned_data["put_aside"]:
            return rows.from_patients().filter(PUT_ASIDE[put_aside])
        return rows.that_count()

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
