"""E-mail addresses: staff's, as the form page names them, and the patient's."""

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.translation import gettext as _

from submissions.models.submission import Submission
from submissions.typed_text import fold

# What a database and the standards keep for one.
LONGEST = 254


def staff_addresses(text: str) -> list[str]:
    """The addresses in this text, one on each line, each once."""
    return list(dict.fromkeys(filter(None, map(fold, text.splitlines()))))


def is_plain_address(address: str) -> bool:
    """Whether it is one address, of the usual kind.

    Quoted names, which may hold spaces, commas and control characters, are not: a
    patient types none, and mail programs read them in different ways.
    """
    try:
        validate_email(address)
    except ValidationError:
        return False
    return len(address) <= LONGEST and '"' not in address and address.isprintable()


def check_staff_addresses(text: str) -> None:
    """Raises ValidationError, which names what is no address."""
    wrong = [each for each in staff_addresses(text) if not is_plain_address(each)]
    if wrong:
        raise ValidationError(
            _("“%(address)s” is no e-mail address. Write one address on each line.")
            % {"address": wrong[0]}
        )


def patient_address(submission: Submission) -> str:
    """The address that the patient gave; empty if there is none to write to.

    One that another answer made needless (“May we write to you?” – “No”) is none.
    """
    for question in submission.questions:
        if question.field_type == "email" and question.name not in submission.not_asked:
            address = submission.form_data.get(question.name)
            if isinstance(address, str) and is_plain_address(address):
                return address
    return ""
