"""Words of danger raise a flag, however they are spelled; pain language does not."""

import time

import pytest

from forms.safety.flags import Flag, find_flags
from tests.safety_sentences import DANGER, NO_FLAG, SELF_HARM, SIDE_EFFECT


@pytest.mark.parametrize(
    ("flag", "sentence"),
    [
        (flag, sentence)
        for flag, sentences in (
            (Flag.SELF_HARM, SELF_HARM),
            (Flag.DANGER, DANGER),
            (Flag.SIDE_EFFECT, SIDE_EFFECT),
        )
        for sentence in sentences
    ],
)
def test_words_of_danger_raise_their_flag(flag, sentence):
    assert flag in find_flags([sentence])
    assert flag in find_flags([sentence.upper().replace("'", "’")])


@pytest.mark.parametrize("sentence", NO_FLAG)
def test_ordinary_words_of_pain_raise_none(sentence):
    assert find_flags([sentence]) == []


def test_what_begins_in_one_answer_and_ends_in_the_next_is_found():
    assert find_flags(["Some nights I want to", "kill myself"]) == [Flag.SELF_HARM]


def test_several_flags_are_all_raised():
    text = "He hits me. I want to die. And I came out in a rash."
    assert set(find_flags([text])) == set(Flag)


@pytest.mark.parametrize(
    "text",
    ["kill\u00a0myself", "kill\nmyself", "kill-myself!!", "k\u00adill my\u200bself"],
)
def test_signs_that_cannot_be_seen_hide_nothing(text):
    assert find_flags([text]) == [Flag.SELF_HARM]


@pytest.mark.parametrize("word", ["after the ", "since my ", "a ", "he has ", "sick "])
def test_a_long_text_is_read_at_once(word):
    started = time.perf_counter()
    find_flags([word * (10_000 // len(word))] * 3)
    assert time.perf_counter() - started < 2
