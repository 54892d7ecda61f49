"""How much new feedback waits, for the dashboard. Never what is in it."""

from django.db.models import Count, Max
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from editorial.dashboard.panel import DashboardPanel, Found, Link, Row
from forms.models import Submission

from .access import VIEW, may_somewhere, rows_for

# The most pressing first: there are days by which these must be answered.
ORDER = [
    Submission.Kind.COMPLAINT,
    Submission.Kind.DATA_REQUEST,
    Submission.Kind.ENQUIRY,
    Submission.Kind.FEEDBACK,
]


class NewFeedbackPanel(DashboardPanel):
    """New submissions by kind. Each line leads to them at the desk."""

    name = "new_feedback"
    order = 90
    heading = _("New feedback")
    title_heading = _("Kind")
    notes_heading = _("How many")
    when_heading = _("Newest")
    nothing = _("Nothing new. What patients send arrives at the feedback desk.")

    def is_shown(self) -> bool:
        """To those who may read submissions."""
        return may_somewhere(self.user, VIEW)

    def find(self) -> Found:
        """A line for each kind of which something new came, in one query."""
        new = rows_for(self.user, VIEW).filter(state=Submission.State.NEW)
        counts = {
            kind: (count, newest)
            for kind, count, newest in new.order_by()
            .values_list("kind")
            .annotate(count=Count("pk"), newest=Max("submit_time"))
        }
        rows = [
            Row(
                title=kind.label,
                url=desk_url(kind=kind, state=Submission.State.NEW),
                notes=[
                    ngettext("%(count)d new", "%(count)d new", counts[kind][0])
                    % {"count": counts[kind][0]}
                ],
                moment=counts[kind][1],
            )
            for kind in ORDER
            if kind in counts
        ]
        return Found(rows, len(rows))

    def foot(self, more: int) -> Link:
        """To the desk."""
        return Link(_("All submissions"), desk_url())


def desk_url(**filters: str) -> str:
    """The desk's list, filtered."""
    query = f"?{urlencode(filters)}" if filters else ""
    return reverse("desk_modeladmin_index") + query
