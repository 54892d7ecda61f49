"""Somebody asks what is held about them, or to be forgotten.

Everything is posted: neither an address nor a reference stands in an address or a log.
"""

from django import forms
from django.contrib import messages
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.formats import date_format
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST

from editorial.clinic_time import clinic_time, clinic_today
from forms.builder.typed_fields import FoldedTextField
from submissions.casework.errors import CaseworkError
from submissions.casework.transitions import require_no_open_flag
from submissions.models import Submission
from submissions.permissions import ERASE, VIEW, for_all_forms, rows_for
from submissions.privacy.erasing import Cause, Way, Why, erase
from submissions.privacy.finding import Found, find_by_address, find_by_reference
from submissions.privacy.holds import Holds
from submissions.privacy.subject_access import as_json, as_page, log_access, report

from .tabs import PEOPLE, demand_tab, show


class FindForm(forms.Form):
    """Whose."""

    who = FoldedTextField(
        label=_("E-mail address or reference"),
        limit=254,
        help_text=_(
            "An address finds all that gives it, and what names it anywhere in the "
            "words. A reference, such as K7QM-4ZD2, finds one submission. What you "
            "type is kept nowhere."
        ),
        widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
    )

    def find(self, rows: QuerySet) -> Found:
        """What is found among these rows. Called when the form is valid."""
        who = self.cleaned_data["who"]
        find = find_by_address if "@" in who else find_by_reference
        return find(rows, who)


class EraseForm(forms.Form):
    """Why and how. The reasons are given, so that no name comes into the log."""

    reason = forms.ChoiceField(
        label=_("Reason, for the log"),
        choices=[
            (reason, reason)
            for reason in (
                _("The person asked for it"),
                _("Somebody who may speak for the person asked for it"),
                _("It was sent by mistake"),
                _("Another reason, noted in the clinic’s own files"),
            )
        ],
        help_text=_("No name of a patient comes into the log."),
    )
    way = forms.ChoiceField(
        label=_("What happens"),
        choices=Way.choices,
        help_text=_(
            "Erase the words: answers, additions, notes and replies go; reference, "
            "dates, rating, form, page and kind stay and count. Delete: nothing stays "
            "but a line in the erasure log."
        ),
    )


def chosen(request: HttpRequest) -> QuerySet:
    """The submissions that were ticked, of those that this user may see and erase."""
    keys = [key for key in request.POST.getlist("chosen") if key.isdecimal()]
    keys = [key for key in keys if len(key) <= 18]
    return rows_for(request.user, VIEW, ERASE).filter(pk__in=keys)


def lines(submissions: list[Submission], holds: Holds) -> list[dict]:
    """What the list shows of each: never its words."""
    return [
        {
            "submission": each,
            "received": date_format(clinic_time(each.submit_time), "j E Y"),
            "on_hold": holds.keep(each),
        }
        for each in submissions
    ]


@never_cache
@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
def people(request: HttpRequest) -> HttpResponse:
    """Ask whose, and show what was found."""
    demand_tab(request.user, PEOPLE)
    form = FindForm(request.POST or None)
    found = None
    if form.is_valid():
        found = form.find(rows_for(request.user, VIEW, ERASE))
    holds = Holds()
    return show(
        request,
        PEOPLE,
        "people.html",
        form=form,
        found=found,
        certain=lines(found.certain, holds) if found else [],
        to_look_at=lines(found.to_look_at, holds) if found else [],
        erase_form=EraseForm(),
        sees_all=for_all_forms(request.user, VIEW, ERASE),
    )


def nothing_chosen(request: HttpRequest) -> HttpResponse:
    """Back to the beginning, with a word."""
    messages.warning(request, gettext("Nothing was ticked, so nothing was done."))
    return redirect(PEOPLE.url_name)


@never_cache
@sensitive_post_parameters()
@require_POST
def erase_chosen(request: HttpRequest) -> HttpResponse:
    """Ask once more, then erase what was ticked."""
    demand_tab(request.user, PEOPLE)
    rows = chosen(request)
    form = EraseForm(request.POST)
    if not (rows.exists() and form.is_valid()):
        return nothing_chosen(request)
    try:
        for row in rows:
            require_no_open_flag(row)
    except CaseworkError as error:
        messages.error(request, f"{row.reference}: {error}")
        return redirect(PEOPLE.url_name)
    if "confirmed" not in request.POST:
        return show(
            request,
            PEOPLE,
            "confirm_erasure.html",
            lines=lines(list(rows), Holds()),
            form=form,
            way=Way(form.cleaned_data["way"]).label,
        )
    way = Way(form.cleaned_data["way"])
    by = request.user.get_username()
    outcome = erase(rows, Cause(Why.REQUEST, way, by, form.cleaned_data["reason"]))
    messages.success(
        request,
        ngettext(
            "%(count)d submission was erased.",
            "%(count)d submissions were erased.",
            outcome.erased,
        )
        % {"count": outcome.erased},
    )
    if outcome.kept_back:
        messages.error(
            request,
            ngettext(
                "A legal hold keeps %(count)d submission. See Legal holds.",
                "A legal hold keeps %(count)d submissions. See Legal holds.",
                outcome.kept_back,
            )
            % {"count": outcome.kept_back},
        )
    return redirect(PEOPLE.url_name)


@never_cache
@sensitive_post_parameters()
@require_POST
def give_access(request: HttpRequest) -> HttpResponse:
    """What is held of what was ticked, as a file; the log says so before it leaves."""
    demand_tab(request.user, PEOPLE)
    submissions = list(chosen(request))
    if not submissions:
        return nothing_chosen(request)
    internal = "internal" in request.POST
    held = report(submissions, with_internal=internal)
    log_access(
        len(submissions),
        request.user.get_username(),
        request.user,
        internal=internal,
    )
    as_data = request.POST.get("format") == "json"
    response = HttpResponse(
        as_json(held) if as_data else as_page(held),
        content_type="application/json" if as_data else "text/html; charset=utf-8",
    )
    suffix = "json" if as_data else "html"
    name = f"subject-access-{clinic_today():%Y-%m-%d}.{suffix}"
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
