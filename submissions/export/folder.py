"""The private folder in which finished exports lie: for nobody but the site's own
programs, and at no public address."""

import os
from pathlib import Path
from typing import BinaryIO

from django.conf import settings
from django.utils.crypto import get_random_string


def export_folder() -> Path:
    """The folder, made if it is not there."""
    folder = Path(settings.DATA_DIR) / "exports"
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return folder


def new_file_name() -> str:
    """A name that nobody can guess."""
    name: str = get_random_string(32)
    return name


def open_new(name: str) -> BinaryIO:
    """A new file, readable by its owner only."""
    flags = os.O_CREAT | os.O_EXCL | os.O_WRONLY
    return os.fdopen(os.open(export_folder() / name, flags, 0o600), "wb")


def open_finished(name: str) -> BinaryIO:
    """A finished file. Raises FileNotFoundError if it is gone."""
    return (export_folder() / name).open("rb")


def remove(name: str) -> None:
    """Delete the file, if it is there."""
    if name:
        (export_folder() / name).unlink(missing_ok=True)


def file_names() -> list[str]:
    """What lies there."""
    return [path.name for path in export_folder().iterdir()]
