"""The forms that submissions came by, by the key that outlives them."""

from uuid import UUID

from django.utils.translation import gettext as _

from forms.models import FormPage
from submissions.models import Submission


def forms_by_key() -> dict[UUID, str]:
    """The title of each form there is, and of those gone that left submissions; by
    title."""
    # All that the index of forms that are gone holds, in its order: else SQLite would
    # go through every submission.
    gone = (
        Submission.objects.filter(page=None)
        .order_by()
        .values_list("form_slug", "form_title", "form_key")
        .distinct()
    )
    titles = {
        key: _("%(title)s (form removed)") % {"title": title}
        for _slug, title, key in gone
        if key is not None
    }
    # Translations share a key; the original, which stands first in the tree, names it.
    present = FormPage.objects.order_by("-path").values_list("translation_key", "title")
    titles |= dict(present)
    return dict(sorted(titles.items(), key=lambda form: form[1].casefold()))
