"""The reading age is that of the published formula, also for medical words."""

from pathlib import Path

import pytest

from editorial.reading.reading_age import Counts, count, grade, reading_age
from editorial.reading.sentences import split_sentences
from editorial.reading.syllables import count_syllables

LEVELS = [
    line.split(" ", 3)
    for line in (Path(__file__).parent / "data/reading_levels.txt")
    .read_text()
    .splitlines()
    if not line.startswith("#")
]


@pytest.mark.parametrize(("sentences", "words", "syllables", "text"), LEVELS)
def test_the_age_is_within_a_year_of_the_formula(sentences, words, syllables, text):
    counts = count(split_sentences(text))
    assert (counts.sentences, counts.words) == (int(sentences), int(words))
    published = (
        0.39 * int(words) / int(sentences) + 11.8 * int(syllables) / int(words) - 15.59
    )
    assert grade(counts) == pytest.approx(published, abs=1)


def test_the_grade_of_a_text_counted_by_hand():
    # The | nurse | will | call | your | name: six words of one syllable.
    assert count(["The nurse will call your name."]) == Counts(1, 6, 6)
    assert grade(Counts(1, 6, 6)) == pytest.approx(2.34 + 11.8 - 15.59)


def test_an_age_needs_a_hundred_words_and_is_at_least_five():
    assert reading_age(Counts(10, 99, 120)) is None
    assert reading_age(Counts(50, 100, 100)) == 5
    assert reading_age(Counts(5, 100, 150)) == pytest.approx(7.8 + 17.7 - 15.59 + 5)
    assert reading_age(count([])) is None


def test_labels_are_no_sentences():
    assert count(["Every day", "01234 567890"]) == Counts(0, 0, 0)


@pytest.mark.parametrize(
    ("syllables", "words"),
    [
        (1, "ache called care eye hours knee nerve times you're x 10"),
        (
            2,
            "being codeine didn't fatigue fibres injured likely nurse's needles "
            "platelets release table",
        ),
        (3, "arthritis cortisol ketamine nausea pancreas radius surgeries theorem"),
        (4, "diabetes diarrhoea gabapentin neuropathic sciatica trigeminal"),
        (5, "amitriptyline anaesthesia fibromyalgia paracetamol psychological"),
        (6, "osteoarthritis physiotherapy rehabilitation"),
    ],
)
def test_syllables_are_counted_as_spoken(syllables, words):

    counted = {word: count_syllables(word) for word in words.split()}
    assert counted == dict.fromkeys(counted, syllables)


def test_sentences_end_where_readers_see_an_end():
    text = "Dr. Smith gives 2.5 mg, e.g. at night. “Is it safe?” Ask J. Smith. I do"
    assert split_sentences(text) == [
        *("Dr. Smith gives 2.5 mg, e.g. at night.", "“Is it safe?”"),
        *("Ask J. Smith.", "I do"),
    ]
