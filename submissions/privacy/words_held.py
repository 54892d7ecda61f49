"""What holds words of a submission, or points at one: named here, each once.

A new model with a foreign key to `Submission` is one line more: a test walks all models
and asks for it. `docs/privacy.md` has a table of the same.
"""

from collections.abc import Iterator
from enum import Enum
from typing import NamedTuple

from django.apps import apps
from django.db.models import QuerySet


class Goes(Enum):
    """When its rows go."""

    # With the words of the submission: it holds words, or was made from them.
    WITH_WORDS = "with the words"
    # With the submission's row: it holds no word of a patient.
    WITH_ROW = "with the row"
    # Never: it forgets which submission it was about.
    STAYS = "stays"


class Holding(NamedTuple):
    """A model that points at submissions by `field`; `words` are its fields that hold
    what somebody wrote. `is_internal` says that staff wrote it for themselves."""

    model: str
    field: str
    goes: Goes
    words: tuple[str, ...] = ()
    is_internal: bool = False

    def all_rows(self) -> QuerySet:
        """All of its rows."""
        return apps.get_model(self.model)._base_manager.all()

    def rows(self, submissions: list[int]) -> QuerySet:
        """Its rows of the submissions with these ids."""
        return self.all_rows().filter(**{f"{self.field}__in": submissions})


HOLDINGS = (
    Holding("submissions.Submission", "duplicate_of", Goes.STAYS),
    Holding("submissions.SubmissionAddition", "submission", Goes.WITH_WORDS, ("text",)),
    Holding(
        "submissions.Note", "submission", Goes.WITH_WORDS, ("text",), is_internal=True
    ),
    Holding("submissions.Reply", "submission", Goes.WITH_WORDS, ("subject", "body")),
    Holding("submissions.ClockPause", "submission", Goes.WITH_WORDS, ("words",), True),
    Holding("submissions.Notification", "submission", Goes.WITH_ROW),
    Holding("submissions.LegalHold", "submission", Goes.STAYS),
    Holding("submissions.WithdrawalCode", "submission", Goes.WITH_WORDS),
)


def with_words() -> Iterator[Holding]:
    """Those whose rows go when the words go."""
    return (each for each in HOLDINGS if each.goes is Goes.WITH_WORDS)
