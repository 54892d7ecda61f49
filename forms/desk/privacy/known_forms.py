"""The forms that a rule or a hold can be for, by the key that outlives them."""

from django.db.models import Max

from forms.models import FormPage, Submission


def forms_by_key() -> dict[str, str]:
    """Key, as text, and title of each form there is, and of those that left
    submissions; by title."""
    left = (
        Submission.objects.exclude(form_key=None)
        .order_by()
        .values_list("form_key")
        .annotate(title=Max("form_title"))
    )
    present = FormPage.objects.order_by("-path").values_list("translation_key", "title")
    titles = {str(key): title for key, title in (*left, *present)}
    return dict(sorted(titles.items(), key=lambda item: item[1].casefold()))
