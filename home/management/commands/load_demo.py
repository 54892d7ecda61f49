"""`manage.py load_demo`: a small invented clinic to look at."""

from django.core.management import BaseCommand, CommandError

from home.demo.accounts import ACCOUNTS_FILE
from home.demo.loading import load_demo
from home.demo.page_tree import DemoConflictError


class Command(BaseCommand):
    """Add the demo clinic, or what is missing of it."""

    help = (
        "Adds the demo clinic: pages, pictures, people, accounts, reviews and "
        "submissions. What is there already stays as it is."
    )

    def handle(self, *args, **options):
        """Load, and say what was added. Raises CommandError if a page is in the way."""
        try:
            added = load_demo()
        except DemoConflictError as conflict:
            raise CommandError(str(conflict)) from conflict
        if options["verbosity"] == 0:
            return
        parts = [f"{count} {kind}" for kind, count in added.items() if count]
        if parts:
            self.stdout.write(f"Added to the demo clinic: {', '.join(parts)}.")
        else:
            self.stdout.write("The demo clinic was there already. Nothing was changed.")
        if added["accounts"]:
            self.stdout.write(f"The accounts’ passwords are in {ACCOUNTS_FILE}.")
