"""Search knows what was meant, and says so."""

import pytest

from home.search.spelling import Speller, sound_of
from home.search.words import find_words, name_key, stem
from tests import factories
from tests.searching import find, search

NAMES = ["back", "pain", "fibromyalgia", "physiotherapy", "sciatica", "neck", "knee"]
NAMES += ["wrist", "migraine"]


@pytest.fixture
def speller():
    """Knows some names, and some words that are only in texts."""
    return Speller(dict.fromkeys([*NAMES, "fact", "neat", "backing"], 3), NAMES)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("fibromyalga", "fibromyalgia"),
        ("physiotherpy", "physiotherapy"),
        ("siatica", "sciatica"),
        ("scaitica", "sciatica"),
        ("mygrane", "migraine"),
        ("nek", "neck"),
        ("kne", "knee"),
        ("wirst", "wrist"),
        ("bcak", "back"),
        ("fybromi", "fibromyalgia"),
        ("xyz", None),
        ("ab", None),
        ("c19", None),
        ("hippopotamus", None),
    ],
)
def test_a_word_is_corrected_to_the_nearest_in_use(speller, typed, meant):
    assert speller.correct(typed) == meant


def test_two_words_written_as_one_are_taken_apart(speller):
    assert speller.split("backpain") == ("back", "pain")
    assert speller.split("backfact") is None


def test_words_that_sound_the_same_are_the_same():
    assert sound_of("physio") == sound_of("fisio")
    assert sound_of("anaesthetic") == sound_of("anesthetic")
    assert sound_of("neck") != sound_of("knee")


@pytest.mark.parametrize(
    "forms",
    [
        "ache aches ached aching",
        "injury injuries",
        "run running runs",
        "swell swelling swells",
        "box boxes",
        "exercise exercises exercising",
    ],
)
def test_the_forms_of_a_word_have_one_stem(forms):
    assert len({stem(form) for form in forms.split()}) == 1


@pytest.mark.parametrize("word", ["arthritis", "spring", "bed", "virus", "stress"])
def test_a_word_that_only_looks_like_a_form_stays_whole(word):
    assert stem(word) == word


def test_words_are_found_without_marks_and_apostrophes():
    assert find_words("Ménière’s x-ray, ÉTÉ") == ["menieres", "x", "ray", "ete"]
    assert name_key("The Wear and Tears") == name_key("wear, tear")


@pytest.fixture
def pages(db):
    """Two conditions."""
    factories.ConditionPageFactory(title="Fibromyalgia")
    factories.ConditionPageFactory(title="Back pain", alternative_names="Lumbago")


def test_a_correction_is_said_and_can_be_refused(client, pages):
    soup = search(client, "Fibromyalga")
    note = soup.select_one(".search-results__correction")
    assert "Showing results for fibromyalgia." in " ".join(note.get_text().split())
    assert note.a.get_text(strip=True) == "Search for Fibromyalga instead"
    refused = client.get(f"/search/{note.a['href']}").content.decode()
    assert "No results for “fibromyalga”" in refused


@pytest.mark.parametrize("query", ["fibro", "fibromyalgias", "lumbago"])
def test_what_can_be_found_is_not_corrected(client, pages, query):
    assert not search(client, query).select(".search-results__correction")
    assert len(find(client, query)) == 1


@pytest.mark.parametrize("query", ["backpain", "fibro myalgia", "bak pian"])
def test_words_are_joined_and_taken_apart(client, pages, query):
    assert len(find(client, query)) == 1


def test_words_of_drafts_are_not_suggested(client, pages):
    factories.ConditionPageFactory(title="Secretosis", live=False)
    assert not search(client, "secretosi").select(".search-results__correction")
    assert find(client, "secretosiz") == []
