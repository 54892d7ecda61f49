"""Whether a submission holds an e-mail address."""

from submissions.models.submission import Submission


def same_address(one: str, other: str) -> bool:
    """Whether two addresses are the same to a person: case and blanks do not count."""
    return one.strip().casefold() == other.strip().casefold()


def addresses_given(submission: Submission) -> list[str]:
    """All answers to questions for an e-mail address, needed or not."""
    answers = (
        submission.form_data.get(question.name)
        for question in submission.questions
        if question.field_type == "email"
    )
    return [answer for answer in answers if isinstance(answer, str) and answer]


def gives_address(submission: Submission, address: str) -> bool:
    """Whether this address answers a question for one."""
    return any(same_address(each, address) for each in addresses_given(submission))
