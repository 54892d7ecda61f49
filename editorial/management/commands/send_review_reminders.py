"""`manage.py send_review_reminders`: tell staff which reviews are due."""

from django.contrib.auth.models import Group
from django.core.management import BaseCommand, CommandError

from editorial.review_reminders import send_reminders


class Command(BaseCommand):
    """Mail the owner of each page and the reviewers, once. Safe to run daily."""

    help = (
        "Mails the owner of a page and the reviewers when its next clinical review is "
        "due within 60 days, and again when it is overdue; never twice for the same. "
        "Run it daily."
    )

    def add_arguments(self, parser):
        """Who the reviewers are."""
        parser.add_argument(
            "--group",
            default="Clinical reviewers",
            help="The group that reviews pages. Default: Clinical reviewers",
        )

    def handle(self, *args, **options):
        """Send, and say how many. Raises CommandError if any could not be sent."""
        group = options["group"]
        if not Group.objects.filter(name=group).exists():
            raise CommandError(
                f"There is no group “{group}”. Name the reviewers' group with --group."
            )
        sent, failed = send_reminders(group)
        if options["verbosity"]:
            self.stdout.write(f"Sent {sent} reminders.")
        if failed:
            raise CommandError(
                f"{len(failed)} could not be sent, and will be tried again next time: "
                f"{', '.join(failed)}. Check the mail server, and that owners or "
                "reviewers have an e-mail address."
            )
