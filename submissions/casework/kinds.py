"""What a submission is: the patient's own tick says it, and words only suggest."""

from collections.abc import Iterable, Mapping
from typing import Any

from submissions.models.states import NEVER_PUT_ASIDE, Kind
from submissions.models.submission import Submission


def kind_as_sent(
    kind: str,
    questions: Iterable[Any],
    answers: Mapping[str, Any],
    not_asked: Iterable[str],
) -> str:
    """The kind of a form that was sent: its own, or a complaint if the patient ticked
    a box that says so. The rating decides nothing."""
    if kind in NEVER_PUT_ASIDE:
        return kind
    is_complaint = any(
        question.makes_complaint
        and question.clean_name not in not_asked
        and answers.get(question.clean_name) is True
        for question in questions
    )
    return Kind.COMPLAINT if is_complaint else kind


def suggests_safety(submission: Submission) -> bool:
    """Whether its words raised a flag, and nobody has said what it is. People decide;
    words only suggest."""
    return submission.kind != Kind.SAFETY and bool(submission.flags)
