"""Wagtail's command of this name, by way of the rules of publication."""

from wagtail.management.commands import publish_scheduled

from editorial.publication.schedule import run_schedule


class Command(publish_scheduled.Command):
    """Publishes what is due and takes down what has expired."""

    help = (
        "Publish pages that are due and take down those that have expired. The worker "
        "(send_notifications) does it by itself."
    )

    def handle(self, *args, **options) -> None:
        """Run the schedule; or say what it would do, as Wagtail has it."""
        if options["dryrun"]:
            super().handle(*args, **options)
        else:
            run_schedule()
