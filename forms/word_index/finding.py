"""Finding submissions by their words."""

import re
import unicodedata

from django.db import connection
from django.db.models import QuerySet
from django.db.models.expressions import RawSQL

from . import postgresql, sqlite

# SQLite's own name for “all”, and enough for PostgreSQL.
ALL = 2**62
MOST_WORDS = 12
LONGEST_WORD = 100
NO_WORD = re.compile(r"[\W_]+")

DATABASES = {"sqlite": sqlite, "postgresql": postgresql}


def words_of(text: str) -> list[str]:
    """The words of a text as the index has them: small letters, no accents."""
    text = unicodedata.normalize("NFKD", text.lower())
    text = "".join(sign for sign in text if not unicodedata.combining(sign))
    return [word[:LONGEST_WORD] for word in NO_WORD.sub(" ", text).split()]


def with_words(rows: QuerySet, typed: str) -> QuerySet:
    """The submissions, of `rows`, that hold each of the words typed, or one that begins
    with it. None if nothing typed is a word."""
    words = words_of(typed)[:MOST_WORDS]
    if not words:
        return rows.none()
    database = DATABASES[connection.vendor]
    return rows.filter(
        pk__in=RawSQL(database.FIND, [database.query(words), ALL])  # noqa: S611
    )


def newest_with_words(typed: str, limit: int) -> list[int]:
    """The numbers of the newest submissions, of all forms, that hold these words."""
    words = words_of(typed)[:MOST_WORDS]
    if not words:
        return []
    database = DATABASES[connection.vendor]
    with connection.cursor() as cursor:
        cursor.execute(database.FIND, [database.query(words), limit])
        return [number for (number,) in cursor.fetchall()]


def with_numbers(rows: QuerySet, numbers: list[int]) -> QuerySet:
    """The submissions, of `rows`, that have one of these numbers, however many."""
    database = DATABASES[connection.vendor]
    return rows.filter(
        pk__in=RawSQL(database.GIVEN, [database.given(numbers)])  # noqa: S611
    )
