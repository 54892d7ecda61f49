"""How much waits at the feedback desk, for the dashboard. Never what is in it."""

from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext_lazy as _

from editorial.dashboard.panel import DashboardPanel, Found, Link, Row
from submissions.models import Submission
from submissions.permissions import VIEW, may_somewhere, rows_for

from .counting import count_text, counts
from .filters import ME, OPEN
from .states import OVERDUE, TO_DO

URGENT, NEW, MINE = "urgent", "new", "mine"


class NewFeedbackPanel(DashboardPanel):
    """What is urgent, overdue, new, and the reader's own. Each line leads to it."""

    name = "new_feedback"
    # Before all else: somebody may be in danger.
    order = 60
    heading = _("Feedback desk")
    title_heading = _("What waits")
    notes_heading = _("How many")
    nothing = ""

    def is_shown(self) -> bool:
        """To those who may read submissions."""
        return may_somewhere(self.user, VIEW)

    def find(self) -> Found:
        """A line for each, in one query."""
        rows = rows_for(self.user, VIEW)
        found = counts(
            {
                URGENT: rows.to_do().filter(needs_attention=True),
                OVERDUE: rows.overdue(),
                NEW: rows.filter(state=Submission.State.NEW),
                MINE: rows.to_do().filter(owner=self.user),
            }
        )
        lines = [
            (URGENT, _("To be read at once"), {"state": TO_DO, "flag": OPEN}),
            (OVERDUE, _("Overdue"), {"state": OVERDUE}),
            (NEW, _("New"), {"state": Submission.State.NEW}),
            (MINE, _("Mine, to do"), {"state": TO_DO, "owner": ME}),
        ]
        return Found(
            [
                Row(
                    title=title,
                    url=desk_url(**query),
                    notes=[count_text(found[name])],
                    is_urgent=name == URGENT and found[name] > 0,
                )
                for name, title, query in lines
            ],
            len(lines),
        )

    def foot(self, more: int) -> Link:
        """To the desk."""
        return Link(_("Everything to do"), desk_url())


def desk_url(**filters: str) -> str:
    """The desk's list, filtered."""
    query = f"?{urlencode(filters)}" if filters else ""
    return reverse("desk_modeladmin_index") + query
