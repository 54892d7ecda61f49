"""Legal holds: place one, see which stand, end one."""

from typing import Any

from django import forms
from django.contrib import messages
from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST
from wagtail.log_actions import log

from desk.known_forms import forms_by_key
from forms.builder.typed_fields import EmailField
from submissions.models import LegalHold
from submissions.permissions import ERASE, VIEW, for_all_forms, granted_forms, rows_for
from submissions.privacy.fingerprints import tidy_reference

from .tabs import HOLDS, demand_tab, show


class HoldForm(forms.Form):
    """What is held, and why. One of the first three."""

    reference = forms.CharField(
        label=_("One submission"),
        required=False,
        max_length=40,
        help_text=_("Its reference, such as K7QM-4ZD2."),
    )
    form_key = forms.ChoiceField(
        label=_("Or all that comes by one form"),
        required=False,
        help_text=_("Also what comes later."),
    )
    email = EmailField(
        limit=320,
        label=_("Or all that gives one e-mail address"),
        required=False,
        help_text=_(
            "Also what comes later. The address is kept with the hold until it ends, "
            "and shown to nobody."
        ),
    )
    reason = forms.CharField(
        label=_("Reason"),
        max_length=500,
        help_text=_(
            "Who asks, and since when: “Solicitor’s letter of 3 May”. Nothing that a "
            "patient wrote, and no patient’s name."
        ),
    )

    def __init__(self, *args, user: Any, **kwargs):
        super().__init__(*args, **kwargs)
        self.user = user
        self.forms = permitted_forms(user)
        self.fields["form_key"].choices = [("", "–"), *self.forms.items()]
        if not for_all_forms(user, VIEW, ERASE):
            # It would reach into forms that are not theirs.
            del self.fields["email"]

    def clean_reference(self) -> str:
        """A reference that this user may know of."""
        reference = tidy_reference(self.cleaned_data["reference"])
        if not reference:
            return ""
        rows = rows_for(self.user, VIEW, ERASE)
        self.submission = rows.filter(reference=reference).first()
        if self.submission is None:
            raise forms.ValidationError(gettext("No submission has this reference."))
        return reference

    def clean(self) -> dict:
        """One thing is held."""
        cleaned = super().clean()
        named = [cleaned.get(name) for name in ("reference", "form_key", "email")]
        if not self.errors and sum(map(bool, named)) != 1:
            raise forms.ValidationError(
                gettext("Fill in one of the first three fields, and only one.")
            )
        return cleaned

    def place(self) -> LegalHold:
        """The hold, stored."""
        chosen = self.cleaned_data
        by = self.user.get_username()
        hold = LegalHold(reason=chosen["reason"], placed_by=by)
        if chosen["reference"]:
            hold.submission, hold.covers = self.submission, chosen["reference"]
        elif chosen["form_key"]:
            hold.form_key = chosen["form_key"]
            title = self.forms[chosen["form_key"]]
            hold.covers = gettext("Form: %(title)s") % {"title": title}
        else:
            hold.email, hold.covers = chosen["email"], LegalHold.covers_address()
        hold.save()
        return hold


def permitted_forms(user: Any) -> dict[str, str]:
    """The forms for which this user may view and erase, by key as text."""
    keys = granted_forms(user, VIEW, ERASE)
    is_every = for_all_forms(user, VIEW, ERASE)
    return {
        str(key): title
        for key, title in forms_by_key().items()
        if is_every or key in keys
    }


def holds_for(user: Any) -> QuerySet:
    """The holds that this user may see and end."""
    holds = LegalHold.objects.all()
    if for_all_forms(user, VIEW, ERASE):
        return holds
    rows = rows_for(user, VIEW, ERASE)
    return holds.filter(
        Q(submission__in=rows.values("pk"))
        | Q(form_key__in=granted_forms(user, VIEW, ERASE))
    )


@never_cache
@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
def legal_holds(request: HttpRequest) -> HttpResponse:
    """The holds, and the form that places one."""
    demand_tab(request.user, HOLDS)
    form = HoldForm(request.POST or None, user=request.user)
    if form.is_valid():
        hold = form.place()
        log(instance=hold, action="wagtail.create", user=request.user)
        messages.success(request, gettext("Held. Nothing erases it until you end it."))
        return redirect(HOLDS.url_name)
    holds = holds_for(request.user)
    return show(request, HOLDS, "holds.html", form=form, holds=holds)


@require_POST
def end_hold(request: HttpRequest, hold_id: str) -> HttpResponse:
    """End it. Ended twice, it is once."""
    demand_tab(request.user, HOLDS)
    hold = get_object_or_404(holds_for(request.user), pk=hold_id)
    if hold.ended_at is None:
        hold.end(request.user.get_username())
        log(instance=hold, action="wagtail.edit", user=request.user)
    messages.success(request, gettext("Ended. Retention and erasure take it again."))
    return redirect(HOLDS.url_name)
