"""The questions of a form, and the headings between them."""

from uuid import UUID

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.contrib.forms.models import FORM_FIELD_CHOICES, AbstractFormField

from editorial.rich_text import RichTextField
from forms.builder.answers import split_choices
from forms.question_form import new_field_name
from forms.question_panels import QUESTION_PANELS
from submissions.models.questions_asked import IDENTIFYING_TYPES

SECTION = "section"


class FormField(AbstractFormField):
    """A question, whose answers are kept under `clean_name`, whatever its label; or
    the heading of a section, which asks nothing.

    With `shown_if_question`, the name of an earlier question, it is shown only if
    that was answered with one of `shown_if_answers`: values, one on each line.
    """

    class Purpose(models.TextChoices):
        """What the browser may fill in, as HTML calls it."""

        NAME = "name", _("The patient’s full name")
        ADDRESS = "street-address", _("The patient’s address")
        POSTCODE = "postal-code", _("The patient’s postcode")
        BIRTH_DATE = "bday", _("The patient’s date of birth")

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
            ("telephone", _("Telephone number")),
            ("consent", _("Consent to a notice")),
            (SECTION, _("Section heading (asks nothing)")),
        ],
    )
    field_type.required_on_save = True
    text = RichTextField(_("text"), blank=True, features=["bold", "ol", "ul", "link"])
    purpose = models.CharField(
        _("what the browser may fill in"),
        max_length=16,
        blank=True,
        choices=Purpose,
    )
    makes_complaint = models.BooleanField(
        _("ticking this makes it a complaint"), default=False
    )
    identifies = models.BooleanField(
        _("this says who somebody is"),
        default=False,
        help_text=_(
            "Its answers are left out of exports without identity. Tick it for names, "
            "numbers of patients and the like. Questions for an e-mail address or a "
            "telephone number, and those that the browser may fill in, are left out "
            "anyway."
        ),
    )
    shown_if_question = models.CharField(
        _("show only if this question"), max_length=255, blank=True
    )
    shown_if_answers = models.TextField(_("is answered with"), blank=True)

    panels = QUESTION_PANELS

    @property
    def says_who(self) -> bool:
        """Whether its answers say who somebody is."""
        return bool(
            self.identifies or self.purpose or self.field_type in IDENTIFYING_TYPES
        )

    @property
    def is_question(self) -> bool:
        """Whether patients answer it."""
        return self.field_type != SECTION

    @classmethod
    def offered_choices(cls) -> dict[tuple[UUID, str], list[str]]:
        """By form and question, the choices of those questions of which patients may
        choose several."""
        fields = cls.objects.filter(field_type__in=("checkboxes", "multiselect"))
        stored = fields.values_list("page__translation_key", "clean_name", "choices")
        return {(key, name): split_choices(choices) for key, name, choices in stored}

    def get_field_clean_name(self) -> str:
        """The question's own name, not one made from the label."""
        return new_field_name()
