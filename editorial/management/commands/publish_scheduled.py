"""Wagtail's command of this name, which goes on where a page cannot be published."""

from wagtail.management.commands import publish_scheduled

from editorial.publication.schedule import publish_due_revisions


class Command(publish_scheduled.Command):
    """Publishes what is due and takes down what has expired."""

    help = "Publish pages that are due and take down those that have expired."

    def handle(self, *args, **options) -> None:
        """Publish first: whatever is still due then is Wagtail's to report."""
        if not options["dryrun"]:
            publish_due_revisions()
        super().handle(*args, **options)
