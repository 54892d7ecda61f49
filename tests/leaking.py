"""Looking for patients' words where they must not be."""

import base64
from collections.abc import Iterable, Iterator
from contextlib import suppress
from email.message import Message
from pathlib import Path

from django.db import connection

from submissions.models import Submission, SubmissionAddition

# What patients write is kept here, and nowhere else.
KEPT_IN = {Submission._meta.db_table, SubmissionAddition._meta.db_table}


def tables_with(word: str) -> list[str]:
    """The tables, besides those made for it, of which a value holds this word."""
    with connection.cursor() as cursor:
        names = connection.introspection.table_names(cursor)
    return [name for name in names if name not in KEPT_IN and table_has(name, word)]


def table_has(table: str, word: str) -> bool:
    """Whether any value of any row has it, in whatever case."""
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")
        while rows := cursor.fetchmany(500):
            if any(has_word(texts_of(row), word) for row in rows):
                return True
    return False


def texts_of(row: Iterable) -> Iterator[str]:
    """Each value as a text; what a cache keeps also as what it stands for."""
    for value in row:
        text = bytes(value).decode(errors="replace") if is_bytes(value) else str(value)
        yield text
        # ValueError: it is no such thing.
        with suppress(ValueError):
            yield base64.b64decode(text, validate=True).decode(errors="replace")


def is_bytes(value: object) -> bool:
    """Whether a database gave this for bytes."""
    return isinstance(value, bytes | bytearray | memoryview)


def has_word(texts: Iterable[str], word: str) -> bool:
    """Whether one of these has it, in whatever case."""
    return any(word.casefold() in text.casefold() for text in texts)


def files_with(folder: Path, word: str, *, besides: str = "") -> list[str]:
    """The files in this folder that hold the word, or are named by it; those whose
    names begin with `besides` are left out."""
    found = []
    for path in folder.rglob("*"):
        if besides and path.name.startswith(besides):
            continue
        texts = [path.name]
        if path.is_file():
            texts.append(path.read_bytes().decode(errors="replace"))
        if has_word(texts, word):
            found.append(str(path.relative_to(folder)))
    return found


def mail_texts(mail: Message) -> Iterator[str]:
    """All of a mail but whom it goes to: a patient's goes to the patient."""
    yield from (value for name, value in mail.items() if name.lower() != "to")
    for part in mail.walk():
        payload = part.get_payload(decode=True)
        if isinstance(payload, bytes):
            yield payload.decode(errors="replace")
