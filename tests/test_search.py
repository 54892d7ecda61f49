"""Search answers everything, and finds what is public."""

import logging

import pytest
from bs4 import BeautifulSoup
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from wagtail.models import Page, get_page_models

from home.models import SearchEntry
from tests import factories
from tests.searching import find, search

pytestmark = pytest.mark.django_db


@pytest.fixture
def back_pain():
    """An article with a word of its own in title, other names and text."""
    text = {"type": "text", "value": "<p>Pain in the lumbar region.</p>"}
    section = {"heading": "What it is", "body": [text]}
    return factories.ConditionPageFactory(
        title="Back pain",
        alternative_names="Lumbago\nSore spine",
        summary="It hurts behind.",
        sections=[{"type": "definition", "value": section}],
    )


@pytest.mark.parametrize("query", ["back", "Lumbago", "lumbar", "behind", "lumba"])
def test_titles_other_names_summaries_and_text_are_searched(client, back_pain, query):
    assert find(client, query) == ["Back pain"]


@pytest.mark.parametrize("word", ["zebra", "okapi", "Gnu", "quagga"])
def test_every_page_type_is_searched(client, word):
    body = [{"type": "text", "value": "<p>zebra</p>"}]
    factories.StandardPageFactory(title="Plain", body=body)
    factories.LocationPageFactory(title="House", address="2 Okapi Lane")
    factories.ConditionIndexPageFactory(title="List", introduction="A gnu.")
    factories.FormPageFactory(title="Form", introduction="<p>To the quagga.</p>")
    assert len(find(client, word)) == 1


@pytest.mark.parametrize("model", get_page_models(), ids=str)
def test_what_a_page_type_has_searched_are_fields_of_its(model):
    names = getattr(model, "site_search_fields", ())
    assert set(names) <= {field.name for field in model._meta.get_fields()}


def test_a_new_title_counts_also_where_the_page_was_saved_as_any_page(
    client, back_pain
):
    page = Page.objects.get(pk=back_pain.pk)
    page.title = "Sciatica"
    page.save(update_fields=["title"])
    assert find(client, "sciatica") == ["Sciatica"]
    assert find(client, "lumbar") == ["Sciatica"]


def test_the_page_of_that_name_comes_first_conditions_before_others(client):
    factories.StandardPageFactory(title="Gout")
    factories.TreatmentPageFactory(title="Help", summary="Gout, gout and gout.")
    factories.ConditionPageFactory(title="Toes", alternative_names="Gout")
    factories.ConditionPageFactory(title="Gout", slug="gout-condition")
    soup = search(client, "gout")
    titles = [link.get_text() for link in soup.select(".search-result a")]
    assert titles == ["Gout", "Gout", "Toes", "Help"]
    assert "condition" in soup.select_one(".search-result a")["href"]


def test_pages_with_only_the_common_words_are_left_out(client, back_pain):
    for _ in range(5):
        factories.ConditionPageFactory(summary="Pain.")
    assert find(client, "lumbar pain") == ["Back pain"]
    assert find(client, "what is the pain in my lumbago") == ["Back pain"]


def test_drafts_and_private_pages_are_not_found(client, back_pain):
    factories.ConditionPageFactory(title="Back draft", live=False)
    private = factories.StandardPageFactory(title="Back room")
    factories.StandardPageFactory(title="Back yard", parent=private)
    private.create_alias(update_slug="alias")
    private.view_restrictions.create(restriction_type="login")
    assert find(client, "back") == ["Back pain"]
    # Nor do their words show in what is suggested.
    assert "Back room" not in client.get("/search/?q=bakroom").content.decode()


def test_a_draft_of_a_public_page_is_not_found_before_it_is_published(
    client, back_pain
):
    back_pain.title = "Zebra"
    revision = back_pain.save_revision()
    assert find(client, "zebra") == []
    revision.publish()
    assert find(client, "zebra") == ["Zebra"]
    assert find(client, "back") == []


def test_a_page_vanishes_as_soon_as_it_is_unpublished_or_deleted(client, back_pain):
    other = factories.ConditionPageFactory(title="Back ache")
    assert set(find(client, "back")) == {"Back pain", "Back ache"}
    back_pain.unpublish()
    assert find(client, "back") == ["Back ache"]
    other.delete()
    assert find(client, "back") == []
    assert not SearchEntry.objects.exists() or find(client, "ache") == []


