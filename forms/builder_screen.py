"""The script that helps editors build a form."""

from django.templatetags.static import static
from django.utils.html import format_html, json_script
from django.utils.translation import gettext as _
from wagtail import hooks

from forms.builder.answers import (
    CHOICE_TYPES,
    NOT_TICKED,
    TICK_TYPES,
    TICKED,
)
from submissions.models import Rating

# The fields of a question that only some types have.
OWN_FIELDS = {
    "choices": sorted(CHOICE_TYPES),
    "text": ["consent", "section"],
    "makes_complaint": ["checkbox"],
    "purpose": ["date", "multiline", "singleline"],
}
# The fields that some types do not have.
MISSING_FIELDS = {
    "required": ["section"],
    "help_text": ["section"],
    "default_value": ["consent", "date", "datetime", "rating", "section"],
}


def builder_facts() -> dict:
    """What the script must know of the types of questions."""
    ticks = [[TICKED, _("Ticked")], [NOT_TICKED, _("Not ticked")]]
    ratings = [[str(value), str(label)] for value, label in Rating.choices]
    return {
        "ownFields": OWN_FIELDS,
        "missingFields": MISSING_FIELDS,
        "answers": {"rating": ratings} | dict.fromkeys(sorted(TICK_TYPES), ticks),
        "always": _("Always show it"),
        "gone": _("(a question that is gone or stands below)"),
    }


@hooks.register("insert_editor_js")
def builder_script() -> str:
    """The script and its facts, on the editing screens of pages."""
    return format_html(
        '{}<link rel="stylesheet" href="{}"><script type="module" src="{}"></script>',
        json_script(builder_facts(), "form-builder-facts"),
        static("forms/form-builder.css"),
        static("forms/form-builder.js"),
    )
