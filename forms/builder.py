"""From an editor's questions to a Django form."""

from django import forms
from django.utils.translation import gettext as _
from wagtail.contrib.forms.forms import BaseForm, FormBuilder

from .models.submission import Rating

LONG_TEXT_MAX_LENGTH = 10_000


class PatientBoundField(forms.BoundField):
    """A question on the page."""

    @property
    def error_target(self) -> str:
        """The id that a link in the error summary leads to: the first option, or
        the field itself."""
        return f"{self.auto_id}_0" if self.use_fieldset else self.id_for_label


class PatientForm(BaseForm):
    """Base of the forms that patients fill in."""

    bound_field_class = PatientBoundField


class ClinicFormBuilder(FormBuilder):
    """Wagtail's builder, with a rating scale, length limits and native date fields."""

    def get_form_class(self) -> type[PatientForm]:
        """A form with these questions."""
        return type("PatientForm", (PatientForm,), self.formfields)

    def get_field_options(self, field) -> dict:
        """Wagtail's options, with an error that says what to do."""
        options = super().get_field_options(field)
        tick = field.field_type == "checkbox"
        required = _("Tick this box to go on.") if tick else _("Answer this question.")
        return options | {"error_messages": {"required": required}}

    def create_multiline_field(self, field, options):
        """A text of at most LONG_TEXT_MAX_LENGTH characters."""
        widget = forms.Textarea(attrs={"rows": 6})
        return forms.CharField(
            max_length=LONG_TEXT_MAX_LENGTH, widget=widget, **options
        )

    def create_date_field(self, field, options):
        """A day, in the browser's own date field."""
        widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
        return forms.DateField(widget=widget, **options)

    def create_email_field(self, field, options):
        """An e-mail address that the browser may fill in."""
        widget = forms.EmailInput(attrs={"autocomplete": "email"})
        return forms.EmailField(widget=widget, **options)

    def create_rating_field(self, field, options):
        """The scale from very good to very poor, none chosen beforehand."""
        options["initial"] = None
        return forms.TypedChoiceField(
            choices=Rating.choices,
            coerce=lambda value: Rating(int(value)),
            empty_value=None,
            widget=forms.RadioSelect,
            **options,
        )
