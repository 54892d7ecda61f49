"""`manage.py export_submissions`: the desk's export from the command line."""

import io
import stat
import sys

import openpyxl
import pytest
from django.core.management import CommandError, call_command

from submissions.models import Export
from tests import factories

pytestmark = pytest.mark.django_db


class ByteOutput(io.TextIOWrapper):
    """Standard output as a program has it: text above bytes."""

    def __init__(self):
        super().__init__(io.BytesIO(), encoding="utf-8")

    @property
    def written(self) -> bytes:
        self.flush()
        return self.buffer.getvalue()


def export(*arguments: str) -> bytes:
    """What the command writes to standard output."""
    output = ByteOutput()
    call_command("export_submissions", *arguments, stdout=output)
    return output.written


def from_the_desk(client, **query) -> bytes:
    """What the desk gives to somebody who may export."""
    client.force_login(factories.staff_member("view_submission", "export_submission"))
    response = client.get("/admin/desk/", {**query, "export": "csv"})
    return b"".join(response.streaming_content)


@pytest.fixture
def visits():
    """Two forms, of which the one called "visit" was sent twice."""
    page = factories.FormPageFactory(slug="visit", title="Your visit")
    factories.SubmissionFactory(page=page, form_data={"q_why": "=1+1\r\n“ow”"})
    factories.SubmissionFactory(page=page, rating=0)
    factories.SubmissionFactory()
    return page


def test_it_writes_the_same_bytes_as_the_desk(client, visits):
    assert export() == from_the_desk(client)
    assert export("--form", "visit") == from_the_desk(client, form="visit")
    assert export("--form", "visit").count(visits.title.encode()) == 2


def test_it_writes_a_workbook(visits, tmp_path):
    workbook = openpyxl.load_workbook(io.BytesIO(export("--format", "xlsx")))

    assert workbook.active.max_row == 4


def test_a_named_file_is_for_its_owner_only(visits, tmp_path):
    path = tmp_path / "out.csv"

    assert export("--output", str(path)) == b""
    assert path.read_bytes() == export()
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_a_form_that_nobody_has_sent_gives_headings_only(visits):
    factories.FormPageFactory(slug="enquiry")

    assert export("--form", "enquiry").count(b"\r\n") == 1


def test_an_unknown_form_is_an_error_that_names_the_known_ones(visits):
    with pytest.raises(CommandError) as error:
        export("--form", "visits")

    assert "no form “visits”" in str(error.value)
    assert "visit" in str(error.value).split("are:")[1]
    assert not Export.objects.exists()


def test_a_file_that_cannot_be_written_is_a_plain_error(visits, tmp_path):
    with pytest.raises(CommandError, match=r"Cannot write .*Is a directory\."):
        export("--output", str(tmp_path))


def test_identity_needs_a_reason_and_stands_in_the_log(visits):
    factories.SubmissionFactory(
        questions_asked=[["q_mail", "E-mail", "email"]],
        form_data={"q_mail": "anna@example.org"},
    )

    with pytest.raises(CommandError, match="--reason"):
        export("--with-identity")

    assert b"anna@example.org" not in export()
    with_identity = export("--with-identity", "--reason", "Subject access request")
    assert b"anna@example.org" in with_identity
    assert Export.objects.first().reason == "Subject access request"


def test_a_workbook_is_not_written_to_a_screen(visits, monkeypatch):
    monkeypatch.setattr(ByteOutput, "isatty", lambda _: True)

    with pytest.raises(CommandError, match="--output"):
        export("--format", "xlsx")


def test_the_export_is_in_the_log(visits):
    export("--form", "visit")

    logged = Export.objects.get()
    assert (logged.user, logged.exported_by) == (None, "Command line")
    assert (logged.file_format, logged.filters) == ("csv", "Form: Your visit")
    assert logged.row_count == 2


def test_a_reader_that_stops_early_is_no_error(visits, monkeypatch, tmp_path):
    class ClosedPipe(io.BytesIO):
        def write(self, data):
            raise BrokenPipeError

    output = ByteOutput()
    monkeypatch.setattr(type(output), "buffer", ClosedPipe(), raising=False)
    with (tmp_path / "stdout").open("w") as real:
        monkeypatch.setattr(sys, "stdout", real)
        call_command("export_submissions", stdout=output)

    assert Export.objects.count() == 1
