"""Invented submissions into the database, many thousand at a time."""

from collections.abc import Callable
from datetime import date, datetime, time
from random import Random

from django.core.management.color import no_style
from django.db import connection, transaction
from django.db.models import Max
from django.utils import timezone

from home.demo.letters import ENQUIRIES, FEEDBACK
from home.demo.submissions import stable_token
from submissions.models import QuestionList, Submission, SubmissionAddition
from submissions.models.search_text import fold_answers

from .moments import moments
from .pages import articles, form_pages, owner_ids
from .submissions import TOKEN_PREFIX, SubmissionRows

BATCH = 5_000


def real_submissions_exist() -> bool:
    """Whether anything is there that neither the demo nor this invented."""
    demo = [stable_token("feedback", number) for number in range(len(FEEDBACK))]
    demo += [stable_token("enquiry", number) for number in range(len(ENQUIRIES))]
    return (
        Submission.objects.exclude(token__startswith=TOKEN_PREFIX)
        .exclude(token__in=demo)
        .filter(is_test=False)
        .exists()
    )


def load(
    count: int,
    seed: int,
    article_count: int,
    until: date,
    progress: Callable[[int], None],
) -> None:
    """Store so many more submissions; `progress` is told how many are stored.

    The same seed and day make the same rows on the same site. Not to be run while
    patients send: the rows' numbers are given here.
    """
    forms, about, owners = form_pages(), articles(article_count), owner_ids()
    prefix = f"{TOKEN_PREFIX}{seed}-"
    first = Submission.objects.filter(token__startswith=prefix).count()
    first_pk = (Submission.objects.aggregate(last=Max("pk"))["last"] or 0) + 1
    received = moments(count, until, Random(f"moments {seed} {first}"))  # noqa: S311
    now = timezone.make_aware(datetime.combine(until, time()))
    rows = SubmissionRows(forms, about, owners, seed).make(
        received, now, first_pk, first
    )
    for done in range(0, count, BATCH):
        batch = [next(rows) for _ in range(min(BATCH, count - done))]
        with transaction.atomic():
            for row, added in batch:
                texts = [addition.text for addition in added]
                row.search_text = fold_answers(row.form_data, texts)
            QuestionList.remember(row for row, _ in batch)
            Submission.objects.bulk_create([row for row, _ in batch])
            SubmissionAddition.objects.bulk_create(
                [addition for _, added in batch for addition in added]
            )
        progress(done + len(batch))
    go_on_counting()


def go_on_counting() -> None:
    """The database's own numbers go on after ours."""
    statements = connection.ops.sequence_reset_sql(no_style(), [Submission])
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)
        cursor.execute(what_the_planner_needs())


def what_the_planner_needs() -> str:
    """The statement by which the database learns what is in its tables; PostgreSQL also
    which pages of them all may see, as its own vacuuming would soon do."""
    if connection.vendor == "postgresql" and not connection.in_atomic_block:
        return "VACUUM (ANALYZE)"
    return "ANALYZE"
