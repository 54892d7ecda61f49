"""Searching in patients' answers."""

from django.db.models import Func, Q, QuerySet, TextField

from forms.models import SubmissionAddition


class AnswersText(Func):
    """All answers of a submission as one text, without the questions' names."""

    output_field = TextField()
    arity = 1

    def as_sqlite(self, compiler, connection, **extra):
        """SQLite's own reading of JSON."""
        return self.as_sql(
            compiler,
            connection,
            template="(SELECT group_concat(value, char(10)) "
            "FROM json_each(%(expressions)s))",
            **extra,
        )

    def as_postgresql(self, compiler, connection, **extra):
        """PostgreSQL's own reading of JSON."""
        return self.as_sql(
            compiler,
            connection,
            template="(SELECT string_agg(value, chr(10)) "
            "FROM jsonb_each_text(%(expressions)s))",
            **extra,
        )


def added_to_with(word: str) -> QuerySet:
    """The submissions to which something with this word was added."""
    additions = SubmissionAddition.objects.filter(text__icontains=word)
    return additions.order_by().values("submission")


def search(submissions: QuerySet, words: str) -> QuerySet:
    """The submissions that hold each of these words, in the reference, the title of
    the page they are about, an answer, or what was added later."""
    submissions = submissions.alias(answers_text=AnswersText("form_data"))
    for word in words.split():
        submissions = submissions.filter(
            Q(reference__icontains=word)
            | Q(about_title__icontains=word)
            | Q(answers_text__icontains=word)
            | Q(pk__in=added_to_with(word))
        )
    return submissions
