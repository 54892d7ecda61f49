"""The file as the answer to a request, and its line in the log of exports."""

import hashlib
from collections.abc import Callable, Iterator

from django.contrib.auth.models import AbstractBaseUser
from django.http import StreamingHttpResponse

from editorial.clinic_time import clinic_today
from submissions.models import Export

from .choice import ExportChoice
from .csv_file import csv_chunks
from .json_lines import json_chunks
from .table import SubmissionTable, Table
from .xlsx_file import xlsx_chunks

Outcome = Export.Outcome
WRITERS: dict[str, Callable[[Table], Iterator[bytes]]] = {
    "csv": csv_chunks,
    "xlsx": xlsx_chunks,
    "jsonl": json_chunks,
}
CONTENT_TYPES = {
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "jsonl": "application/x-ndjson",
}


def log_export(
    headings: list[str],
    choice: ExportChoice,
    filters: str,
    user: AbstractBaseUser | None = None,
) -> Export:
    """Write down that submissions are being exported; without a user, by the command
    line."""
    return Export.objects.create(
        user=user,
        exported_by=user.get_username() if user else "Command line",
        file_format=choice.file_format,
        filters=filters,
        columns=", ".join(headings),
        with_identity=choice.identity,
        reason=choice.reason,
    )


class LoggedFile:
    """A file in pieces. When it ends, or is broken off, the log says so, once."""

    def __init__(self, export: Export, table: Table, file_format: str):
        self.export = export
        self.table = table
        self.row_count = 0
        self.digest = hashlib.sha256()
        self.chunks = WRITERS[file_format](self)

    @property
    def headings(self) -> list[str]:
        """Those of the table."""
        return self.table.headings

    def rows(self) -> Iterator:
        """Those of the table, counted."""
        for row in self.table.rows():
            self.row_count += 1
            yield row

    def __iter__(self) -> "LoggedFile":
        return self

    def unlogged(self) -> Iterator[bytes]:
        """The pieces, for who says itself how it ended."""
        for chunk in self.chunks:
            self.digest.update(chunk)
            yield chunk

    def __next__(self) -> bytes:
        try:
            chunk = next(self.chunks)
        except StopIteration:
            self.end(Outcome.FINISHED)
            raise
        except Exception:
            self.end(Outcome.BROKEN_OFF)
            raise
        self.digest.update(chunk)
        return chunk

    def end(self, outcome: str) -> None:
        """Write down how it ended; what comes later counts no more."""
        is_whole = outcome == Outcome.FINISHED
        Export.objects.complete(
            self.export.pk,
            outcome,
            self.row_count,
            self.digest.hexdigest() if is_whole else "",
        )

    def close(self) -> None:
        """Called by the server when nobody reads on."""
        self.chunks.close()
        self.end(Outcome.BROKEN_OFF)


def file_name(file_format: str, subject: str = "submissions") -> str:
    """What the file is called on the reader's computer."""
    return f"{subject}-{clinic_today():%Y-%m-%d}.{file_format}"


def attachment(file_format: str, subject: str = "submissions") -> dict[str, str]:
    """Headers: a file to save, which no cache keeps."""
    return {
        "Content-Type": CONTENT_TYPES[file_format],
        "Content-Disposition": (
            f'attachment; filename="{file_name(file_format, subject)}"'
        ),
        "Cache-Control": "private, no-store",
    }


def download(
    table: SubmissionTable, filters: str, user: AbstractBaseUser
) -> StreamingHttpResponse:
    """The table as a file to save, sent row by row; the log says so before a row has
    left."""
    choice = table.choice
    export = log_export(table.headings, choice, filters, user)
    return StreamingHttpResponse(
        LoggedFile(export, table, choice.file_format),
        headers=attachment(choice.file_format),
    )
