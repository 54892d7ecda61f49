"""What the database itself keeps true, whatever program writes to it.

Made after each `migrate`, not by a migration: SQLite loses a table's triggers when a
later migration builds the table anew.
"""

from typing import Any

from django.db import connections

# SQLite and PostgreSQL alike: condition, and what to do.
FIXED = (
    "exported_by",
    "created_at",
    "file_format",
    "filters",
    "columns",
    "with_identity",
    "reason",
)
WRITTEN_ONCE = ("row_count", "outcome", "finished_at", "sha256")

NEW_LIST = """
    INSERT INTO forms_questionlist (form_key, questions)
    SELECT NEW.form_key, NEW.questions_asked
    WHERE NOT EXISTS (
        SELECT 1 FROM forms_questionlist
        WHERE form_key {same} NEW.form_key AND questions = NEW.questions_asked
    );
"""
ALL_LISTS = """
    INSERT INTO forms_questionlist (form_key, questions)
    SELECT form_key, questions_asked FROM forms_submission
    GROUP BY form_key, questions_asked ORDER BY MAX(id)
"""
REFUSAL = "The log of exports cannot be changed."


def changed(columns: tuple[str, ...], differs: str) -> str:
    """An SQL condition: one of these columns would change."""
    return " OR ".join(f"OLD.{each} {differs} NEW.{each}" for each in columns)


def would_rewrite(differs: str) -> str:
    """An SQL condition: a line of the log would be changed. That an account is
    forgotten, and how an export ended, is not."""
    return (
        f"{changed(FIXED, differs)} OR OLD.id <> NEW.id"
        f" OR (NEW.user_id IS NOT NULL AND {changed(('user_id',), differs)})"
        f" OR (OLD.outcome <> 'running' AND ({changed(WRITTEN_ONCE, differs)}))"
    )


SQLITE = {
    "forms_question_list": (
        f"AFTER INSERT ON forms_submission BEGIN {NEW_LIST.format(same='IS')} END"
    ),
    "forms_question_list_changed": (
        "AFTER UPDATE OF form_key, questions_asked ON forms_submission BEGIN"
        f" {NEW_LIST.format(same='IS')} END"
    ),
    "forms_export_fixed": (
        f"BEFORE UPDATE ON forms_export WHEN {would_rewrite('IS NOT')}"
        f" BEGIN SELECT RAISE(ABORT, '{REFUSAL}'); END"
    ),
}

IS_DISTINCT = "IS DISTINCT FROM"
POSTGRESQL = {
    "forms_question_list": (
        f"{NEW_LIST.format(same='IS NOT DISTINCT FROM')} RETURN NEW;",
        "AFTER INSERT OR UPDATE OF form_key, questions_asked ON forms_submission",
    ),
    "forms_export_fixed": (
        f"IF {would_rewrite(IS_DISTINCT)} THEN"
        f" RAISE EXCEPTION '{REFUSAL}'; END IF; RETURN NEW;",
        "BEFORE UPDATE ON forms_export",
    ),
    "forms_export_kept": (
        f"RAISE EXCEPTION '{REFUSAL}'; RETURN NULL;",
        "BEFORE DELETE ON forms_export",
    ),
}


def make_triggers(using: str, **_kwargs: Any) -> None:
    """Make those that are missing, and list what was asked while they were."""
    connection = connections[using]
    tables = connection.introspection.table_names()
    if not {"forms_questionlist", "forms_export"} <= set(tables):
        return
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'")
        else:
            cursor.execute("SELECT tgname FROM pg_trigger WHERE NOT tgisinternal")
        there = {name for (name,) in cursor.fetchall()}
        if connection.vendor == "sqlite":
            for name, rule in SQLITE.items():
                # Anew each time: the rule may have changed.
                cursor.execute(f"DROP TRIGGER IF EXISTS {name}")
                cursor.execute(f"CREATE TRIGGER {name} {rule}")
        else:
            for name, (body, event) in POSTGRESQL.items():
                cursor.execute(
                    f"CREATE OR REPLACE FUNCTION {name}() RETURNS trigger"
                    f" LANGUAGE plpgsql AS $$ BEGIN {body} END $$"
                )
                cursor.execute(
                    f"CREATE OR REPLACE TRIGGER {name} {event}"
                    f" FOR EACH ROW EXECUTE FUNCTION {name}()"
                )
        if "forms_question_list" not in there:
            cursor.execute("DELETE FROM forms_questionlist")
            cursor.execute(ALL_LISTS)
