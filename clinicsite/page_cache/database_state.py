"""Whether anything in the database has changed: for no query on SQLite, for one that
reads no table on PostgreSQL."""

from threading import Lock
from typing import Any

from django.db import DEFAULT_DB_ALIAS, Error, connections

# SQLite numbers what other connections commit (https://sqlite.org/pragma.html). Two
# equal snapshots of PostgreSQL are two equal views of all data: a snapshot names the
# transactions that could have written and are not seen.
STATEMENTS = {
    "sqlite": "PRAGMA data_version",
    "postgresql": "SELECT pg_current_snapshot()::text",
}


class DatabaseState:
    """Tells one state of the database from the next.

    It asks on a connection of its own, which never writes and so sees the commits of
    all others, and on one for all threads: SQLite's number means nothing elsewhere.
    """

    def __init__(self) -> None:
        self.lock = Lock()
        self.connection: Any = None
        self.times_connected = 0

    def read(self) -> tuple[object, ...] | None:
        """A value that is equal for as long as nothing was committed; None if that
        cannot be told."""
        with self.lock:
            try:
                return self.ask()
            except Error:
                if self.connection is not None:
                    self.connection.close()
                    self.connection = None
                return None

    def ask(self) -> tuple[object, ...] | None:
        """The same; raises django.db.Error if the database does not answer."""
        if self.connection is None:
            self.connection = connections.create_connection(DEFAULT_DB_ALIAS)
            self.connection.inc_thread_sharing()
            self.times_connected += 1
        statement = STATEMENTS.get(self.connection.vendor)
        if statement is None:
            return None
        with self.connection.cursor() as cursor:
            cursor.execute(statement)
            return self.times_connected, *cursor.fetchone()
