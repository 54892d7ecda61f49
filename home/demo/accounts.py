"""Four accounts to look behind the demo clinic with, each with its own password."""

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


def load_accounts() -> int:
    """Make the missing accounts and passwords; how many were made or changed.

    An account whose password is in the file stays as it is. One whose password is
    not, gets a new one: otherwise nobody could log in.
    """
    passwords = read_passwords()
    changed = 0
    for username, group in ACCOUNTS.items():
        changed += load_account(username, group, passwords)
    if changed:
        write_passwords(passwords)
    return changed


def load_account(username: str, group: str | None, passwords: dict[str, str]) -> bool:
    """Make the account or give it a password, noted in `passwords`; whether it did."""
    user_model = get_user_model()
    user = user_model.objects.filter(username=username).first()
    if user and username in passwords:
        return False
    is_new = user is None
    if is_new:
        user = user_model(
            username=username,
            email=f"{username}@wendlemere.example",
            is_superuser=group is None,
            is_staff=group is None,
        )
    passwords[username] = secrets.token_urlsafe(12)
    user.set_password(passwords[username])
    user.save()
    if is_new and group:
        user.groups.add(Group.objects.get_or_create(name=group)[0])
    return True
