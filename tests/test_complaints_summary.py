"""The regulator's summary of complaints."""

import csv
import io
from datetime import UTC, datetime

import pytest

from submissions.models import Export, FormGrant
from tests import factories

pytestmark = pytest.mark.django_db

SUMMARY = "/admin/desk-complaints/"
SPAN = "?received_from=2026-05-01&received_to=2026-05-31"


@pytest.fixture
def complaint():
    return factories.SubmissionFactory(
        kind="complaint",
        submit_time=datetime(2026, 5, 3, 13, 5, tzinfo=UTC),
        acknowledged_at=datetime(2026, 5, 5, 8, 0, tzinfo=UTC),
        form_data={"q_why": "a patient's words"},
        # Complaints are looked into also if they were withdrawn.
        withdrawn_at=datetime(2026, 5, 6, 8, 0, tzinfo=UTC),
    )


def rows(response):
    text = b"".join(response.streaming_content).decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_every_complaint_of_the_span_is_in_it_without_words(staff, complaint):
    factories.SubmissionFactory(kind="feedback", submit_time=complaint.submit_time)
    for values in ({"is_test": True}, {"is_held": True}):
        factories.SubmissionFactory(
            kind="complaint", submit_time=complaint.submit_time, **values
        )
    factories.SubmissionFactory(
        kind="complaint", submit_time=datetime(2026, 5, 31, 23, 30, tzinfo=UTC)
    )

    (row,) = rows(staff.get(f"{SUMMARY}{SPAN}&format=csv"))

    assert row == {
        "Reference": complaint.reference,
        "Received": "2026-05-03 14:05",
        "Form": "Feedback",
        "About page": "",
        "Acknowledged": "2026-05-05 09:00",
        "Days until acknowledged": "2",
        "Answered": "",
        "Days until answered": "",
        "Closed": "",
        "Days until closed": "",
        "Stands": "New",
        "Withdrawn by the patient": "2026-05-06 09:00",
    }
    logged = Export.objects.get()
    assert logged.filters == "Summary of complaints, 1 May 2026 to 31 May 2026"
    assert logged.row_count == 1


def test_the_page_shows_the_same_to_print(staff, complaint):
    page = staff.get(SUMMARY + SPAN).content.decode()

    assert complaint.reference in page
    assert "1 complaint was received." in page
    assert "words" not in page.split("<tbody>")[1]


def test_a_span_that_ends_before_it_begins_is_an_error_in_words(staff):
    page = staff.get(f"{SUMMARY}?received_from=2026-05-03&received_to=2026-05-01")

    assert "This day lies before the first one." in page.content.decode()


def test_complaints_of_other_forms_are_left_out(client, complaint):
    user = factories.staff_member("view_submission")
    group = user.groups.create(name="Visits")
    FormGrant.objects.create(
        group=group,
        form_key=complaint.page.specific.translation_key,
        permission=factories.Permission.objects.get(codename="export_submission"),
    )
    client.force_login(user)

    assert rows(client.get(f"{SUMMARY}{SPAN}&format=csv")) == []
