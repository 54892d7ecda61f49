"""What staff fill in on the screen of one submission."""

from django import forms
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from forms.tokens import new_number
from submissions.casework.owning import colleagues
from submissions.casework.transitions import may_follow
from submissions.models import ClockPause, Submission
from submissions.models.states import Kind, Status
from submissions.placeholders import check_placeholders

TOKEN_SHAPE = r"^[0-9a-f]{32}$"


def token_field() -> forms.RegexField:
    """The number of the form as it was served."""
    return forms.RegexField(
        TOKEN_SHAPE,
        widget=forms.HiddenInput,
        initial=new_number,
        error_messages={
            "required": _("Please open this page anew."),
            "invalid": _("Please open this page anew."),
        },
    )


class CaseForm(forms.Form):
    """A form on the screen of one submission. Several stand there: each gives its
    fields ids of its own."""

    name = ""

    def __init__(self, submission: Submission, *args, **kwargs):
        self.submission = submission
        super().__init__(*args, auto_id=f"id_{self.name}_%s", label_suffix="", **kwargs)

    def action_field(self) -> SafeString:
        """Which action is posted."""
        return format_html('<input type="hidden" name="action" value="{}">', self.name)


class StatusForm(CaseForm):
    """The next status, and the one that was seen."""

    name = "status"
    status = forms.ChoiceField(choices=Submission.Status)
    seen = forms.CharField(max_length=12)


class OwnerForm(CaseForm):
    """To whom it is given, and who was seen to have it."""

    name = "owner"
    owner = forms.ModelChoiceField(
        label=_("Give it to"),
        queryset=None,
        required=False,
        empty_label=_("Nobody"),
        help_text=_("Those who may answer what comes by this form."),
        error_messages={"invalid_choice": _("Choose somebody from the list.")},
    )
    seen = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def __init__(self, submission: Submission, *args, **kwargs):
        super().__init__(submission, *args, **kwargs)
        self.fields["owner"].queryset = colleagues(submission)
        self.fields["owner"].initial = submission.owner_id
        self.fields["seen"].initial = submission.owner_id


class PauseForm(CaseForm):
    """Why the clock stands still."""

    name = "pause"
    reason = forms.ChoiceField(label=_("Why"), choices=ClockPause.Reason)
    words = forms.CharField(
        label=_("In your own words (optional)"),
        required=False,
        max_length=200,
        help_text=_("For example: GP letter asked for on 3 May."),
    )


class ResumeForm(CaseForm):
    """Nothing but a button."""

    name = "resume"


class KindForm(CaseForm):
    """Another kind, and why."""

    name = "kind"
    kind = forms.ChoiceField(label=_("It is"), choices=())
    reason = forms.CharField(
        label=_("Why"),
        max_length=200,
        help_text=_("Goes into the history. Do not repeat what the patient wrote."),
        error_messages={"required": _("Say why: it goes into the history.")},
    )

    def __init__(self, submission: Submission, *args, **kwargs):
        super().__init__(submission, *args, **kwargs)
        self.fields["kind"].choices = [
            choice for choice in Kind.choices if choice[0] != submission.kind
        ]


class NoteForm(CaseForm):
    """A note for colleagues."""

    name = "note"
    text = forms.CharField(
        label=_("Add a note"),
        max_length=5000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("For colleagues only. Patients can ask to see what is kept."),
        error_messages={"required": _("Write the note first.")},
    )
    token = token_field()


class ReplyForm(CaseForm):
    """An e-mail to the patient."""

    name = "reply"
    subject = forms.CharField(
        label=_("Subject"),
        max_length=150,
        validators=[check_placeholders],
        help_text=_("Say nothing about health here: others may see it."),
        error_messages={"required": _("Write a subject.")},
    )
    body = forms.CharField(
        label=_("Text"),
        max_length=10000,
        validators=[check_placeholders],
        widget=forms.Textarea(attrs={"rows": 14}),
        help_text=_("Do not repeat what the patient wrote: e-mail is not private."),
        error_messages={"required": _("Write what you want to say.")},
    )
    marks = forms.ChoiceField(
        label=_("What this e-mail does"),
        choices=[
            (Status.ACKNOWLEDGED, _("This acknowledges it: an answer follows")),
            (Status.RESPONDED, _("This answers it")),
            ("", _("Neither: the status stays")),
        ],
        required=False,
        widget=forms.RadioSelect,
        help_text=_("Each has its own time limit. An answer acknowledges as well."),
        error_messages={"invalid_choice": _("Choose one of these.")},
    )
    template_name = forms.CharField(
        required=False, max_length=80, widget=forms.HiddenInput
    )
    token = token_field()

    def __init__(self, submission: Submission, *args, **kwargs):
        super().__init__(submission, *args, **kwargs)
        choices = self.fields["marks"].choices
        offered = [each for each in choices if each[0] in ("", *may_follow(submission))]
        # Taken all the same, if a colleague was faster: the reply goes out once.
        self.fields["marks"].widget.choices = offered
        if len(offered) == 1:
            del self.fields["marks"]

    @property
    def marked_label(self) -> str:
        """What was chosen that it does, in words."""
        choices = dict(self.base_fields["marks"].choices)
        return str(choices[self.cleaned_data.get("marks", "")])
