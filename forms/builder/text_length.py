"""Texts that are too long are kept, and their writers told by how much."""

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import MaxLengthValidator
from django.utils.translation import ngettext


class TextLimit:
    """Refuses a text of more than `limit` characters."""

    def __init__(self, limit: int):
        self.limit = limit

    def __call__(self, text: str) -> None:
        """Raises ValidationError, which says how many characters are too many."""
        excess = len(text) - self.limit
        if excess > 0:
            raise ValidationError(
                ngettext(
                    "Your answer is too long. Remove at least %(count)d character.",
                    "Your answer is too long. Remove at least %(count)d characters.",
                    excess,
                )
                % {"count": excess},
                code="max_length",
            )


class KeepsLongText:
    """A text field without `maxlength`: browsers cut a text off there, unasked. With
    `tells_limit`, the limit stands below the field."""

    def __init__(self, *, limit: int, tells_limit: bool = False, **options):
        super().__init__(**options)
        self.told_limit = limit if tells_limit else None
        others = [
            validator
            for validator in self.validators
            if not isinstance(validator, MaxLengthValidator)
        ]
        self.validators = [*others, TextLimit(limit)]

    def widget_attrs(self, widget: forms.Widget) -> dict:
        """The field's attributes, without limits."""
        attributes = super().widget_attrs(widget)
        attributes.pop("maxlength", None)
        return attributes


class TextField(KeepsLongText, forms.CharField):
    """Words of the patient's own, with `\n` for each line break: browsers send `\r\n`,
    and a workbook would show it as `_x000D_`."""

    def to_python(self, value: str | None) -> str:
        return super().to_python(value).replace("\r\n", "\n")
