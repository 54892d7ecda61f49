"""What a clinician fills in who records a review outside a workflow."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from wagtail.admin.forms import WagtailAdminModelForm

from editorial.sign_off.refusals import NO_CLINICIAN, clinician_of


class ReviewForm(WagtailAdminModelForm):
    """Takes a review in nobody's name but one's own."""

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        own = self.instance.reviewer
        if self.instance._state.adding:
            own = clinician_of(self.for_user)
        field = self.fields["reviewer"]
        # What a browser sends for it is left out.
        field.disabled = True
        field.widget = forms.Select()
        field.queryset = field.queryset.filter(pk=own and own.pk)
        self.initial["reviewer"] = own

    def clean(self) -> dict[str, Any]:
        """Refuse whoever is no clinician, and a date that others may not put off."""
        cleaned_data = super().clean()
        own = clinician_of(self.for_user)
        if self.instance._state.adding:
            if own is None:
                self.add_error("reviewer", NO_CLINICIAN)
        elif self.puts_off() and (own is None or own.pk != self.instance.reviewer_id):
            message = _(
                "Only the reviewer can put the next review off. Choose an earlier day, "
                "or have the page reviewed again."
            )
            self.add_error("next_due", message)
        return cleaned_data

    def puts_off(self) -> bool:
        """Whether the next review would be later than it was recorded, or unsaid."""
        day = self.cleaned_data.get("next_due")
        return day is None or day > self.initial["next_due"]
