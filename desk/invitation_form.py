"""What staff choose for a sheet of invitations."""

from datetime import timedelta

from django import forms
from django.utils.translation import gettext_lazy as _

from editorial.clinic_time import clinic_today
from editorial.models import public_pages
from forms.builder.typed_fields import DateField
from forms.invitations.sheet import MOST_INVITATIONS
from forms.models import FormPage
from forms.tokens import new_number
from submissions.models import Submission

USUAL_DAYS = 30
MOST_DAYS = 366


class InvitationForm(forms.Form):
    """Which form, how many, and until when."""

    form_page = forms.ModelChoiceField(
        label=_("Form"),
        queryset=FormPage.objects.none(),
        empty_label=None,
        help_text=_("The form that the links open."),
        error_messages={"invalid_choice": _("Choose a form from the list.")},
    )
    count = forms.IntegerField(
        label=_("How many"),
        min_value=1,
        max_value=MOST_INVITATIONS,
        initial=8,
        help_text=_("One for each visit. Eight fill a sheet of A4."),
    )
    last_day = DateField(
        label=_("Good until"),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        help_text=_("After this day the link still opens the form, as for anybody."),
        error_messages={
            "invalid": _("This is no date. Write it like 2026-05-03."),
        },
    )
    # Sent again, the same form makes no second sheet.
    token = forms.RegexField(
        r"^[0-9a-f]{32}$", widget=forms.HiddenInput, initial=new_number
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, label_suffix="", **kwargs)
        live = public_pages(FormPage.objects.all())
        self.fields["form_page"].queryset = live.order_by("title")
        feedback = live.filter(kind=Submission.Kind.FEEDBACK)
        self.fields["form_page"].initial = feedback.order_by("path").first()
        self.fields["last_day"].initial = clinic_today() + timedelta(days=USUAL_DAYS)

    def clean_last_day(self):
        """A day to come, at most a year away."""
        day = self.cleaned_data["last_day"]
        today = clinic_today()
        if not today <= day <= today + timedelta(days=MOST_DAYS):
            raise forms.ValidationError(
                _("Give a day from today on, at most a year away.")
            )
        return day
