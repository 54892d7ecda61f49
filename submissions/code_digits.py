"""The six digits of a withdrawal code: made when they are needed, stored nowhere."""

from uuid import UUID

from django.utils.crypto import salted_hmac

SALT = "forms.withdrawal-code"
DIGITS = 6


def digits(number: UUID) -> str:
    """The digits for a code's number, under the site's key."""
    hashed = salted_hmac(SALT, str(number), algorithm="sha256")
    return f"{int(hashed.hexdigest(), 16) % 10**DIGITS:0{DIGITS}}"
