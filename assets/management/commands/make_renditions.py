"""`manage.py make_renditions`: all pictures at all sizes that the public site shows."""

from django.core.management import BaseCommand

from assets.picture_uses import make_missing_pictures


class Command(BaseCommand):
    """Make what is missing, so that no visitor waits for it."""

    help = (
        "Cuts the pictures of all public pages to the sizes at which they are shown. "
        "Only what is missing is made. Publishing does the same for one page; run this "
        "after a restore, a move, or a change of the sizes."
    )

    def handle(self, *args, **options):
        """Make, and say how much was made."""
        made = make_missing_pictures()
        if options["verbosity"]:
            self.stdout.write(f"Made {made} picture files.")
