"""Search answers everything, and finds what is public."""

import pytest
from bs4 import BeautifulSoup
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests import factories

pytestmark = pytest.mark.django_db


def found(client, query, **params):
    """The titles that a search brings."""
    response = client.get("/search/", {"q": query, **params})
    soup = BeautifulSoup(response.content, "html.parser")
    return [link.get_text() for link in soup.select(".search-result a")]


@pytest.fixture
def back_pain():
    """An article with a word of its own in title, other names and text."""
    text = {"type": "text", "value": "<p>Pain in the lumbar region.</p>"}
    section = {"heading": "What it is", "body": [text]}
    return factories.ConditionPageFactory(
        title="Back pain",
        alternative_names="Lumbago",
        summary="It hurts behind.",
        sections=[{"type": "definition", "value": section}],
    )


@pytest.mark.parametrize("query", ["back", "Lumbago", "lumbar", "behind"])
def test_titles_other_names_summaries_and_text_are_searched(client, back_pain, query):
    assert found(client, query) == ["Back pain"]


def test_drafts_and_private_pages_are_not_found(client, back_pain):
    factories.ConditionPageFactory(title="Back draft", live=False)
    private = factories.StandardPageFactory(title="Back room")
    private.view_restrictions.create(restriction_type="login")
    assert found(client, "back") == ["Back pain"]


def test_a_search_without_result_says_so(client, back_pain):
    response = client.get("/search/", {"q": "zebra"})
    assert "No results for “zebra”" in response.content.decode()


def test_results_come_in_pages_and_any_page_number_is_answered(client):
    for _ in range(12):
        factories.StandardPageFactory(introduction="zebra")
    assert len(found(client, "zebra")) == 10
    assert len(found(client, "zebra", page="2")) == 2
    for number in ("0", "99", "x", "-1", "9" * 30):
        assert found(client, "zebra", page=number)


@pytest.mark.parametrize(
    "query",
    [
        *('"', "\"'(", "\x00", "a AND", "NOT", "OR OR", "title:back", "*", "-", "%_\\"),
        *("{}[]^~?:", "back*", "( back", "🙂", "ÅÄ", "'; DROP TABLE page; --"),
        *(" " * 500, "x" * 10_000, "a " * 5_000),
    ],
)
def test_any_words_get_an_answer(client, back_pain, query):
    assert client.get("/search/", {"q": query}).status_code == 200


@settings(
    max_examples=50,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(query=st.text(max_size=60))
def test_any_text_at_all_gets_an_answer(client, query):
    assert client.get("/search/", {"q": query}).status_code == 200


def test_what_was_typed_is_shown_as_text(client):
    response = client.get("/search/", {"q": "<script>alert(1)</script>"})
    assert b"<script>" not in response.content
