"""`make serve`: production in all but HTTPS, with a secret key of its own.

Set DEBUG=1 for Django's debug pages.
"""

import os
import secrets
from pathlib import Path

from .environment import BASE_DIR, env


def local_secret_key(data_dir: Path) -> str:
    """The key kept in `data_dir`, made on first use and readable by its owner only."""
    path = data_dir / "secret-key"
    data_dir.mkdir(parents=True, exist_ok=True)
    try:
        with open(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "w") as f:
            f.write(secrets.token_urlsafe(50))
    except FileExistsError:
        pass
    return path.read_text()


# No HTTPS on one's own machine.
os.environ["SITE_URL"] = f"http://localhost:{env('PORT', default='8000')}"
# Nobody should have to invent a key to look at the demo clinic.
if not env("SECRET_KEY", default=""):
    os.environ["SECRET_KEY"] = local_secret_key(
        Path(env("DATA_DIR", default=str(BASE_DIR / "var")))
    )

from .base import *  # noqa: E402, F403
from .base import ALLOWED_HOSTS, DATA_DIR  # noqa: E402

DEBUG = env.bool("DEBUG", default=False)
# The same machine under its other names.
ALLOWED_HOSTS += ["localhost", "127.0.0.1", "[::1]"]
# Without a mail server, mail lies in a folder where it can be read.
if not env("EMAIL_URL", default=""):
    EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
    EMAIL_FILE_PATH = DATA_DIR / "mail"
