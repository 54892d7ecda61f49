"""What an editor fills in for each question, and what is said beside it."""

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel

# Goes through the editing screen unseen, so that a question keeps its name from the
# first draft on.
NAME_PANEL = FieldPanel("clean_name", widget=forms.HiddenInput, classname="w-hidden")

QUESTION_PANELS = [
    FieldPanel(
        "label",
        heading=_("Question or heading"),
        help_text=_(
            "What patients read first: the question, the words beside a box to tick, "
            "or the section’s heading. You can change it later; answers already sent "
            "keep the words that were asked."
        ),
    ),
    FieldPanel(
        "field_type",
        classname="formbuilder-type",
        required_on_save=True,
        help_text=_("How patients answer."),
    ),
    FieldPanel(
        "help_text",
        heading=_("Hint"),
        help_text=_("Shown to patients below the question, in smaller words."),
    ),
    FieldPanel(
        "text",
        help_text=_(
            "Consent: what patients agree to, shown above the box. Each change makes "
            "a new version by itself, and every answer keeps the text that was shown. "
            "Section heading: shown below the heading."
        ),
    ),
    FieldPanel(
        "choices",
        heading=_("Answers to choose from"),
        classname="formbuilder-choices",
        help_text=_("One on each line, as patients will read them."),
    ),
    FieldPanel(
        "required",
        heading=_("Must be answered"),
        help_text=_(
            "Questions without this are marked “(optional)”. Ask for as little as you "
            "need."
        ),
    ),
    FieldPanel(
        "purpose",
        help_text=_(
            "Patients need not type what their phone or computer knows. Only for "
            "facts about the patient. E-mail and telephone questions have it anyway."
        ),
    ),
    FieldPanel("identifies"),
    FieldPanel(
        "default_value",
        heading=_("Filled in beforehand"),
        classname="formbuilder-default",
        help_text=_(
            "Stands in the answer when patients open the form. Usually best left empty."
        ),
    ),
    FieldPanel(
        "makes_complaint",
        help_text=_(
            "For a box such as “Treat this as a complaint”. If a patient ticks it, "
            "staff find what was sent among the complaints, with the time limits of "
            "a complaint. A poor rating alone never does that."
        ),
    ),
    FieldPanel(
        "shown_if_question",
        widget=forms.Select,
        help_text=_(
            "Patients are asked this only if they answered that question so. It must "
            "stand above. A section takes all questions up to the next heading with it."
        ),
    ),
    FieldPanel("shown_if_answers", widget=forms.Textarea(attrs={"rows": 3})),
    NAME_PANEL,
]
