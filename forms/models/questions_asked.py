"""A question as it was asked, and the answer to it."""

from typing import NamedTuple


class Question(NamedTuple):
    """A question as it stood when it was answered.

    `name` is the key of its answer in `form_data`, the same through all renaming.
    A consent has the notice that stood with it, as plain text, and its version.
    """

    name: str
    label: str
    field_type: str
    notice_version: str = ""
    notice: str = ""

    def as_stored(self) -> list[str]:
        """For `questions_asked`: without what only consents have, if it has none."""
        return list(self if self.field_type == "consent" else self[:3])


class Answer(NamedTuple):
    """A question with its answer as text, which is empty if there is none.

    `was_asked` is False if another answer made the question needless.
    """

    question: Question
    text: str
    was_asked: bool
