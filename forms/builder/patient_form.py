"""The form that patients fill in."""

from copy import copy
from typing import Any, NamedTuple

from django import forms
from django.utils.formats import number_format
from django.utils.translation import gettext
from wagtail.contrib.forms.forms import BaseForm

from submissions.models.rating import Rating

from .conditions import Condition
from .layout import Layout


class ConsentField(forms.BooleanField):
    """A box to tick, with the notice (rich text) that it is about."""

    def __init__(self, *, notice: str, **options):
        super().__init__(**options)
        self.notice = notice


class RatingField(forms.TypedChoiceField):
    """The scale from very good to very poor."""

    widget = forms.RadioSelect

    def __init__(self, **options):
        super().__init__(
            choices=Rating.choices,
            coerce=lambda value: Rating(int(value)),
            empty_value=None,
            **options,
        )


class PatientBoundField(forms.BoundField):
    """A question on the page."""

    @property
    def error_target(self) -> str:
        """The id that a link in the error summary leads to: the first option, or
        the field itself."""
        return f"{self.auto_id}_0" if self.use_fieldset else self.id_for_label

    @property
    def condition(self) -> Condition | None:
        """What this question depends on."""
        return self.form.layout.conditions.get(self.name)

    @property
    def told_limit(self) -> int | None:
        """How many characters may be written, where the page says so."""
        return getattr(self.field, "told_limit", None)

    @property
    def limit_hint(self) -> str:
        """The same in words."""
        number = number_format(self.told_limit, force_grouping=True)
        return gettext("You can write up to %(limit)s characters.") % {"limit": number}

    @property
    def aria_describedby(self) -> str | None:
        """The hints and errors of the question, with what it depends on first, and how
        much may be written last."""
        described = [
            f"{self.auto_id}_condition" if self.condition else "",
            super().aria_describedby,
            f"{self.auto_id}_limit" if self.told_limit else "",
        ]
        return " ".join(filter(None, described)) or None

    def build_widget_attrs(self, attrs: dict, widget=None) -> dict:
        """As Django's; a question that need not be asked is not called required."""
        attrs = super().build_widget_attrs(attrs, widget)
        if self.form.layout.all_conditions(self.name):
            attrs.pop("required", None)
        return attrs


class ShownSection(NamedTuple):
    """A section on the page, with its questions."""

    heading: str
    text: str
    condition: Condition | None
    fields: list[PatientBoundField]


class PatientForm(BaseForm):
    """Base of the forms that patients fill in."""

    bound_field_class = PatientBoundField
    layout = Layout([], {})

    @property
    def sections(self) -> list[ShownSection]:
        """What stands on the page, in order."""
        return [
            ShownSection(
                section.heading,
                section.text,
                section.condition,
                [self[name] for name in section.names],
            )
            for section in self.layout.sections
            if section.heading or section.names
        ]

    @property
    def tells_limits(self) -> bool:
        """Whether any question says how much may be written."""
        return any(field.told_limit for field in self)

    def _clean_fields(self) -> None:
        """Django's; then answers are taken back as missing where nothing was asked."""
        super()._clean_fields()
        self.not_asked: list[str] = []
        answers: dict[str, Any] = {}
        for name in self.fields:
            conditions = self.layout.all_conditions(name)
            if all(condition.is_met(answers) for condition in conditions):
                answers[name] = self.cleaned_data.get(name)
                continue
            self.not_asked.append(name)
            if self.has_error(name, "required"):
                self.forgive(name)

    def forgive(self, name: str) -> None:
        """Take the missing answer of a question that was not asked for none."""
        del self._errors[name]
        field = copy(self.fields[name])
        field.required = False
        self.cleaned_data[name] = field.clean(self[name].data)
