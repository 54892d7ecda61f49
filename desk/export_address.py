"""The address of the screen on which an export is chosen."""

from django.http import QueryDict
from django.urls import reverse

NOT_FILTERS = ("export", "p")


def export_address(listed: QueryDict) -> str:
    """For what the list shows at these parameters, in its order."""
    query = listed.copy()
    for name in NOT_FILTERS:
        query.pop(name, None)
    return reverse("forms_export") + (f"?{query.urlencode()}" if query else "")
