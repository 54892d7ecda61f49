"""The form in which editors upload pictures."""

from django.db import transaction
from django.utils.translation import gettext_lazy as _
from wagtail.images.forms import BaseImageForm

from .fields import PictureFormField

HELP_TEXTS = {
    "title": _("What editors will find the picture by. Patients do not see it."),
    "description": _(
        "The alternative text: say what the picture tells to somebody who "
        "cannot see it. Leave empty if it only decorates."
    ),
    "tags": _("Words that help to find the picture again."),
}


class PictureForm(BaseImageForm):
    """Wagtail's image form with a safe file field and help for editors.

    Named in WAGTAILIMAGES_IMAGE_FORM_BASE, so that every way to upload uses it.
    """

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        # Wagtail chooses the field's class by its name and asks nobody.
        if stock := self.fields.get("file"):
            self.fields["file"] = PictureFormField(
                label=stock.label, required=stock.required, widget=stock.widget
            )
        for name, help_text in HELP_TEXTS.items():
            if name in self.fields:
                self.fields[name].help_text = help_text
        if "description" in self.fields:
            self.fields["description"].label = _("Description (alternative text)")

    @transaction.atomic
    def save(self, commit=True):
        """Save the image. Wagtail takes away what was cut from an old file after that;
        in one transaction, new sizes are made after both.
        """
        return super().save(commit)
