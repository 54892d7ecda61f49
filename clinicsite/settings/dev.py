"""`make serve`: production in all but HTTPS, with a secret key of its own.

Set DEBUG=1 for Django's debug pages.
"""

import os
import secrets
from pathlib import Path


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
os.environ.setdefault("SITE_URL", f"http://localhost:{os.environ.get('PORT', '8000')}")
# Nobody should have to invent a key to look at the demo clinic.
if "SECRET_KEY" not in os.environ:
    os.environ["SECRET_KEY"] = local_secret_key(
        Path(os.environ.get("DATA_DIR", Path(__file__).parents[2] / "var"))
    )

from .base import *  # noqa: E402, F403
from .base import ALLOWED_HOSTS, DATA_DIR, env  # noqa: E402

DEBUG = env.bool("DEBUG", default=False)
# The same machine under its other names.
ALLOWED_HOSTS += ["localhost", "127.0.0.1", "[::1]"]
# Without a mail server, mail lies in a folder where it can be read.
if "EMAIL_URL" not in os.environ:
    EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
    EMAIL_FILE_PATH = DATA_DIR / "mail"
