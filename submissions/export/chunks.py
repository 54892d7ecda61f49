"""The rows of a long query, so many at a time, as they are asked for."""

from collections.abc import Generator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from itertools import islice
from typing import Any

from django.db import connection, transaction
from django.db.models import QuerySet

# Rows held in memory at once; on PostgreSQL twice as many.
CHUNK_SIZE = 1_000

Rows = Generator[tuple[Any, ...], None, None]
Chunks = Generator[list[tuple[Any, ...]], None, None]


def in_chunks(values: QuerySet) -> Chunks:
    """These values, read from the database as they are asked for. Close it when no
    more are."""
    rows = values.iterator(chunk_size=CHUNK_SIZE)
    if connection.vendor == "postgresql":
        return read_ahead(rows)
    # SQLite's work is done in this process: a thread for it would wait for Python's
    # lock at each row. A transaction would keep others from writing.
    return chunks_of(rows)


def read_ahead(rows: Rows) -> Chunks:
    """Each chunk is read while the one before is used: PostgreSQL works meanwhile.

    In a transaction: outside, Django has PostgreSQL keep a copy of all rows before it
    gives the first. Other queries over the same connection take turns with these, as
    psycopg locks it.
    """
    # Left in the opposite order: the transaction takes the query with it.
    with (
        transaction.atomic(),
        closing(chunks_of(rows)) as chunks,
        ThreadPoolExecutor(1, thread_name_prefix="export") as reader,
    ):
        # Begun by this thread, over its connection; the other would open one more.
        chunk = next(chunks, None)
        while chunk:
            coming = reader.submit(next, chunks, None)
            yield chunk
            chunk = coming.result()


def chunks_of(rows: Rows) -> Chunks:
    """The rows, CHUNK_SIZE at a time."""
    with closing(rows):
        while chunk := list(islice(rows, CHUNK_SIZE)):
            yield chunk
