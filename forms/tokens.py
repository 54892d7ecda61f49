"""The signed number of a form as it was served: the same number is stored once."""

import secrets
from typing import NamedTuple

from django.core import signing

SALT = "forms.token"
MAX_AGE = 24 * 60 * 60


class FormToken(NamedTuple):
    """One served form: of which form page, about which page, its number, the digest
    of what it asked, whether an editor is only trying it, the invitation that led to
    it, and when it was first served (seconds since 1970; 0 if that is not known)."""

    form_page_id: int
    about_page_id: int | None
    number: str
    asked: str = ""
    is_test: bool = False
    invitation_id: int | None = None
    served_at: float = 0.0

    def sign(self) -> str:
        """The token as it stands in the form."""
        return str(signing.dumps(list(self), salt=SALT))

    def renewed(self, asked: str) -> "FormToken":
        """A token with a new number, for the same form and page, open since the same
        moment: nobody types again what is still there."""
        return self._replace(number=new_number(), asked=asked)


def new_number() -> str:
    """A number never used before."""
    return secrets.token_hex(16)


def read_token(signed: str) -> FormToken:
    """The token in a form that came back, up to MAX_AGE seconds old.

    Raises django.core.signing.BadSignature if it was forged, altered or is expired.
    """
    return FormToken(*signing.loads(signed, salt=SALT, max_age=MAX_AGE))


def read_expired_token(signed: str) -> FormToken:
    """A token of ours however old, for what it says of the page it is about.

    Raises django.core.signing.BadSignature if it was forged or altered.
    """
    return FormToken(*signing.loads(signed, salt=SALT))
