"""What staff choose for an export."""

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from submissions.export.choice import ExportChoice
from submissions.export.columns import Column
from submissions.permissions import may_somewhere, rows_for

from .exported_rows import WITH_IDENTITY

FORMATS = [
    ("xlsx", _("Excel workbook (XLSX)")),
    ("csv", _("Table for any program (CSV)")),
    ("jsonl", _("For programmers (JSON lines)")),
]


class ExportForm(forms.Form):
    """Format, columns, how answers look, and whether with identity."""

    file_format = forms.ChoiceField(
        label=_("Format"),
        choices=FORMATS,
        initial="xlsx",
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose a format.")},
    )
    columns = forms.MultipleChoiceField(
        label=_("Columns"),
        widget=forms.CheckboxSelectMultiple,
        help_text=_("The reference is always in the file."),
        error_messages={
            "required": _("Choose at least one column."),
            "invalid_choice": _("One of these columns is no longer there. Look again."),
        },
    )
    separate_choices = forms.BooleanField(
        label=_("One column for each answer of “tick all that apply” questions"),
        required=False,
    )
    ratings_as_numbers = forms.BooleanField(
        label=_("Ratings as numbers"),
        required=False,
        help_text=_("5 is very good, 1 very poor. “Don’t know” stays in words."),
    )
    background = forms.BooleanField(
        label=_("Make it in the background"),
        required=False,
        help_text=_("You can go on working, and fetch the file within 24 hours."),
    )
    identity = forms.BooleanField(
        label=_("With identity"),
        required=False,
        help_text=_(
            "Adds the answers that say who somebody is: names, addresses, e-mail, "
            "telephone. Only if what you need cannot be done without."
        ),
    )
    reason = forms.CharField(
        label=_("Reason"),
        required=False,
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_(
            "Needed with identity. It stays in the log of exports: write no patient’s "
            "name in it."
        ),
    )

    def __init__(
        self, data: Any, user: Any, rows: QuerySet, columns: list[Column]
    ) -> None:
        super().__init__(data, label_suffix="")
        self.user = user
        self.rows = rows
        self.fields["columns"].choices = [
            (column.key, column.heading)
            for column in columns
            if column.key != "reference" and not column.identifies
        ]
        self.fields["columns"].initial = [each.key for each in columns if each.is_usual]
        self.identifying = [str(each.heading) for each in columns if each.identifies]
        self.identity_keys = [each.key for each in columns if each.identifies]
        if not may_somewhere(user, *WITH_IDENTITY):
            # What is not asked cannot be answered, whatever is sent.
            del self.fields["identity"], self.fields["reason"]

    def clean(self):
        """Identity needs a reason, and the right to it for every form in the list."""
        chosen = self.cleaned_data
        if not chosen.get("identity"):
            return chosen
        if not chosen.get("reason"):
            self.add_error("reason", _("Say why identity is needed."))
        allowed = rows_for(self.user, *WITH_IDENTITY, rows=self.rows)
        if (
            self.rows.order_by()
            .exclude(pk__in=allowed.order_by().values("pk"))
            .exists()
        ):
            self.add_error(
                "identity",
                _(
                    "You may export identity for some of these forms only. Go back to "
                    "the list, and choose one form in the filter."
                ),
            )
        return chosen

    @property
    def choice(self) -> ExportChoice:
        """What was chosen. Called when the form is valid."""
        chosen = self.cleaned_data
        has_identity = bool(chosen.get("identity"))
        return ExportChoice(
            file_format=chosen["file_format"],
            columns=[
                "reference",
                *chosen["columns"],
                *(self.identity_keys if has_identity else []),
            ],
            separate_choices=chosen["separate_choices"],
            ratings_as_numbers=chosen["ratings_as_numbers"],
            identity=has_identity,
            reason=chosen["reason"] if has_identity else "",
        )
