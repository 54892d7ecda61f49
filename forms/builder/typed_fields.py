"""Fields for what is typed in a form of its own: numbers, dates, addresses."""

import re

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from submissions.typed_text import fold

from .text_length import KeepsLongText, TextField

THOUSANDS = re.compile(r"[-+]?\d{1,3}(?:(?: \d{3})+|(?:,\d{3})+)(?:\.\d*)?")
EXTENSION = re.compile(r"[ ,]*(?:extension|extn?\.?|x|#) ?(\d{1,6})$", re.IGNORECASE)


class Folded:
    """A field that folds what it is given before it looks at it."""

    def to_python(self, value):
        """As the field's own."""
        return super().to_python(fold(value) if isinstance(value, str) else value)


class FoldedTextField(Folded, TextField):
    """A postcode, a reference, a code."""


class EmailField(Folded, KeepsLongText, forms.EmailField):
    """An e-mail address."""


class WebAddressField(Folded, KeepsLongText, forms.URLField):
    """The address of a web page; without a scheme, https is meant."""

    def __init__(self, **options):
        super().__init__(assume_scheme="https", **options)


class TelephoneField(FoldedTextField):
    """A telephone number, written as people write it: digits, + ( ) - and spaces, with
    an extension or without."""

    def validate(self, value: str) -> None:
        """Raises ValidationError if no telephone has such a number."""
        super().validate(value)
        if not value:
            return
        number = EXTENSION.sub("", value)
        digits = [sign for sign in number if sign in "0123456789"]
        others = set(number) - set("0123456789+()-./ ")
        if others or not 7 <= len(digits) <= 15:
            raise ValidationError(self.error_messages["invalid"], code="invalid")


class NumberField(Folded, forms.DecimalField):
    """A number in digits, in groups of three or without."""

    def to_python(self, value):
        """The number. Raises ValidationError."""
        if isinstance(value, str) and THOUSANDS.fullmatch(fold(value)):
            value = re.sub("[ ,]", "", fold(value))
        return super().to_python(value)


class DateField(Folded, forms.DateField):
    """A day."""


class DateTimeField(Folded, forms.DateTimeField):
    """A day and a time; of one that comes twice, when the clocks go back, the first."""

    default_error_messages = {
        "imaginary": _(
            "The clocks go forward then, so there is no such time. Write one that is "
            "an hour earlier or later."
        )
    }

    def to_python(self, value):
        """The time. Raises ValidationError."""
        try:
            return super().to_python(value)
        except ValidationError as error:
            if error.code != "ambiguous_timezone":
                raise
            typed = error.params["datetime"]
        here = timezone.get_current_timezone()
        first, second = (typed.replace(tzinfo=here, fold=fold) for fold in (0, 1))
        if first.utcoffset() < second.utcoffset():
            raise ValidationError(self.error_messages["imaginary"], code="imaginary")
        return first
