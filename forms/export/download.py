"""The file as the answer to a request, and its line in the log of exports."""

import tempfile

from django.contrib.auth.models import AbstractBaseUser
from django.http import FileResponse, StreamingHttpResponse

from editorial.clinic_time import clinic_today
from forms.models import Export

from .csv_file import csv_chunks
from .table import SubmissionTable
from .xlsx_file import check_row_limit, write_xlsx

FORMATS = ("csv", "xlsx")
XLSX_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def log_export(
    table: SubmissionTable,
    file_format: str,
    filters: str,
    user: AbstractBaseUser | None = None,
) -> Export:
    """Write down that these submissions are being exported; without a user, by the
    command line.

    Raises TooManyRowsError, and writes nothing, if the format cannot hold them all.
    """
    if file_format == "xlsx":
        check_row_limit(table)
    return Export.objects.create(
        user=user,
        exported_by=user.get_username() if user else "Command line",
        file_format=file_format,
        filters=filters,
        row_count=table.row_count,
    )


def download(table: SubmissionTable, file_format: str) -> StreamingHttpResponse:
    """The table as a file to save, sent row by row."""
    filename = f"submissions-{clinic_today():%Y-%m-%d}.{file_format}"
    if file_format == "xlsx":
        # Has no name on the disk, and is gone when the answer is sent.
        workbook = tempfile.TemporaryFile()  # noqa: SIM115
        try:
            write_xlsx(table, workbook)
        except Exception:
            workbook.close()
            raise
        workbook.seek(0)
        return FileResponse(
            workbook, as_attachment=True, filename=filename, content_type=XLSX_TYPE
        )
    return StreamingHttpResponse(
        csv_chunks(table),
        content_type="text/csv; charset=utf-8",
        headers={"Content-Disposition": f'attachment; filename="{filename}"'},
    )
