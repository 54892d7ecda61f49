"""A list of hundreds to choose from."""

from django import forms
from django.forms.utils import flatatt
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

SELECTED = flatatt({"selected": True})


class LongSelect(forms.Select):
    """A `<select>` drawn at once: Django fills in a template for each option, which for
    three hundred pages takes longer than all else on the screen."""

    def render(self, name, value, attrs=None, renderer=None) -> SafeString:
        """The list, with what was chosen marked."""
        chosen = self.format_value(value)
        options = format_html_join(
            "\n",
            '<option value="{}"{}>{}</option>',
            (
                (key, SELECTED if str(key) in chosen else "", label)
                for key, label in self.choices
            ),
        )
        attributes = flatatt({"name": name, **self.build_attrs(self.attrs, attrs)})
        return format_html("<select{}>{}</select>", attributes, options)
