"""After an erasure: no byte of what was erased stays in the database's own files.

Backups, archives of the write-ahead log and what staff have
downloaded are out of reach: see docs/privacy.md.
"""

import logging

from django.apps import apps
from django.db import DatabaseError, connection

from .words_held import HOLDINGS

logger = logging.getLogger(__name__)


def scrub() -> bool:
    """Overwrite what was erased; False if others were reading, so that it must be
    tried again, or a transaction stands open."""
    if connection.in_atomic_block:
        return False
    if connection.vendor == "sqlite":
        return scrub_sqlite()
    if connection.vendor == "postgresql":
        scrub_postgresql()
    return True


def scrub_sqlite() -> bool:
    """Empty the write-ahead log into the database, whose pages `PRAGMA secure_delete`
    (settings) has overwritten with zeros."""
    with connection.cursor() as cursor:
        # It must not wait for readers: whoever asks will come again.
        cursor.execute("PRAGMA busy_timeout")
        (patience,) = cursor.fetchone()
        cursor.execute("PRAGMA busy_timeout = 0")
        try:
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            busy, *_frames = cursor.fetchone()
        finally:
            cursor.execute(f"PRAGMA busy_timeout = {int(patience)}")
    return not busy


def scrub_postgresql() -> None:
    """Have the tables' dead rows removed, so that their room is used again."""
    models = {each.model for each in HOLDINGS}
    tables = sorted({apps.get_model(each)._meta.db_table for each in models})
    with connection.cursor() as cursor:
        for table in tables:
            try:
                cursor.execute(f"VACUUM {connection.ops.quote_name(table)}")
            except DatabaseError as error:
                # Not allowed to, perhaps; autovacuum does it in its own time.
                logger.warning("VACUUM was refused: %s", type(error).__name__)
