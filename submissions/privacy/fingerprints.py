"""Keyed hashes of references, by which the log of erasures answers who knows one."""

from django.conf import settings
from django.utils.crypto import salted_hmac

SALT = "forms.erased-reference"


def fingerprint(reference: str, secret: str | None = None) -> str:
    """The hash of this reference, in 64 hexadecimal digits."""
    hashed = salted_hmac(SALT, reference, secret=secret, algorithm="sha256")
    return str(hashed.hexdigest())


def possible_fingerprints(reference: str) -> list[str]:
    """The hashes that it may have been given, under the site's key or an older one."""
    keys = [settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS]
    return [fingerprint(reference, key) for key in keys]


def tidy_reference(typed: str) -> str:
    """A reference as it is stored, from what somebody typed: K7QM-4ZD2."""
    letters = "".join(letter for letter in typed.upper() if letter.isalnum())
    return f"{letters[:4]}-{letters[4:8]}" if len(letters) == 8 else letters[:9]
