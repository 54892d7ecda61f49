"""The codes in invitation links: made, written, and hashed."""

import secrets
from typing import NamedTuple

from django.conf import settings
from django.core import signing
from django.utils.crypto import salted_hmac

from submissions.models.submission import REFERENCE_ALPHABET

# 26 letters and digits to the power of 12: nobody guesses one.
CODE_LENGTH = 12
HASH_SALT = "forms.invitation.code"
NOTE_SALT = "forms.invitation.note"
# In the address of a form.
NOTE_PARAMETER = "visit"
NOTE_MAX_AGE = 24 * 60 * 60


class InvitationNote(NamedTuple):
    """What the address of a form says of the invitation that led there: its number,
    or None for a code that we do not know."""

    invitation_id: int | None

    def sign(self) -> str:
        """The note as it stands in the address."""
        return str(signing.dumps(self.invitation_id, salt=NOTE_SALT))


def new_code() -> str:
    """A code never used before."""
    return "".join(secrets.choice(REFERENCE_ALPHABET) for _ in range(CODE_LENGTH))


def written(code: str) -> str:
    """The code as people read and type it: "K7QM-4ZD2-9XWT"."""
    return "-".join(code[start : start + 4] for start in range(0, len(code), 4))


def code_hash(code: str, key: str = "") -> str:
    """What is stored of a code, made with the site's secret `key`."""
    secret = key or settings.SECRET_KEY
    return str(
        salted_hmac(HASH_SALT, code, secret=secret, algorithm="sha256").hexdigest()
    )


def possible_hashes(typed: str) -> list[str]:
    """What may be stored of a code as somebody typed it: under the site's secret key,
    and under those it had before."""
    code = "".join(letter for letter in typed.upper() if letter in REFERENCE_ALPHABET)
    keys = [settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS]
    return [code_hash(code, key) for key in keys]


def read_note(signed: str) -> InvitationNote | None:
    """The note in an address; None if there is none. What is not ours, or is older
    than a day, is a note of no invitation."""
    if not signed:
        return None
    try:
        return InvitationNote(
            signing.loads(signed, salt=NOTE_SALT, max_age=NOTE_MAX_AGE)
        )
    except signing.BadSignature:
        return InvitationNote(None)
