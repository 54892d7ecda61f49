"""An account of each role, to look behind the demo clinic with.

Each has a password of its own.
"""

import json
import os
import secrets

from django.conf import settings
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group

ACCOUNTS_FILE = settings.DATA_DIR / "demo-accounts.json"

# The group of each account; the first may do everything.
ACCOUNTS = {
    "admin": None,
    "editor": "Editors",
    "reviewer": "Clinical reviewers",
    "staff": "Feedback staff",
    "manager": "Site managers",
}


def read_passwords() -> dict[str, str]:
    """The passwords by user name; empty if the file is missing or damaged."""
    try:
        passwords = json.loads(ACCOUNTS_FILE.read_text())
    except (FileNotFoundError, ValueError):
        return {}
    return passwords if isinstance(passwords, dict) else {}


def write_passwords(passwords: dict[str, str]) -> None:
    """Keep the passwords in a file that its owner alone can read."""
    ACCOUNTS_FILE.parent.mkdir(parents=True, exist_ok=True)
    waiting = ACCOUNTS_FILE.with_suffix(".new")
    waiting.unlink(missing_ok=True)
    descriptor = os.open(waiting, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
    with open(descriptor, "w") as file:
        json.dump(passwords, file, indent=2)
    waiting.replace(ACCOUNTS_FILE)


def address(username: str) -> str:
    """The e-mail address of an account of the demo. It leads nowhere."""
    return f"{username}@wendlemere.example"


def load_accounts() -> int:
    """Make the missing accounts; how many were made.

    An account that is there stays as it is, also when its password is not in the
    file: on a real site it is somebody's own.
    """
    passwords = read_passwords()
    users = get_user_model().objects
    missing = [name for name in ACCOUNTS if not users.filter(username=name).exists()]
    for username in missing:
        passwords[username] = secrets.token_urlsafe(12)
        make_account(username, ACCOUNTS[username], passwords[username])
    if missing:
        write_passwords(passwords)
    return len(missing)


def make_account(username: str, group: str | None, password: str) -> None:
    """Make the account, in its group or, without one, allowed everything."""
    user = get_user_model().objects.create_user(
        username,
        address(username),
        password,
        is_superuser=group is None,
        is_staff=group is None,
    )
    if group:
        user.groups.add(Group.objects.get(name=group))
