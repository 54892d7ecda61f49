"""`manage.py make_scale_data`: invented submissions in great numbers."""

from datetime import date

from django.core.management import BaseCommand, CommandError
from django.utils import timezone

from home.scale.loading import load, real_submissions_exist

WIDTH = 30


class Command(BaseCommand):
    """Fill a site for trying things out."""

    help = (
        "Adds invented submissions, to see how the desk bears many. For a copy of "
        "the site, never for the clinic's own: it refuses where patients have sent "
        "anything."
    )

    def add_arguments(self, parser) -> None:
        """How many, and from what seed."""
        parser.add_argument("--submissions", type=int, required=True, metavar="NUMBER")
        parser.add_argument(
            "--articles",
            type=int,
            default=30,
            metavar="NUMBER",
            help="how many articles they are about; missing ones are made (30)",
        )
        parser.add_argument(
            "--seed", type=int, default=1, help="the same seed makes the same rows (1)"
        )
        parser.add_argument(
            "--until",
            type=date.fromisoformat,
            help="the day before which they end, like 2026-05-03 (today)",
        )
        parser.add_argument(
            "--really",
            action="store_true",
            help="also where patients have sent something",
        )

    def handle(self, *args, **options) -> None:
        """Make them. Raises CommandError where it must not."""
        count = options["submissions"]
        if count < 1 or options["articles"] < 0:
            raise CommandError("Give a number of submissions from 1 on.")
        if not options["really"] and real_submissions_exist():
            raise CommandError(
                "This site holds what patients sent. Invented submissions would stand "
                "among it. Use a copy of the site, or say --really."
            )

        def progress(done: int) -> None:
            if options["verbosity"] and self.stdout.isatty():
                filled = WIDTH * done // count
                bar = "#" * filled + "." * (WIDTH - filled)
                self.stdout.write(f"\r[{bar}] {done:,} of {count:,}", ending="")
                self.stdout.flush()

        until = options["until"] or timezone.localdate()
        load(count, options["seed"], options["articles"], until, progress)
        if options["verbosity"]:
            start = "\n" if self.stdout.isatty() else ""
            self.stdout.write(f"{start}Added {count:,} invented submissions.")
