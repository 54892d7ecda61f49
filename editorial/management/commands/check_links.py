"""`manage.py check_links`: do the links to other websites lead anywhere?"""

from django.conf import settings
from django.core.management import BaseCommand, CommandError

from editorial.links.checking import check_links
from editorial.links.visit import Visitor


class Command(BaseCommand):
    """Visit addresses that live pages link to. Safe to run daily, and to stop."""

    help = (
        "Visits the addresses on other websites that public pages link to, one at a "
        "time, and notes which fail. The report “Links” in the admin shows those that "
        "failed on two days. Run it daily."
    )

    def add_arguments(self, parser):
        """How long a run may be."""
        parser.add_argument(
            "--limit", type=int, default=500, help="Visit at most so many. Default: 500"
        )
        parser.add_argument(
            "--minutes",
            type=float,
            default=30,
            help="Begin no visit after so many minutes. Default: 30",
        )

    def handle(self, *args, **options):
        """Check, and say what came of it. Raises CommandError without a network."""
        visitor = Visitor(user_agent=f"Clinicsite link check (+{settings.SITE_URL}/)")
        run = check_links(visitor, options["limit"], options["minutes"] * 60)
        if not run.is_online:
            raise CommandError(
                "No website answered, so this server seems to have no way to the "
                "internet. Nothing was noted; no link counts as broken for it."
            )
        if options["verbosity"]:
            self.stdout.write(
                f"Checked {run.checked} links, {run.failing} failing; "
                f"{run.left} left for the next run."
            )
            if run.too_long:
                self.stdout.write(
                    f"{run.too_long} addresses are too long to be checked."
                )
