"""Puts the due dates of all open submissions right."""

from django.core.management.base import BaseCommand

from submissions.casework.due_dates import set_all_due
from submissions.models import DeskSettings


class Command(BaseCommand):
    """Needed once after an update from a version without clocks, and every new year in
    which the government names a further bank holiday."""

    help = "Puts the due dates of all open submissions right."

    def handle(self, *args, **options) -> None:
        """Say how many changed."""
        changed = set_all_due(DeskSettings.load())
        self.stdout.write(f"Due dates changed: {changed}")
