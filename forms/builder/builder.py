"""Wagtail's form builder, with the types, limits and words of a clinic."""

from collections.abc import Iterable

from django import forms
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from wagtail.contrib.forms.forms import FormBuilder

from .answers import CHOICE_TYPES, TICK_TYPES, split_choices
from .free_texts import asks_for_words
from .layout import lay_out
from .patient_form import ConsentField, PatientForm, RatingField
from .text_length import TextField
from .typed_fields import (
    DateField,
    DateTimeField,
    EmailField,
    FoldedTextField,
    NumberField,
    TelephoneField,
    WebAddressField,
)

SHORT_TEXT_MAX_LENGTH = 255
LONG_TEXT_MAX_LENGTH = 10_000
ADDRESS_MAX_LENGTH = 320
URL_MAX_LENGTH = 2_000
# The lines of text that are no words; see FormField.Purpose.
FOLDED = ("postal-code", "bday")


class ClinicFormBuilder(FormBuilder):
    """Makes a form of an editor's questions and section headings."""

    def __init__(self, fields: Iterable):
        super().__init__(list(fields))

    @cached_property
    def questions(self) -> list:
        """What is asked, without the headings."""
        return [field for field in self.fields if field.is_question]

    @property
    def formfields(self) -> dict[str, forms.Field]:
        """A form field for each question, by the question's name."""
        return {
            question.clean_name: self.get_create_field_function(question.field_type)(
                question, self.get_field_options(question)
            )
            for question in self.questions
        }

    def get_form_class(self) -> type[PatientForm]:
        """A form with these questions."""
        return type(
            "PatientForm",
            (PatientForm,),
            {**self.formfields, "layout": lay_out(self.fields)},
        )

    def get_field_options(self, field) -> dict:
        """Wagtail's options, with errors that say what to do."""
        options = super().get_field_options(field)
        tick = field.field_type in TICK_TYPES
        errors = {
            "required": _("Tick this box to go on.")
            if tick
            else _("Answer this question."),
            "invalid_choice": _("Choose from the answers on this page."),
        }
        return options | {"error_messages": errors, "initial": initial(field)}

    def get_formatted_field_initial(self, field) -> list[str]:
        """The choices that are made beforehand."""
        return initial(field)

    def get_formatted_field_choices(self, field) -> list[tuple[str, str]]:
        """The choices, none of them empty or twice."""
        return [(choice, choice) for choice in split_choices(field.choices)]

    def create_singleline_field(self, field, options):
        """A line of text."""
        widget = forms.TextInput(attrs=autofill(field))
        field_class = FoldedTextField if field.purpose in FOLDED else TextField
        return field_class(
            limit=SHORT_TEXT_MAX_LENGTH,
            tells_limit=asks_for_words(field),
            widget=widget,
            **options,
        )

    def create_multiline_field(self, field, options):
        """A text of at most LONG_TEXT_MAX_LENGTH characters."""
        widget = forms.Textarea(attrs={"rows": 6, **autofill(field)})
        return TextField(
            limit=LONG_TEXT_MAX_LENGTH,
            tells_limit=asks_for_words(field),
            widget=widget,
            **options,
        )

    def create_email_field(self, field, options):
        """An e-mail address that the browser may fill in."""
        attributes = {"autocomplete": "email", "spellcheck": "false"}
        options["error_messages"]["invalid"] = _(
            "Write an e-mail address, for example name@example.com"
        )
        widget = forms.EmailInput(attrs=attributes)
        return EmailField(limit=ADDRESS_MAX_LENGTH, widget=widget, **options)

    def create_telephone_field(self, field, options):
        """A telephone number that the browser may fill in."""
        options["error_messages"]["invalid"] = _(
            "Write a telephone number, for example 01632 960 001"
        )
        widget = forms.TextInput(attrs={"type": "tel", "autocomplete": "tel"})
        return TelephoneField(limit=40, widget=widget, **options)

    def create_url_field(self, field, options):
        """The address of a web page."""
        options["error_messages"]["invalid"] = _(
            "Write the address of a web page, for example https://www.nhs.uk"
        )
        return WebAddressField(limit=URL_MAX_LENGTH, **options)

    def create_number_field(self, field, options):
        """A number, typed: fields of type “number” change when a page is scrolled."""
        example = _("Write a number in digits, for example 7 or 12.5")
        options["error_messages"] |= dict.fromkeys(
            ("invalid", "max_digits", "max_decimal_places", "max_whole_digits"), example
        )
        widget = forms.TextInput(attrs={"inputmode": "decimal"})
        return NumberField(max_digits=15, decimal_places=6, widget=widget, **options)

    def create_date_field(self, field, options):
        """A day, in the browser's own date field."""
        options["error_messages"]["invalid"] = _(
            "Write a date, for example 2026-05-03 for 3 May 2026"
        )
        attributes = {"type": "date", **autofill(field)}
        widget = forms.DateInput(attrs=attributes, format="%Y-%m-%d")
        return DateField(widget=widget, **options)

    def create_datetime_field(self, field, options):
        """A day and a time, in the browser's own field."""
        options["error_messages"]["invalid"] = _(
            "Write a date and a time, for example 2026-05-03 14:05"
        )
        widget = forms.DateTimeInput(
            attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M"
        )
        return DateTimeField(widget=widget, **options)

    def create_dropdown_field(self, field, options):
        """A list to choose from, in which nothing is chosen beforehand."""
        choices = [
            ("", _("Choose an answer")),
            *self.get_formatted_field_choices(field),
        ]
        return forms.ChoiceField(choices=choices, **options)

    def create_consent_field(self, field, options):
        """A box to tick under the notice that it is about, never ticked beforehand."""
        options["initial"] = False
        return ConsentField(notice=field.text, **options)

    def create_rating_field(self, field, options):
        """The scale from very good to very poor, none chosen beforehand."""
        options["initial"] = None
        return RatingField(**options)


def initial(field) -> str | bool | list[str]:
    """What stands in the answer when the form is opened. Any text ticks a box; choices
    are written as they are, or nearly."""
    default = field.default_value.strip()
    if field.field_type in TICK_TYPES:
        return bool(default)
    if field.field_type not in CHOICE_TYPES:
        return default
    wanted = {each.casefold() for each in (default, *split_choices(default))}
    made = [each for each in split_choices(field.choices) if each.casefold() in wanted]
    return made if field.field_type in ("checkboxes", "multiselect") else made[:1]


def autofill(field) -> dict[str, str]:
    """Lets the browser fill in what it knows of the patient (WCAG 1.3.5)."""
    return {"autocomplete": field.purpose} if field.purpose else {}
