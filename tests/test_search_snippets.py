"""The text under a result shows why it was found."""

import pytest

from home.search.snippets import LENGTH, excerpt, highlight
from tests import factories
from tests.searching import search

FILLER = "Some words that matter little. " * 20


def test_the_excerpt_is_taken_from_around_the_words():
    text = f"{FILLER}Then the zebra came. {FILLER}"
    shown = excerpt(text, {"zebra"})
    assert shown.startswith("Then the <mark>zebra</mark> came. Some words")
    assert shown.endswith(" …")
    assert len(shown) < LENGTH + 20


def test_the_excerpt_prefers_the_place_with_most_of_the_words():
    text = f"A zebra. {FILLER}A zebra and a gnu. {FILLER}"
    assert "<mark>zebra</mark> and a <mark>gnu</mark>" in excerpt(
        text, {"zebra", "gnu"}
    )


def test_a_place_in_the_middle_of_a_sentence_is_marked_as_such():
    shown = excerpt("word " * 100 + "zebra " + "word " * 100, {"zebra"})
    assert shown.startswith("… word")
    assert shown.endswith("word …")


def test_a_text_without_the_words_gives_nothing():
    assert excerpt(FILLER, {"zebra"}) == ""


def test_text_is_shown_as_text_and_words_are_marked_as_written():
    assert highlight("<b>Bell’s</b> & ÉTÉ", {"bells", "ete"}) == (
        "&lt;b&gt;<mark>Bell’s</mark>&lt;/b&gt; &amp; <mark>ÉTÉ</mark>"
    )


@pytest.mark.django_db
def test_a_page_found_by_its_text_shows_that_text_without_mark_up(client):
    text = {"type": "text", "value": f"<p>{FILLER}</p><h3>Zebra &amp; gnu</h3>"}
    section = {"heading": "What <it> is", "body": [text]}
    factories.ConditionPageFactory(
        title="Back pain", sections=[{"type": "definition", "value": section}]
    )
    shown = search(client, "zebra").select_one(".search-result__text")
    assert shown.get_text().endswith("Zebra & gnu.")
    assert [mark.get_text() for mark in shown.find_all("mark")] == ["Zebra"]
