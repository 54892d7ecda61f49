"""What there is to filter by: forms, pages and owners. Each is asked of the few that
there are whether it has a submission; a million submissions are never read for it.

`form_keys` are those of the forms that somebody may see; without, all.
"""

from collections.abc import Collection
from typing import Any
from uuid import UUID

from django.contrib.auth import get_user_model
from django.db.models import Exists, Max, OuterRef, Q, QuerySet
from django.utils.translation import gettext
from wagtail.models import Page

from forms.models import FormPage
from submissions.models import Submission
from submissions.permissions import VIEW, for_all_forms, granted_forms

GONE = "gone:"
FormKeys = Collection[UUID] | None


def forms_in_sight(user: Any) -> FormKeys:
    """The keys of the forms whose submissions this user may see; None if all."""
    if user is None or for_all_forms(user, VIEW):
        return None
    return granted_forms(user, VIEW)


def submissions_of(form_keys: FormKeys) -> QuerySet:
    """The submissions of these forms."""
    rows = Submission.objects.order_by()
    return rows if form_keys is None else rows.filter(form_key__in=form_keys)


def known_forms(form_keys: FormKeys = None) -> dict[str, str]:
    """Slug and title of each form there is, and of those gone that left submissions."""
    gone = (
        submissions_of(form_keys)
        .filter(page=None)
        .values_list("form_slug")
        .annotate(title=Max("form_title"))
    )
    # A form and its translations share a slug; the original, which stands first in
    # the tree, gives the name.
    present = FormPage.objects.order_by("-path").values_list("slug", "title")
    if form_keys is not None:
        present = present.filter(translation_key__in=form_keys)
    return dict(sorted({**dict(gone), **dict(present)}.items()))


def sent_with_form(slug: str) -> Q:
    """Submissions of the form with this slug, under whatever slug they were sent;
    if the form is gone, those that left this slug behind."""
    pages = list(FormPage.objects.filter(slug=slug).values_list("pk", flat=True))
    left_behind = Q(page=None, form_slug=slug)
    if not pages:
        return left_behind
    if Submission.objects.filter(left_behind).exists():
        return Q(page__in=pages) | left_behind
    return Q(page__in=pages)


def pages_written_about(form_keys: FormKeys = None) -> list[tuple[str, str]]:
    """The pages that submissions are about, as choices."""
    rows = submissions_of(form_keys)
    present = Page.objects.filter(
        Exists(rows.filter(about_page=OuterRef("pk")))
    ).values_list("pk", "title")
    gone = (
        # “After nothing” where “not nothing” would do: an index knows what comes after.
        rows.filter(about_page=None, about_title__gt="")
        .values_list("about_title", flat=True)
        .distinct()
    )
    choices = [(str(pk), title) for pk, title in present]
    choices += [
        (f"{GONE}{title}", gettext("%(title)s (page removed)") % {"title": title})
        for title in gone
    ]
    return sorted(choices, key=lambda choice: choice[1].casefold())


def owners(form_keys: FormKeys = None) -> list[tuple[str, str]]:
    """Those of the staff who own a submission, as choices."""
    rows = submissions_of(form_keys)
    owning = get_user_model().objects.filter(Exists(rows.filter(owner=OuterRef("pk"))))
    named = [(str(user.pk), staff_name(user)) for user in owning]
    return sorted(named, key=lambda choice: choice[1].casefold())


def staff_name(user: Any) -> str:
    """How staff know each other."""
    return user.get_full_name() or user.get_username()
