"""Downloading from the desk as staff do."""

from submissions.export.columns import FIXED_COLUMNS

LIST = "/admin/desk/"
USUAL_HEADINGS = [str(column.heading) for column in FIXED_COLUMNS if column.is_usual]


def download(client, file_format: str, **query) -> bytes:
    """The file's bytes."""
    response = client.get(LIST, {**query, "export": file_format})
    assert response.status_code == 200
    return b"".join(response.streaming_content)
