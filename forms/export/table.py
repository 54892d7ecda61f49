"""Submissions as a table: headings and rows, whatever the file will be."""

from collections.abc import Iterator
from datetime import datetime

from django.db.models import Count, Max, QuerySet

from editorial.clinic_time import clinic_time
from forms.models import Submission

from .columns import FIXED_COLUMNS, distinct_headings, question_columns

Cell = str | datetime

# Rows held in memory at once.
CHUNK_SIZE = 2_000


class SubmissionTable:
    """These submissions, in their order, as they stand when the table is made.

    What arrives while the file is being written is left out: it could bring a
    question that has no column.
    """

    def __init__(self, submissions: QuerySet):
        extent = submissions.order_by().aggregate(newest=Max("pk"), count=Count("pk"))
        self.row_count: int = extent["count"]
        self.submissions = submissions.filter(pk__lte=extent["newest"] or 0)
        self.questions = question_columns(self.submissions)

    @property
    def headings(self) -> list[str]:
        """The heading of each column, no two the same."""
        return distinct_headings([*FIXED_COLUMNS, *self.questions.values()])

    def rows(self) -> Iterator[list[Cell]]:
        """One row a submission, read from the database as they are asked for."""
        # The pages are not wanted: their titles and addresses are kept.
        plain = self.submissions.select_related(None)
        for submission in plain.iterator(chunk_size=CHUNK_SIZE):
            yield self.row(submission)

    def row(self, submission: Submission) -> list[Cell]:
        """The cells of one submission. The time is the clinic's; the rest is text."""
        answers = {
            question.name: submission.answer_text(question)
            for question in submission.questions
        }
        return [
            submission.reference,
            clinic_time(submission.submit_time),
            submission.form_title,
            submission.about_title,
            submission.about_url,
            submission.get_kind_display(),
            submission.get_status_display(),
            # Not a falsy test: 0 is "Don't know", which is an answer.
            "" if submission.rating is None else submission.get_rating_display(),
            submission.notice_version,
            *(answers.get(name, "") for name in self.questions),
        ]
