"""The questions of a form."""

from django import forms
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel
from wagtail.contrib.forms.models import FORM_FIELD_CHOICES, AbstractFormField

from forms.question_form import new_field_name


class FormField(AbstractFormField):
    """A question. Its answers are kept under `clean_name`, whatever its label."""

    page = ParentalKey(
        "forms.FormPage", on_delete=models.CASCADE, related_name="form_fields"
    )
    clean_name = models.CharField(
        _("name"), max_length=255, default=new_field_name, editable=True
    )
    field_type = models.CharField(
        _("type"),
        max_length=16,
        choices=[
            ("rating", _("Rating from very good to very poor")),
            *(choice for choice in FORM_FIELD_CHOICES if choice[0] != "hidden"),
        ],
    )
    field_type.required_on_save = True

    panels = [
        *AbstractFormField.panels,
        # Goes through the editing screen unseen, so that a question keeps its
        # name from the first draft on.
        FieldPanel("clean_name", widget=forms.HiddenInput, classname="w-hidden"),
    ]

    def get_field_clean_name(self) -> str:
        """The question's own name, not one made from the label."""
        return new_field_name()
