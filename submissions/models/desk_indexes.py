"""The indexes of submissions: one for each order of the desk's list.

Each goes on with what the list can be filtered by, so that finding a page of the list
reads no row: rows hold patients' answers, and are long.
"""

from django.db.models import Index, Q

NEWEST = ["-submit_time", "-id"]
FILTERED_BY = [
    "state",
    "page",
    "form_key",
    "about_page",
    "kind",
    "rating",
    "owner",
    "is_verified",
    "needs_attention",
]


def others(name: str) -> list[str]:
    """What the list can be filtered by, but this."""
    return [each for each in FILTERED_BY if each != name]


DESK_INDEXES = [
    Index(fields=[*NEWEST, *FILTERED_BY], name="submission_newest"),
    Index(fields=["state", *NEWEST, *others("state")], name="submission_state"),
    # What is to do: few, so that any order of them is quick.
    Index(
        fields=["due_at", *NEWEST, *FILTERED_BY],
        condition=Q(is_open=True),
        name="submission_open",
    ),
    Index(
        fields=[*NEWEST, *FILTERED_BY, "flags"],
        condition=Q(is_flagged=True),
        name="submission_flagged",
    ),
    Index(
        fields=[*NEWEST, *others("is_verified")],
        condition=Q(is_verified=True),
        name="submission_verified",
    ),
    Index(fields=["rating", *NEWEST, *others("rating")], name="submission_rating"),
    Index(fields=["about_page", *NEWEST, "state"], name="submission_about"),
    Index(fields=["kind", *NEWEST, *others("kind")], name="submission_kind"),
    Index(fields=["owner", *NEWEST, "state"], name="submission_owner"),
    # Near duplicates.
    Index(fields=["page", "-submit_time"], name="submission_form_newest"),
    # For those who may see some forms only, and for the filters' choices.
    Index(fields=["form_key", "state", *NEWEST], name="submission_form_state"),
    Index(
        fields=["form_key", "about_page", "about_title"], name="submission_form_about"
    ),
    Index(fields=["form_key", "owner"], name="submission_form_owner"),
    # Forms and pages that are gone.
    Index(
        fields=["form_slug", "form_title", "form_key"],
        condition=Q(page=None),
        name="submission_form_gone",
    ),
    Index(
        # With the page that is not there, so that no other index looks better.
        fields=["about_page", "about_title"],
        condition=Q(about_page=None),
        name="submission_about_gone",
    ),
]
