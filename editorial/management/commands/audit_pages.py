"""Read public pages that were published before audits were kept."""

from django.core.management import BaseCommand, CommandError

from editorial.content_audit import (
    audit_pages,
    can_draw_pages,
    live_pages,
    pages_to_audit,
)


class Command(BaseCommand):
    """Read what the dashboard says of public pages: reading age, links, pictures."""

    help = (
        "Read the public pages that were not read since they were published, for the "
        "dashboard. Publishing does it by itself; this is for what was there before."
    )

    def add_arguments(self, parser) -> None:
        """Take --all."""
        parser.add_argument(
            "--all",
            action="store_true",
            help="Read all public pages again, as after an update of this software.",
        )

    def handle(self, *args, **options) -> None:
        """Read them, and say how many there were.

        Raises CommandError if pages cannot be drawn.
        """
        if not can_draw_pages():
            raise CommandError("Run `manage.py collectstatic` first.")
        pages = live_pages() if options["all"] else pages_to_audit()
        number = audit_pages(pages)
        if options["verbosity"] > 0:
            self.stdout.write(f"Pages read: {number}.")
