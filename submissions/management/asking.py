"""What commands ask for on standard input, where no list of processes shows it."""

import sys
from typing import Any

from django.core.exceptions import ValidationError
from django.core.management.base import CommandError
from django.core.validators import validate_email

from submissions.models import Submission
from submissions.privacy.finding import Found, find_by_address, find_by_reference


def ask(prompt: str, output: Any) -> str:
    """A line from standard input; the prompt is shown to people only."""
    if sys.stdin.isatty():
        output.write(prompt, ending=" ")
        output.flush()
    return sys.stdin.readline().strip()


def find(reference: str | None, output: Any) -> Found:
    """What has this reference, or the address that is asked for.

    Raises CommandError if that is no address, or nothing was found.
    """
    rows = Submission.objects.all()
    if reference:
        found = find_by_reference(rows, reference)
    else:
        address = ask("E-mail address:", output)
        try:
            validate_email(address)
        except ValidationError:
            raise CommandError("That is no e-mail address.") from None
        found = find_by_address(rows, address)
    if not found.keys:
        raise CommandError("Nothing was found.")
    return found
