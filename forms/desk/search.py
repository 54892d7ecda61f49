"""Searching in what patients wrote.

Each word, or one that begins with it: in the reference, the title of the page they are
about, an answer, or what was added.
"""

from django.db.models import QuerySet

from forms.word_index.finding import newest_with_words, with_numbers, with_words

# A word that most submissions hold tells nothing: only the newest with it are looked
# through for the list. Exports look through all.
MOST_LOOKED_THROUGH = 2_000


class NewestMatches:
    """The newest submissions with these words, looked for once."""

    def __init__(self, words: str):
        found = newest_with_words(words, MOST_LOOKED_THROUGH + 1)
        self.numbers = found[:MOST_LOOKED_THROUGH]
        self.are_all = len(found) <= MOST_LOOKED_THROUGH

    def among(self, submissions: QuerySet) -> QuerySet:
        """Those of them that are among these."""
        return with_numbers(submissions, self.numbers)


def search(submissions: QuerySet, words: str) -> QuerySet:
    """All of these submissions that hold each of the words."""
    return with_words(submissions, words)