def test_what_another_process_did_counts_at_once(client, back_pain):
    """Nothing tells this process of an update by query; the database does."""
    assert find(client, "lumbago") == ["Back pain"]
    Page.objects.filter(pk=back_pain.pk).update(live=False)
    assert find(client, "lumbago") == []
    assert "Back pain" not in client.get("/search/?q=lumbagoo").content.decode()
    Page.objects.filter(pk=back_pain.pk).update(live=True)
    assert find(client, "lumbago") == ["Back pain"]


def test_results_come_in_pages_and_any_page_number_is_answered(client):
    for _ in range(12):
        factories.StandardPageFactory(introduction="zebra")
    assert len(find(client, "zebra")) == 10
    assert len(find(client, "zebra", page="2")) == 2
    for number in ("0", "99", "x", "-1", "9" * 30):
        assert find(client, "zebra", page=number)


def test_kinds_are_counted_and_narrow_the_search(client, back_pain):
    factories.TreatmentPageFactory(title="Back school")
    factories.StandardPageFactory(title="Back door")
    soup = search(client, "back")
    kinds = [link.get_text(strip=True) for link in soup.select(".search-kinds a")]
    narrower = ["Conditions (1)", "Treatments (1)", "Other pages (1)"]
    assert kinds == ["Everything (3)", *narrower]
    link = soup.find("a", string="Treatments (1)")
    narrowed = BeautifulSoup(
        client.get(f"/search/{link['href']}").content, "html.parser"
    )
    assert narrowed.select_one(".search-result a").get_text() == "Back school"
    assert narrowed.h2.get_text() == "1 treatment for “back”"
    assert narrowed.select_one("[aria-current]").get_text() == "Treatments (1)"
    assert len(find(client, "back", kind="junk")) == 3


def test_each_result_says_what_it_is_and_which_name_was_sought(client, back_pain):
    soup = search(client, "lumbago")
    assert soup.h2.get_text() == "1 result for “lumbago”"
    result = soup.select_one(".search-result")
    assert result.select_one(".search-result__kind").get_text(strip=True) == "Condition"
    names = result.select_one(".search-result__names").get_text()
    assert names == "Also called: Lumbago"
    assert result.select_one(".search-result__text").get_text() == "It hurts behind."


def test_no_result_leads_on_to_near_titles_lists_and_the_clinic(client, back_pain):
    factories.ConditionPageFactory(title="Sciatica")
    soup = search(client, "scoxyxxica")
    assert soup.h2.get_text() == "No results for “scoxyxxica”"
    links = [link.get_text(strip=True) for link in soup.select("section a")]
    assert links[:2] == ["Sciatica", "Conditions from A to Z"]


def test_search_is_kept_out_of_caches_and_search_engines(client, back_pain):
    response = client.get("/search/", {"q": "back"})
    assert response.headers["X-Robots-Tag"] == "noindex"
    assert b'<meta name="robots" content="noindex">' in response.content
    assert "no-store" in response.headers["Cache-Control"]
    assert "private" in response.headers["Cache-Control"]


def test_what_was_typed_is_not_logged(client, back_pain, caplog):
    caplog.set_level(logging.DEBUG)
    find(client, "embarrassing")
    records = [
        record for record in caplog.records if record.name != "django.db.backends"
    ]
    assert "embarrassing" not in "".join(map(str, map(vars, records)))


@pytest.mark.parametrize(
    "query",
    [
        *('"', "\"'(", "\x00", "a AND", "NOT", "OR OR", "title:back", "*", "-", "%_\\"),
        *("{}[]^~?:", "back*", "( back", "🙂", "ÅÄ", "'; DROP TABLE page; --"),
        *(" " * 500, "x" * 10_000, "a " * 5_000, "כאב גב", "\u202eback", "İstanbul ﬁ"),
    ],
)
def test_any_words_get_an_answer(client, back_pain, query):
    for params in ({}, {"exact": "1"}, {"kind": "conditions", "page": "\x00"}):
        response = client.get("/search/", {"q": query, **params})
        assert response.status_code == 200


def test_repeated_parameters_get_an_answer(client, back_pain):
    response = client.get("/search/?q=a&q=back&page=1&page=x&kind=a&kind=&exact=&exact")
    assert b"Back pain" in response.content


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


def test_a_search_costs_few_queries(client, back_pain, django_assert_max_num_queries):
    find(client, "back")
    with django_assert_max_num_queries(14):
        find(client, "lumbago")
