"""The editor's form of a form page."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from wagtail.contrib.forms.forms import WagtailAdminFormPageForm

from editorial.forms import ReservedSlugMixin
from editorial.publication.form import PublicationFormMixin
from editorial.rich_text import plain_text
from editorial.sign_off.page_form import ReviewFormMixin
from forms.question_checks import find_problems
from forms.question_form import QuestionForm, new_field_name


class FormPageForm(
    PublicationFormMixin, ReviewFormMixin, ReservedSlugMixin, WagtailAdminFormPageForm
):
    """Asks for what the questions need. Drafts may be incomplete."""

    def clean(self) -> dict:
        """The page's data. What is wrong is said beside each question's field."""
        self.tell_apart()
        cleaned_data = super().clean()
        if not self.is_deferred_validation:
            forms = self.question_forms()
            problems = find_problems([form.instance for form in forms])
            for position, field, message in problems:
                if field not in forms[position].errors:
                    forms[position].add_error(field, message)
            if not plain_text(cleaned_data.get("thank_you_text") or ""):
                self.add_error(
                    "thank_you_text",
                    ValidationError(_("Tell patients what happens next, and when.")),
                )
        return cleaned_data

    def question_forms(self) -> list[QuestionForm]:
        """The forms of the questions that stay, in the order chosen."""
        formset = self.formsets.get("form_fields")
        forms = formset.forms if formset else []
        for form in forms:
            form.is_valid()
        staying = [form for form in forms if not form.cleaned_data.get("DELETE")]
        return sorted(staying, key=lambda form: form.cleaned_data.get("ORDER") or 0)

    def tell_apart(self) -> None:
        """Give a question another name if one before it has the same."""
        names: set[str] = set()
        for form in self.question_forms():
            if form.instance.clean_name in names:
                name = new_field_name()
                form.instance.clean_name = form.cleaned_data["clean_name"] = name
            names.add(form.instance.clean_name)
