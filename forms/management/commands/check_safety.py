"""Which flags texts would raise."""

import json
import sys
from collections.abc import Iterator
from contextlib import nullcontext

from django.core.management.base import BaseCommand, CommandError, CommandParser

from forms.safety.flags import find_flags


class Command(BaseCommand):
    """Checks texts for words of danger, as the forms do. Stores and logs nothing."""

    help = "Say which flags texts would raise: one text a line, from a file or “-”."

    def add_arguments(self, parser: CommandParser) -> None:
        """What can be chosen."""
        parser.add_argument("file", metavar="FILE", help="UTF-8 text, “-” for stdin")
        parser.add_argument(
            "--json", action="store_true", help="write one JSON object a line"
        )

    def handle(self, *args, **options) -> None:
        """Write each text with its flags. Raises CommandError for a bad file."""
        for text in read_texts(options["file"]):
            flags = find_flags([text])
            if options["json"]:
                row = {"text": text, "flags": flags}
                self.stdout.write(json.dumps(row, ensure_ascii=False))
            else:
                self.stdout.write(f"{', '.join(flags) or '-'}\t{text}")


def read_texts(path: str) -> Iterator[str]:
    """The lines that are not empty. What is not UTF-8 is replaced."""
    try:
        with nullcontext(sys.stdin.buffer) if path == "-" else open(path, "rb") as file:
            for line in file:
                if text := line.decode("utf-8-sig", "replace").strip():
                    yield text
    except OSError as error:
        raise CommandError(f"Cannot read {path}: {error.strerror}") from error
