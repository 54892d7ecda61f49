"""Words of danger raise a flag, however they are spelled; pain language does not."""

import io
import json
import time
from collections import Counter
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from forms.safety.flags import find_flags
from submissions.models.flags import Flag

# One sentence a line, with the flag that it must raise, or “-”.
LINES = (Path(__file__).parent / "data/safety_sentences.tsv").read_text().splitlines()
SENTENCES = [line.split("\t", 1) for line in LINES]


@pytest.mark.parametrize(
    "change", [str, str.upper, lambda text: text.replace("'", "’")]
)
def test_sentences_raise_their_flag_and_harmless_ones_none(change):
    asked, right = Counter(), Counter()
    for flag, sentence in SENTENCES:
        found = find_flags([change(sentence)])
        asked[flag] += 1
        right[flag] += flag in found or (flag == "-" and not found)
    shares = {flag: right[flag] / asked[flag] for flag in asked}
    assert set(shares) == {*Flag.values, "-"}
    assert min(shares.values()) >= 0.96, shares


@pytest.mark.parametrize(
    ("flags", "sentence"),
    [
        (["self_harm"], "I want to kill myself tonight"),
        (["self_harm"], "they would be better off without me"),
        (["danger"], "My husband hits me"),
        (["danger"], "I am going to hurt my neighbour"),
        (["emergency"], "numb between my legs and I have lost control of my bladder"),
        (["emergency", "side_effect"], "My throat is closing up"),
        (["emergency", "self_harm"], "I took an overdose last night"),
        (["side_effect"], "The tablets make me dizzy"),
        ([], "the therapist pushed me to do more exercises"),
        ([], "I've had no trouble passing urine"),
        ([], "nurse asked if I felt suicidal, I said no"),
        ([], "my father died of a heart attack years ago"),
    ],
)
def test_each_meaning_raises_its_own_flags(flags, sentence):
    assert find_flags([sentence]) == flags


@pytest.mark.parametrize(
    ("denied", "stated"),
    [
        ("No chest pain.", "No rash but chest pain."),
        ("I never had trouble breathing", "Never again. I have trouble breathing"),
        ("The leaflet says I may have a fit", "The leaflet is lost. I had a fit today"),
    ],
)
def test_a_denial_reaches_as_far_as_its_clause(denied, stated):
    assert find_flags([denied]) == []
    assert Flag.EMERGENCY in find_flags([stated])


def test_a_flag_of_treatment_names_both_helps():
    assert find_flags(["I collapsed after the injection"]) == [
        "emergency",
        "side_effect",
    ]


def test_what_begins_in_one_answer_and_ends_in_the_next_is_found():
    assert find_flags(["Some nights I want to", "kill myself"]) == [Flag.SELF_HARM]


def test_several_flags_are_all_raised():
    text = "He hits me. I want to die. I can't breathe. And I came out in a rash."
    assert find_flags([text]) == Flag.values


@pytest.mark.parametrize(
    "text",
    ["kill\u00a0myself", "kill\nmyself", "kill-myself!!", "k\u00adill my\u200bself"],
)
def test_characters_that_cannot_be_seen_hide_nothing(text):
    assert find_flags([text]) == [Flag.SELF_HARM]


@pytest.mark.parametrize(
    "words", ["after the ", "he hit ", "a. ", "\n. ", "sick since the epidural ", "x"]
)
def test_the_time_grows_with_the_length_alone(words):
    def seconds(length):
        started = time.process_time()
        find_flags([(words * length)[:length]])
        return time.process_time() - started

    assert seconds(100_000) < max(40 * seconds(10_000), 2)


@pytest.fixture
def check(tmp_path, capsys):
    """What the command writes of these bytes."""

    def check(content, *options):
        file = tmp_path / "texts"
        file.write_bytes(content)
        call_command("check_safety", str(file), *options)
        return capsys.readouterr().out.splitlines()

    return check


def test_texts_are_checked_from_the_command_line(check):
    lines = check("I want to die\n\nLovely café\n".encode(), "--json")
    assert [json.loads(line) for line in lines] == [
        {"text": "I want to die", "flags": ["self_harm"]},
        {"text": "Lovely café", "flags": []},
    ]
    assert check(b"I want to die\nbad \xff byte")[0] == "self_harm\tI want to die"


def test_texts_come_from_standard_input(monkeypatch, capsys):
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"He hits me")))
    call_command("check_safety", "-", "--json")
    assert json.loads(capsys.readouterr().out)["flags"] == ["danger"]


def test_a_missing_file_is_refused_in_words(tmp_path):
    with pytest.raises(CommandError, match="Cannot read"):
        call_command("check_safety", str(tmp_path / "none"))
