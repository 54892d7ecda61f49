"""Writes down what is held about a person who asks for it."""

import os
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from submissions.management.asking import find
from submissions.privacy.subject_access import as_json, as_page, log_access, report

COMMAND_LINE = "Command line"


class Command(BaseCommand):
    """What is held, by e-mail address or by reference, as JSON or as a page."""

    help = (
        "Write what is held about a person into a file: JSON, or a page to read if "
        "the name ends in .html."
    )

    def add_arguments(self, parser):
        """Whose, and where to."""
        who = parser.add_mutually_exclusive_group(required=True)
        who.add_argument("--reference", help="the submission with this reference")
        who.add_argument(
            "--email-from-stdin", action="store_true", help="ask for an address"
        )
        parser.add_argument(
            "--output",
            required=True,
            metavar="FILE",
            help="a new file, readable by its owner only",
        )
        parser.add_argument(
            "--internal", action="store_true", help="with staff's internal notes"
        )

    def handle(self, *, reference, output, internal, **options):
        """Find and write. Raises CommandError, in plain words, if that cannot be."""
        found = find(reference, self.stdout)
        if not found.certain:
            raise CommandError(
                "Nobody gave this address in answer to a question. It stands elsewhere "
                "in the words of: "
                + ", ".join(each.reference for each in found.to_look_at)
            )
        held = report(found.certain, with_internal=internal)
        text = as_page(held) if output.endswith(".html") else as_json(held)
        try:
            # Patients' words: for nobody else on this machine.
            flags = os.O_CREAT | os.O_EXCL | os.O_WRONLY
            with open(os.open(output, flags, mode=0o600), "w") as file:
                log_access(len(found.certain), COMMAND_LINE, internal=internal)
                file.write(text)
        except OSError as error:
            raise CommandError(
                f"Cannot write {Path(output)}: {error.strerror}."
            ) from None
        self.stdout.write(f"Submissions: {len(found.certain)}.")
        if found.to_look_at:
            named = ", ".join(each.reference for each in found.to_look_at)
            self.stdout.write(f"Not in the file, to be read one by one: {named}.")
