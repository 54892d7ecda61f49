"""The forms that submissions came by, by the key that outlives them."""

from uuid import UUID

from django.utils.translation import gettext as _

from forms.models import FormPage, Submission


def forms_by_key() -> dict[UUID, str]:
    """The title of each form there is, and of those gone that left submissions; by
    title."""
    # Read without grouping: for groups SQLite would go through all submissions.
    gone = (
        Submission.objects.filter(page=None)
        .exclude(form_key=None)
        .order_by()
        .values_list("form_key", "form_title")
        .distinct()
    )
    titles = {
        key: _("%(title)s (form removed)") % {"title": title}
        for key, title in sorted(gone)
    }
    # Translations share a key; the original, which stands first in the tree, names it.
    present = FormPage.objects.order_by("-path").values_list("translation_key", "title")
    titles |= dict(present)
    return dict(sorted(titles.items(), key=lambda form: form[1].casefold()))
