"""Whatever questions are called, and become: no answer is hidden, mixed up or lost."""

import csv
import io
from random import Random

import openpyxl
import pytest
from bs4 import BeautifulSoup

from forms.models import FormPage
from submissions.export.csv_file import csv_chunks
from submissions.export.table import SubmissionTable
from submissions.export.xlsx_file import xlsx_chunks
from submissions.models import Submission
from tests import factories
from tests.form_filling import filled, open_form

pytestmark = pytest.mark.django_db

LABELS = [
    *("???", "Submit time", "submit_time", "Чувство", "痛みは", "كيف", "\u200b", "-"),
    *("Reference", "Received", "Why?", "why?", "page", "user", "form-token", "=1+1"),
    *("a" * 255, "q_00000000", "data", "is_valid", "<b>bold</b>", "Rating", "🙂"),
]


def sent(client, page, answers):
    """The submission of these answers, by question's name."""
    response = client.post(page.url, filled(open_form(client, page)) | answers)
    assert response.status_code == 303
    return Submission.objects.latest("pk")


def csv_rows():
    """Every submission as the CSV export has it: the cells, without the headings."""
    table = SubmissionTable(Submission.objects.order_by("pk"))
    text = b"".join(csv_chunks(table)).decode("utf-8-sig")
    headings, *rows = csv.reader(io.StringIO(text, newline=""))
    assert len(set(headings)) == len(headings)
    return rows


def xlsx_rows():
    """The same from the workbook."""
    table = SubmissionTable(Submission.objects.order_by("pk"))
    target = io.BytesIO(b"".join(xlsx_chunks(table)))
    _headings, *rows = openpyxl.load_workbook(target).active.values
    return [["" if cell is None else str(cell) for cell in row] for row in rows]


@pytest.mark.parametrize("seed", range(8))
def test_every_answer_is_found_again_whatever_editors_do(client, seed):
    random = Random(seed)
    page = factories.FormPageFactory(
        questions=[(random.choice(LABELS), "singleline") for _ in range(6)]
    )
    expected = []
    for number in range(5):
        questions = list(page.form_fields.all())
        answers = {
            question.clean_name: f"answer-{number}-{place}"
            for place, question in enumerate(questions)
        }
        submission = sent(client, page, answers)
        labels = [question.label for question in questions]
        expected.append((submission, list(zip(labels, answers.values(), strict=True))))
        # Then an editor relabels one, removes one, adds one, and turns the order.
        changed, removed = random.sample(questions, 2)
        changed.label = random.choice(LABELS)
        changed.save()
        removed.delete()
        factories.FormFieldFactory(page=page, label=random.choice(LABELS))
        order = list(page.form_fields.all())
        random.shuffle(order)
        for place, question in enumerate(order):
            question.sort_order = place
            question.save()
    for rows in (csv_rows(), xlsx_rows()):
        columns = {}
        for row, (submission, answers) in zip(rows, expected, strict=True):
            submission.refresh_from_db()
            assert submission.answers == answers
            written = [cell for cell in row if cell.startswith("answer-")]
            assert sorted(written) == sorted(text for _label, text in answers)
            for name, text in submission.form_data.items():
                assert columns.setdefault(name, row.index(text)) == row.index(text)


def test_a_copied_form_shares_no_column_with_the_first(client):
    page = factories.FormPageFactory(questions=[("Why?", "singleline")])
    page.save_revision().publish()
    copy = page.copy(update_attrs={"slug": "copy"}, keep_live=True)
    copy = FormPage.objects.get(pk=copy.pk)
    question = copy.form_fields.get()
    question.label = "Do you smoke?"
    question.save()
    sent(client, page, {page.form_fields.get().clean_name: "because"})
    sent(client, copy, {question.clean_name: "never"})
    for rows in (csv_rows(), xlsx_rows()):
        (first,) = [row for row in rows if "because" in row]
        (second,) = [row for row in rows if "never" in row]
        assert first.index("because") != second.index("never")


def test_a_question_that_went_while_a_patient_wrote_loses_nothing(client):
    page = factories.FormPageFactory(
        questions=[("Kept", "singleline"), ("Gone", "multiline")]
    )
    data = filled(open_form(client, page), Kept="one", Gone="my <long> story")
    page.form_fields.filter(label="Gone").delete()
    soup = BeautifulSoup(client.post(page.url, data).content, "html.parser")
    assert not Submission.objects.exists()
    assert (
        soup.select_one(".no-longer-asked blockquote").get_text() == "my <long> story"
    )
    assert soup.select_one("form.form input[type=text]")["value"] == "one"
    client.post(page.url, filled(soup, Kept="one"))
    assert Submission.objects.get().answers == [("Kept", "one")]


def test_an_answer_is_never_stored_under_words_that_were_not_asked(client):
    page = factories.FormPageFactory(questions=[("Are you well?", "singleline")])
    data = filled(open_form(client, page), **{"Are you well?": "yes"})
    page.form_fields.update(label="Are you ill?")
    client.post(page.url, data)
    assert not Submission.objects.exists()
