"""The log of exports, which nobody can change."""

import pytest

from submissions.models import Export, ExportLogError, QuestionList
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def line():
    return Export.objects.create(
        user=factories.UserFactory(),
        exported_by="anna",
        file_format="csv",
        filters="All",
    )


def test_code_that_would_change_it_is_refused(line):
    line.filters = "Other"
    for change in (
        line.save,
        line.delete,
        Export.objects.all().delete,
        lambda: Export.objects.update(filters="Other"),
        lambda: Export.objects.bulk_update([line], ["filters"]),
    ):
        with pytest.raises(ExportLogError):
            change()


def test_how_it_ended_is_written_once(line):
    assert Export.objects.complete(line.pk, "finished", 2, "e" * 64)
    assert not Export.objects.complete(line.pk, "broken_off", 0)

    line.refresh_from_db()
    assert (line.outcome, line.row_count) == ("finished", 2)


def test_an_account_can_go(line):
    Export.objects.complete(line.pk, "finished", 2, "e" * 64)
    line.user.delete()

    line.refresh_from_db()
    assert (line.user, line.exported_by) == (None, "anna")


def test_every_list_of_questions_is_known_once_():
    page = factories.FormPageFactory()
    old = [["q_why", "Why?", "multiline"]]
    new = [["q_why", "What was the reason?", "multiline"]]
    for asked in (old, old, new, old):
        factories.SubmissionFactory(page=page, questions_asked=asked)

    lists = QuestionList.objects.order_by("pk").values_list("questions", flat=True)
    assert list(lists) == [old, new]
