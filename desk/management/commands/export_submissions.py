"""The desk's export, from the command line."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from django.core.management.base import BaseCommand, CommandError, CommandParser

from desk.choices import known_forms, sent_with_form
from forms.models import FormField
from submissions.export.choice import FORMATS, ExportChoice
from submissions.export.download import LoggedFile, log_export
from submissions.export.table import SubmissionTable
from submissions.models import Submission


class Command(BaseCommand):
    """Writes the file that the desk would give for all submissions, or one form's."""

    help = (
        "Export what patients sent, as CSV, XLSX or JSON lines, to standard output or "
        "a file."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        """What can be chosen."""
        parser.add_argument("--form", metavar="SLUG", help="only of this form")
        parser.add_argument("--format", choices=FORMATS, default="csv")
        parser.add_argument(
            "--with-identity",
            action="store_true",
            help="with the answers that say who somebody is; needs --reason",
        )
        parser.add_argument("--reason", default="", help="why, for the log")
        parser.add_argument(
            "--output", metavar="FILE", help="write here, readable by its owner only"
        )

    def handle(self, *args, **options) -> None:
        """Write the file. Raises CommandError, in plain words, if that cannot be."""
        choice = ExportChoice(
            file_format=options["format"],
            identity=options["with_identity"],
            reason=options["reason"].strip(),
        )
        if choice.identity and not choice.reason:
            raise CommandError("Say with --reason why identity is needed.")
        submissions, filters = chosen_submissions(options["form"])
        table = SubmissionTable(submissions, choice, FormField.offered_choices())
        with self.opened_output(options["output"], choice.file_format) as output:
            export = log_export(table.headings, choice, filters)
            file = LoggedFile(export, table, choice.file_format)
            try:
                for chunk in file:
                    output.write(chunk)
            finally:
                # If it is whole, this changes nothing.
                file.close()

    @contextmanager
    def opened_output(self, path: str | None, file_format: str) -> Iterator[BinaryIO]:
        """Where the bytes go, to be closed afterwards."""
        if path is None:
            yield from self.standard_output(file_format)
            return
        try:
            # Patients' words: for nobody else on this machine.
            with open(path, "wb", opener=private_opener) as output:
                yield output
        except OSError as error:
            raise CommandError(
                f"Cannot write {Path(path)}: {error.strerror}."
            ) from None

    def standard_output(self, file_format: str) -> Iterator[BinaryIO]:
        """The bytes under standard output."""
        if file_format == "xlsx" and self.stdout.isatty():
            raise CommandError(
                "An XLSX file cannot be shown here. Name a file with --output."
            )
        try:
            yield self.stdout.buffer
            self.stdout.buffer.flush()
        except BrokenPipeError:
            # Whoever was reading has stopped, as `head` does. Python would
            # complain once more when it closes the output.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def chosen_submissions(slug: str | None):
    """The submissions of this form, or all; and in words, which.

    Raises CommandError if no form has this slug.
    """
    if slug is None:
        return Submission.objects.that_count(), "All"
    titles = known_forms()
    if slug not in titles:
        known = ", ".join(titles) or "none yet"
        raise CommandError(f"There is no form “{slug}”. The forms are: {known}.")
    submissions = Submission.objects.that_count().filter(sent_with_form(slug))
    return submissions, f"Form: {titles[slug]}"


def private_opener(path: str, flags: int) -> int:
    """Opens a new file so that only its owner can read it."""
    return os.open(path, flags, mode=0o600)
