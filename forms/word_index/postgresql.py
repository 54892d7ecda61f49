"""The index in PostgreSQL: a table with a `tsvector` of each submission's words.

A table of its own, so that a new status does not write the words anew. The words are
cut out here and not by a text search configuration: those know hosts, numbers and
hyphens, which SQLite does not.
"""

# Nothing from outside is in the statements.
# ruff: noqa: S608

from django.db.backends.base.base import BaseDatabaseWrapper

TABLE = "forms_submissionwords"
# Longer ones are no words, and PostgreSQL refuses them.
LONGEST_WORD = 100
# Small letters beyond ASCII, whatever the database's own language.
COLLATION = "und-x-icu"

CREATE_TABLE = f"""
    CREATE TABLE IF NOT EXISTS {TABLE} (
        submission_id bigint PRIMARY KEY, words tsvector NOT NULL
    );
    CREATE INDEX IF NOT EXISTS forms_submissionwords_words ON {TABLE}
        USING gin (words) WITH (fastupdate = off);
"""

FUNCTIONS = """
    CREATE OR REPLACE FUNCTION forms_words_of(text) RETURNS tsvector
    LANGUAGE sql STABLE AS $$
        SELECT array_to_tsvector(coalesce(
            array_agg(DISTINCT left(word, {longest})) FILTER (WHERE word <> ''), '{{}}'
        ))
        FROM regexp_split_to_table(
            regexp_replace(
                normalize(lower($1 {collate}), NFKD), '[\u0300-\u036f]', '', 'g'
            ) {collate},
            '[^[:alnum:]]+'
        ) AS word
    $$;
    CREATE OR REPLACE FUNCTION forms_write_words(bigint) RETURNS void
    LANGUAGE sql AS $$
        INSERT INTO {table} (submission_id, words)
        {all_words} WHERE submission.id = $1
        ON CONFLICT (submission_id) DO UPDATE SET words = excluded.words
    $$;
    CREATE OR REPLACE FUNCTION forms_submission_written() RETURNS trigger
    LANGUAGE plpgsql AS $$ BEGIN
        IF TG_OP = 'TRUNCATE' THEN
            TRUNCATE {table};
        ELSIF TG_OP = 'DELETE' THEN
            DELETE FROM {table} WHERE submission_id = OLD.id;
        ELSE
            PERFORM forms_write_words(NEW.id);
        END IF;
        RETURN NULL;
    END $$;
    CREATE OR REPLACE FUNCTION forms_addition_written() RETURNS trigger
    LANGUAGE plpgsql AS $$ BEGIN
        IF TG_OP <> 'INSERT' THEN PERFORM forms_write_words(OLD.submission_id); END IF;
        IF TG_OP <> 'DELETE' THEN PERFORM forms_write_words(NEW.submission_id); END IF;
        RETURN NULL;
    END $$;
"""

# All texts in the answers, however deep, but not the questions' names.
ALL_WORDS = """SELECT submission.id, forms_words_of(concat_ws(' ',
        submission.reference, submission.about_title,
        (SELECT string_agg(answer #>> '{}', ' ') FROM jsonb_path_query(
            submission.form_data, 'strict $.** ? (@.type() == "string")'
        ) AS answer),
        (SELECT string_agg(addition.text, ' ')
        FROM forms_submissionaddition AS addition
        WHERE addition.submission_id = submission.id)
    ))
    FROM forms_submission AS submission"""

SENT = "forms_submission FOR EACH ROW EXECUTE FUNCTION forms_submission_written()"
ADDED = (
    "forms_submissionaddition FOR EACH ROW EXECUTE FUNCTION forms_addition_written()"
)
TRIGGERS = {
    "forms_words_sent": f"AFTER INSERT OR DELETE ON {SENT}",
    "forms_words_changed": "AFTER UPDATE ON forms_submission FOR EACH ROW WHEN ("
    "old.form_data IS DISTINCT FROM new.form_data "
    "OR old.about_title IS DISTINCT FROM new.about_title "
    "OR old.reference IS DISTINCT FROM new.reference"
    ") EXECUTE FUNCTION forms_submission_written()",
    "forms_words_emptied": "AFTER TRUNCATE ON forms_submission "
    "EXECUTE FUNCTION forms_submission_written()",
    "forms_words_added": f"AFTER INSERT OR UPDATE OR DELETE ON {ADDED}",
}
# By the number, newest first, only so many.
FIND = (
    f"SELECT submission_id FROM {TABLE} WHERE words @@ %s::tsquery "
    "ORDER BY submission_id DESC LIMIT %s"
)
# Numbers that were found before, as one value.
GIVEN = "SELECT unnest(%s::bigint[])"


def given(numbers: list[int]) -> list[int]:
    """The value of `GIVEN`."""
    return numbers


def install(connection: BaseDatabaseWrapper) -> None:
    """Make what is missing; if a trigger is, all words are read anew."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT tgname FROM pg_trigger WHERE NOT tgisinternal")
        is_whole = TRIGGERS.keys() <= {name for (name,) in cursor.fetchall()}
        if is_whole:
            return
        cursor.execute("SELECT 1 FROM pg_collation WHERE collname = %s", [COLLATION])
        collate = f'COLLATE "{COLLATION}"' if cursor.fetchone() else ""
        cursor.execute(CREATE_TABLE)
        cursor.execute(
            FUNCTIONS.format(
                table=TABLE, collate=collate, all_words=ALL_WORDS, longest=LONGEST_WORD
            )
        )
        cursor.execute(f"TRUNCATE {TABLE}")
        cursor.execute(f"INSERT INTO {TABLE} (submission_id, words) {ALL_WORDS}")
        for name, trigger in TRIGGERS.items():
            cursor.execute(f"CREATE OR REPLACE TRIGGER {name} {trigger}")


def query(words: list[str]) -> str:
    """What @@ understands: each word, or one that begins with it."""
    return " & ".join(f"'{word}'{':*' if len(word) > 1 else ''}" for word in words)
