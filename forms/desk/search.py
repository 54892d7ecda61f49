"""Searching in what patients wrote."""

from django.db.models import QuerySet

from forms.word_index.finding import ALL, with_words

# A word that most submissions hold tells nothing: only the newest with it are looked
# through for the list. Exports look through all.
MOST_LOOKED_THROUGH = 10_000


def search(submissions: QuerySet, words: str, *, newest_only: bool = False) -> QuerySet:
    """The submissions that hold each of these words, or one that begins with it, in the
    reference, the title of the page they are about, an answer, or what was added."""
    return with_words(
        submissions, words, limit=MOST_LOOKED_THROUGH if newest_only else ALL
    )
