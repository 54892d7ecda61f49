"""The help shown with the thanks, to the sender alone."""

from typing import NamedTuple

from django.core import signing
from django.http import HttpRequest

from forms.models.help_texts import HelpTexts
from submissions.models.flags import Flag
from submissions.models.submission import Submission

SALT = "forms.thanks"
# Long enough to read and call; too short for whoever has the device next.
SHOWN_FOR = 30 * 60


class Help(NamedTuple):
    """The help for a flag: the clinic's own words, or the template with the usual."""

    text: str
    template: str


def sender_key(submission: Submission) -> str:
    """Proves for a while that the address was given to the sender. It says nothing of
    what was sent: every thank-you page has one."""
    signed = signing.TimestampSigner(salt=SALT).sign(submission.token)
    return signed.removeprefix(submission.token).lstrip(":")


def is_sender(submission: Submission, key: str) -> bool:
    """Whether this key was given to the sender of this submission, not long ago."""
    signer = signing.TimestampSigner(salt=SALT)
    try:
        signer.unsign(f"{submission.token}:{key}", max_age=SHOWN_FOR)
    except signing.BadSignature:
        return False
    return True


def find_help(request: HttpRequest, submission: Submission | None) -> list[Help]:
    """The help for what was written; none for anybody but the sender."""
    if submission is None or not submission.flags:
        return []
    if not is_sender(submission, request.GET.get("key", "")):
        return []
    texts = HelpTexts.for_request(request)
    return [
        Help(getattr(texts, flag.value), f"forms/help/{flag.value}.html")
        for flag in Flag
        if flag.value in submission.flags
    ]
