"""Sends the e-mails about what patients sent."""

from django.core.management import BaseCommand, CommandError
from django.utils import timezone

from desk.export_making.worker import ExportWorker
from desk.worker import MailWorker
from submissions.models import Notification
from submissions.notifying.sweeping import try_given_up_again

PAUSE = 5


class Command(BaseCommand):
    """Send what waits: until stopped, or once."""

    help = (
        "Send the e-mails about feedback that wait in the database, and make the long "
        "exports that staff asked for. Runs until it is "
        "stopped (Ctrl+C, SIGTERM), or with --once until nothing is due."
    )

    def add_arguments(self, parser):
        """The choice of how long to run, and what with."""
        parser.add_argument(
            "--once", action="store_true", help="Send what is due, then end."
        )
        parser.add_argument(
            "--retry-given-up",
            action="store_true",
            help="Begin anew with e-mails that were given up.",
        )

    def handle(self, *, once, retry_given_up, verbosity, **options):
        """Send. Raises CommandError if, with --once, something could not be sent."""
        if retry_given_up:
            count = try_given_up_again(timezone.now())
            self.stdout.write(f"E-mails to begin anew with: {count}")
        worker = MailWorker()
        if not once:
            worker.run(PAUSE)
            return
        worker.run_once()
        ExportWorker().run_once()
        failed = Notification.objects.unsent().exclude(last_error="").count()
        if failed:
            raise CommandError(
                f"E-mails that could not be sent, and will be tried again: {failed}"
            )
        if verbosity > 1:
            self.stdout.write("Nothing is left to send.")
