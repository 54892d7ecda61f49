"""Forgets what was kept long enough."""

from django.core.management import BaseCommand
from django.utils import timezone

from submissions.privacy.retention import apply_rules, dry_runs
from submissions.privacy.scrubbing import scrub

COMMAND_LINE = "Command line"


class Command(BaseCommand):
    """Apply the confirmed retention rules, or say what they would do."""

    help = (
        "Erase what was kept as long as the confirmed retention rules say. The worker "
        "does it once a day by itself."
    )

    def add_arguments(self, parser):
        """The choice of only looking."""
        parser.add_argument(
            "--dry-run", action="store_true", help="Say what is due; change nothing."
        )

    def handle(self, *, dry_run, **options):
        """Look, or erase."""
        if dry_run:
            for run in dry_runs(timezone.now()):
                self.describe(run)
            return
        outcome = apply_rules(timezone.now(), COMMAND_LINE)
        self.stdout.write(
            f"Erased: {outcome.erased}. Kept back by a legal hold: {outcome.kept_back}."
        )
        if not scrub():
            self.stdout.write("The database was busy: the worker empties its log.")

    def describe(self, run):
        """One rule: what it would erase, and what stays."""
        confirmed = "" if run.rule.confirmed_at else " (not confirmed: does nothing)"
        self.stdout.write(f"{run.rule}{confirmed}")
        for line in run.lines:
            self.stdout.write(
                f"  {line.form_title}, {line.kind}: {line.count}, "
                f"the oldest of {line.oldest:%Y-%m-%d}"
            )
        self.stdout.write(
            f"  Kept back by a legal hold: {run.kept_back}. "
            f"Still open, so kept: {run.still_open}."
        )
