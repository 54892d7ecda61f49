"""The index in SQLite: a full-text table (FTS5) with the submission's number as rowid.

https://www.sqlite.org/fts5.html. Without the words' places: nobody searches phrases.
"""

# Nothing from outside is in the statements.
# ruff: noqa: S608

import json

from django.db.backends.base.base import BaseDatabaseWrapper

TABLE = "forms_submissionwords"
# From this version on FTS5 wipes out what is deleted at once.
SECURE_DELETE_SINCE = (3, 42, 0)

# Beginnings of so many letters have an index of their own; without, what begins with
# longer ones is gathered from all words that do.
CREATE_TABLE = f"""CREATE VIRTUAL TABLE {TABLE} USING fts5(
    words, detail = none, columnsize = 0, prefix = '2 3 4 5',
    tokenize = 'unicode61 remove_diacritics 2'
)"""

# All texts in the answers, however deep, but not the questions' names.
ALL_WORDS = """SELECT submission.id,
    submission.reference || ' ' || submission.about_title
    || ' ' || coalesce((
        SELECT group_concat(atom, ' ') FROM json_tree(submission.form_data)
        WHERE type = 'text'
    ), '') || ' ' || coalesce((
        SELECT group_concat(addition.text, ' ')
        FROM forms_submissionaddition AS addition
        WHERE addition.submission_id = submission.id
    ), '')
    FROM forms_submission AS submission"""


def written_anew(number: str) -> str:
    """Statements that bring the words of one submission up to date."""
    return f"""
        DELETE FROM {TABLE} WHERE rowid = {number};
        INSERT INTO {TABLE} (rowid, words) {ALL_WORDS} WHERE submission.id = {number};
    """


TRIGGERS = {
    "forms_words_sent": "AFTER INSERT ON forms_submission BEGIN "
    f"{written_anew('new.id')} END",
    "forms_words_changed": "AFTER UPDATE OF reference, about_title, form_data "
    "ON forms_submission WHEN old.form_data IS NOT new.form_data "
    "OR old.about_title IS NOT new.about_title OR old.reference IS NOT new.reference "
    f"BEGIN {written_anew('new.id')} END",
    "forms_words_deleted": "AFTER DELETE ON forms_submission BEGIN "
    f"DELETE FROM {TABLE} WHERE rowid = old.id; END",
    "forms_words_added": "AFTER INSERT ON forms_submissionaddition BEGIN "
    f"{written_anew('new.submission_id')} END",
    "forms_words_added_changed": "AFTER UPDATE ON forms_submissionaddition BEGIN "
    f"{written_anew('old.submission_id')} {written_anew('new.submission_id')} END",
    "forms_words_added_deleted": "AFTER DELETE ON forms_submissionaddition BEGIN "
    f"{written_anew('old.submission_id')} END",
}
# By the number, newest first, only so many.
FIND = f"SELECT rowid FROM {TABLE} WHERE {TABLE} MATCH %s ORDER BY rowid DESC LIMIT %s"
# Numbers that were found before, as one value.
GIVEN = "SELECT value FROM json_each(%s)"


def given(numbers: list[int]) -> str:
    """The value of `GIVEN`."""
    return json.dumps(numbers)


def install(connection: BaseDatabaseWrapper) -> None:
    """Make what is missing, or was made otherwise before. If a trigger is missing, so
    may words be, and all are read anew: Django drops a table's triggers when it changes
    the table."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT name, sql FROM sqlite_master")
        made = dict(cursor.fetchall())
        if made.keys() >= TRIGGERS.keys() and made.get(TABLE) == CREATE_TABLE:
            return
        cursor.execute(f"DROP TABLE IF EXISTS {TABLE}")
        cursor.execute(CREATE_TABLE)
        if connection.Database.sqlite_version_info >= SECURE_DELETE_SINCE:
            cursor.execute(
                f"INSERT INTO {TABLE} ({TABLE}, rank) VALUES ('secure-delete', 1)"
            )
        cursor.execute(f"INSERT INTO {TABLE} (rowid, words) {ALL_WORDS}")
        for name, trigger in TRIGGERS.items():
            cursor.execute(f"DROP TRIGGER IF EXISTS {name}")
            cursor.execute(f"CREATE TRIGGER {name} {trigger}")


def query(words: list[str]) -> str:
    """What MATCH understands: each word, or one that begins with it."""
    return " ".join(f'"{word}"{"*" if len(word) > 1 else ""}' for word in words)
