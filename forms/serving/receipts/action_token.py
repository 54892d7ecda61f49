"""The signed token in the forms that act on a submission.

It was given to a browser with a receipt, so that it alone says who may act.
"""

import time
from typing import NamedTuple

from django.core import signing
from django.http import QueryDict

from forms.tokens import MAX_AGE, new_number

SALT = "forms.receipt.action"
TOKEN_FIELD = "receipt-token"


class ActionToken(NamedTuple):
    """What is to be done with which reference; its number is used once. When it was
    first served, as of `FormToken`."""

    action: str
    reference: str
    number: str
    served_at: float = 0.0

    def sign(self) -> str:
        """The token as it stands in the form."""
        return str(signing.dumps(list(self), salt=SALT))


def new_action_token(action: str, reference: str) -> ActionToken:
    """A token with a number never used before."""
    return ActionToken(action, reference, new_number(), round(time.time(), 1))


def read_action_token(posted: QueryDict) -> tuple[ActionToken, bool]:
    """The token that was sent, and whether it is young enough to act on.

    Raises django.core.signing.BadSignature if it was forged or altered.
    """
    signed = posted.get(TOKEN_FIELD, "")
    token = ActionToken(*signing.loads(signed, salt=SALT))
    try:
        signing.loads(signed, salt=SALT, max_age=MAX_AGE)
    except signing.SignatureExpired:
        return token, False
    return token, True
