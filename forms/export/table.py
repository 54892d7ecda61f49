"""Submissions as a table: headings and rows, whatever the file will be.

In the website's own language, whoever exports: spreadsheets that staff have built on
these files look for the same words each time.
"""

from collections.abc import Iterator
from datetime import datetime

from django.conf import settings
from django.db.models import Count, Max, Prefetch, QuerySet
from django.utils import translation
from django.utils.translation import gettext

from editorial.clinic_time import clinic_time
from forms.models import Submission

from .columns import FIXED_COLUMNS, Column, distinct_headings, question_columns

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
        with translation.override(settings.LANGUAGE_CODE):
            fixed = [str(heading) for heading in FIXED_COLUMNS]
        return distinct_headings([*fixed, *self.questions.values()])

    def rows(self) -> Iterator[list[Cell]]:
        """One row a submission, read from the database as they are asked for."""
        # The pages are not wanted: their titles and addresses are kept.
        plain = self.submissions.select_related(None).prefetch_related(
            "additions", Prefetch("duplicate_of", Submission.objects.only("reference"))
        )
        for submission in plain.iterator(chunk_size=CHUNK_SIZE):
            # Row by row: what runs between two rows has a language of its own.
            with translation.override(settings.LANGUAGE_CODE):
                row = self.row(submission)
            yield row

    def row(self, submission: Submission) -> list[Cell]:
        """The cells of one submission. The time is the clinic's; the rest is text."""
        answers = {
            Column(submission.form_key, question.name): submission.answer_text(question)
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
            gettext("Yes") if submission.is_verified else "",
            submission.duplicate_of.reference if submission.duplicate_of else "",
            clinic_time(submission.withdrawn_at) if submission.withdrawn_at else "",
            "\n\n".join(addition.text for addition in submission.additions.all()),
            *(answers.get(column, "") for column in self.questions),
        ]
