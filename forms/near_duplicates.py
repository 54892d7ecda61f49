"""Nearly the same answers, sent twice within minutes.

The rule, by which the same answers always get the same result: same form, same page
they are about, all that was ticked or chosen alike, and all that was written alike but
for a slip of the finger put right. A new word may be the one that matters. Where little
was written, two patients may well have answered alike, so nothing is put aside.
GOV.UK's support-api has such a window of 300 seconds.
"""

import unicodedata
from datetime import timedelta
from typing import Any

from rapidfuzz.distance import Levenshtein

from submissions.models.submission import Submission

WINDOW = timedelta(minutes=5)
# What two patients would not both write by chance, in letters and digits.
LEAST_WRITTEN = 20
# Letters and digits typed otherwise, left out or added.
MOST_CHANGED = 3
# A flood of answers must not make each one slower than the last.
MOST_COMPARED = 50

WRITTEN_TYPES = ("singleline", "multiline", "email", "telephone", "url")


def mark_near_duplicate(submission: Submission) -> None:
    """Mark it, or one that came later but was stored sooner, as a duplicate.

    Called when it is stored and others can see it. Of two at once the one stored
    second finds the first; the higher number is always the duplicate. What somebody
    sent through an invitation is another visit, and no duplicate.
    """
    if submission.is_verified or submission.is_test:
        return
    others = Submission.objects.from_patients().filter(
        page_id=submission.page_id,
        about_page_id=submission.about_page_id,
        submit_time__range=(
            submission.submit_time - WINDOW,
            submission.submit_time + WINDOW,
        ),
        is_verified=False,
        duplicate_of=None,
        withdrawn_at=None,
    )
    others = list(
        others.exclude(pk=submission.pk).order_by("-submit_time")[:MOST_COMPARED]
    )
    if not others:
        return
    # As it is stored: dates and numbers are text there.
    submission = Submission.objects.get(pk=submission.pk)
    for other in others:
        if nearly_same(submission, other):
            earlier, later = sorted((submission, other), key=lambda each: each.pk)
            Submission.objects.filter(pk=later.pk).update(duplicate_of=earlier)
            return


def nearly_same(one: Submission, other: Submission) -> bool:
    """Whether these answers are nearly the same."""
    if one.questions_asked != other.questions_asked:
        return False
    if given(one) != given(other):
        return False
    words, other_words = written(one), written(other)
    if min(len(words), len(other_words)) < LEAST_WRITTEN:
        return False
    changed = Levenshtein.distance(words, other_words, score_cutoff=MOST_CHANGED)
    return changed <= MOST_CHANGED


def given(submission: Submission) -> dict[str, Any]:
    """What was ticked or chosen, by question's name."""
    return {
        question.name: submission.form_data.get(question.name)
        for question in submission.questions
        if question.field_type not in WRITTEN_TYPES
    }


def written(submission: Submission) -> str:
    """All that was written, as letters and digits only, in the order asked."""
    texts = [
        str(submission.form_data.get(question.name) or "")
        for question in submission.questions
        if question.field_type in WRITTEN_TYPES
    ]
    plain = unicodedata.normalize("NFKC", "\n".join(texts)).casefold()
    return "".join(letter for letter in plain if letter.isalnum())
