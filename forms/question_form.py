"""One question in the page editor."""

import re
import secrets

from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.panels import InlinePanel

# What the editor's script makes for a question that was never saved.
NEW_NAME = re.compile(r"q_[0-9a-f]{8,32}")


def new_field_name() -> str:
    """A name for a question's answers that no label, old or new, can collide with."""
    return f"q_{secrets.token_hex(4)}"


class QuestionForm(WagtailAdminModelForm):
    """Gives a new question its name.

    The browser copies one empty form for every question it adds: a name in there
    would be the same for all of them. The editor's script makes one for each, so that
    another question can depend on it before it is saved; else the server does.
    """

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["clean_name"].required = False
        if "__prefix__" in (self.prefix or ""):
            self.initial["clean_name"] = ""
        # The script puts the questions above in here; without it, what is chosen stays.
        chosen = self["shown_if_question"].value() or ""
        self.fields["shown_if_question"].widget.choices = [
            ("", _("Always show it")),
            *([(chosen, chosen)] if chosen else []),
        ]

    def clean_clean_name(self) -> str:
        """The name that the question has, or was given in the browser; or a new one."""
        name = self.cleaned_data["clean_name"]
        if name == self.instance.clean_name or NEW_NAME.fullmatch(name):
            return name
        return new_field_name()

    def get_field_updates_for_resave(self) -> list[tuple[str, str]]:
        """After an autosave the open page learns the name, and keeps it."""
        return [
            *super().get_field_updates_for_resave(),
            (self.add_prefix("clean_name"), self.instance.clean_name),
        ]


class QuestionsPanel(InlinePanel):
    """The list of questions. Wagtail's own panel gives no way to choose the form."""

    def get_form_options(self) -> dict:
        """Wagtail's options, with our form in front of the form they name."""
        options = super().get_form_options()
        formset = options["formsets"][self.relation_name]
        stock = formset.get("form", WagtailAdminModelForm)
        formset["form"] = type("QuestionForm", (QuestionForm, stock), {})
        return options
