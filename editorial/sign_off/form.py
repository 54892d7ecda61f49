"""What a clinical reviewer is asked on approving a page."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from editorial.clinic_time import clinic_today
from editorial.clinical_content import says_the_same
from editorial.review_interval import next_review_due


class SignOffForm(forms.Form):
    """Evidence, next date, comment. `revision` is the version that was read."""

    evidence_checked = forms.BooleanField(
        label=_("I have read the whole page and checked its evidence"),
        help_text=_(
            "The sources were read and are still right, and the links work. Your name "
            "and registration will be shown on the page."
        ),
        error_messages={
            "required": _(
                "Check the evidence first: a page cannot be approved without it."
            )
        },
    )
    next_due = forms.DateField(
        label=_("Next review due"),
        # The browser's own: Wagtail's calendar does not start inside a dialogue.
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        help_text=_("Choose an earlier day if the evidence is changing."),
    )
    comment = forms.CharField(
        label=_("Comment"),
        required=False,
        widget=forms.Textarea({"rows": 2}),
        help_text=_("For the page’s history. Patients do not see it."),
    )
    revision = forms.IntegerField(widget=forms.HiddenInput, max_value=2**31 - 1)

    def __init__(self, data: dict[str, Any] | None = None, *, page: Any):
        self.page = page
        super().__init__(data)
        self.initial["next_due"] = next_review_due(page, clinic_today())
        self.initial["revision"] = page.latest_revision_id

    def clean_next_due(self):
        """A day that is still to come."""
        day = self.cleaned_data["next_due"]
        if day <= clinic_today():
            raise forms.ValidationError(_("The next review must be after this one."))
        return day

    def clean(self) -> dict[str, Any]:
        """Refuse if what was read is not the newest version any more."""
        read = self.cleaned_data.get("revision")
        if read is not None and not says_the_same(self.page, read):
            raise forms.ValidationError(
                _(
                    "The page was changed while you were reading. Open it again, and "
                    "read the newest version."
                )
            )
        return self.cleaned_data

    @property
    def messages(self) -> list[str]:
        """All that is wrong, in sentences."""
        return [message for messages in self.errors.values() for message in messages]
