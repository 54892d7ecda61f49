"""Whether pages are published and taken down on their day."""

from datetime import timedelta

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from editorial.page_permissions import may_any
from editorial.publication.schedule import last_run

from .panel import DashboardPanel, Found, Row

# Cron may start it once a minute, and a busy machine late.
LATE = timedelta(minutes=10)


class SchedulePanel(DashboardPanel):
    """When the schedule ran last. A warning, above all else, if that is long ago."""

    name = "schedule"
    heading = _("Scheduled publishing")
    title_heading = _("What")
    notes_heading = _("What it means")
    when_heading = _("Last run")

    def __init__(self, user) -> None:
        super().__init__(user)
        self.ran_at = last_run()
        self.is_late = self.ran_at is None or timezone.now() - self.ran_at > LATE
        self.order = 70 if self.is_late else 140

    def is_shown(self) -> bool:
        """To those who publish."""
        return may_any(self.user, "publish")

    def find(self) -> Found:
        """One line. No query."""
        if self.is_late:
            title = _("Not running")
            notes = [
                _("No page is published or taken down at its time."),
                _(
                    "Tell whoever looks after the server that the program "
                    "“send_notifications” must run. Until it does, publish by hand."
                ),
            ]
        else:
            title = _("Last run")
            notes = [_("Pages are published and taken down at their time.")]
        day = "" if self.ran_at else _("Never")
        return Found([Row(title, "", notes, moment=self.ran_at, day=day)], 1)
