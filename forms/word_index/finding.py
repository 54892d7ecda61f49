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


def with_words(rows: QuerySet, typed: str, limit: int = ALL) -> QuerySet:
    """The submissions, of `rows`, that hold each of the words typed, or one that begins
    with it; with `limit`, of those with the words only the newest so many.

    None if nothing typed is a word.
    """
    words = words_of(typed)[:MOST_WORDS]
    if not words:
        return rows.none()
    database = DATABASES[connection.vendor]
    return rows.filter(
        pk__in=RawSQL(database.FIND, [database.query(words), limit])  # noqa: S611
    )


def has_more_than(typed: str, limit: int) -> bool:
    """Whether more submissions than this hold the words, of all forms."""
    words = words_of(typed)[:MOST_WORDS]
    if not words:
        return False
    database = DATABASES[connection.vendor]
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT COUNT(*) FROM ({database.FIND}) AS counted",  # noqa: S608
            [database.query(words), limit + 1],
        )
        return int(cursor.fetchone()[0]) > limit
