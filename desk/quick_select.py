"""A list to choose one from."""

from html import escape

from django import forms
from django.forms.utils import flatatt
from django.utils.html import format_html
from django.utils.safestring import SafeString

SELECTED = flatatt({"selected": True})


class QuickSelect(forms.Select):
    """A `<select>` of single options. Django fills in a template for each, which for
    the desk's three hundred takes longer than all else on the screen."""

    def render(self, name, value, attrs=None, renderer=None) -> SafeString:
        """The list, with what was chosen marked."""
        chosen = self.format_value(value)
        options = "\n".join(
            f'<option value="{escape(key)}"{SELECTED if key in chosen else ""}>'
            f"{escape(str(label))}</option>"
            for key, label in ((str(key), label) for key, label in self.choices)
        )
        attributes = flatatt({"name": name, **self.build_attrs(self.attrs, attrs)})
        # Each option's key and label were escaped above.
        return format_html("<select{}>{}</select>", attributes, SafeString(options))
