"""Which submissions a legal hold keeps."""

from collections.abc import Iterable

from submissions.models.legal_hold import LegalHold
from submissions.models.submission import Submission

from .addresses import gives_address


class Holds:
    """The holds that stand, read once."""

    def __init__(self) -> None:
        standing = list(LegalHold.objects.standing())
        self.submissions = {hold.submission_id for hold in standing} - {None}
        self.forms = {hold.form_key for hold in standing} - {None}
        self.addresses = [hold.email for hold in standing if hold.email]

    @property
    def any(self) -> bool:
        """Whether there is one at all."""
        return bool(self.submissions or self.forms or self.addresses)

    def keep(self, submission: Submission) -> bool:
        """Whether one of them is on this submission."""
        return (
            submission.pk in self.submissions
            or submission.form_key in self.forms
            or any(gives_address(submission, each) for each in self.addresses)
        )


def is_on_hold(submission: Submission) -> bool:
    """Whether a hold that stands is on it."""
    return Holds().keep(submission)


def holds_on(submission: Submission) -> Iterable[LegalHold]:
    """The holds that stand on it."""
    return [
        hold
        for hold in LegalHold.objects.standing()
        if hold.submission_id == submission.pk
        or (hold.form_key and hold.form_key == submission.form_key)
        or (hold.email and gives_address(submission, hold.email))
    ]
