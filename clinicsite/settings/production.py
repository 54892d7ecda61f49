"""A clinic's server: the strict truth of base.py, and HTTPS without exception."""

from django.core.exceptions import ImproperlyConfigured

from .base import *  # noqa: F403
from .base import HTTPS, SECRET_KEY

if not HTTPS:
    raise ImproperlyConfigured(
        "SITE_URL must begin with https:// on a clinic's server: "
        "what patients write is health data."
    )
if len(SECRET_KEY) < 50:
    raise ImproperlyConfigured(
        "SECRET_KEY must have at least 50 characters. Make one with: "
        'python -c "import secrets; print(secrets.token_urlsafe(50))"'
    )
