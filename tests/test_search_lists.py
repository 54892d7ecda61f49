"""Editors help search along: synonyms and promoted results."""

import pytest
from django.contrib.auth.models import Group
from django.urls import reverse

from home.models import PromotedResult, SynonymGroup
from tests import factories
from tests.searching import find, search

pytestmark = pytest.mark.django_db


@pytest.fixture
def pages():
    """A treatment and a form."""
    factories.TreatmentPageFactory(title="Paracetamol", summary="An analgesic tablet.")
    factories.TreatmentPageFactory(title="Cold packs", summary="They bring relief.")
    return factories.FormPageFactory(title="Contact us")


@pytest.mark.parametrize(
    "query", ["painkiller", "painkillers", "pain relief", "pankiler", "pain killer"]
)
def test_a_synonym_finds_pages_with_the_other_words(client, pages, query):
    SynonymGroup.objects.create(words="painkiller, Analgesic, pain relief")
    assert find(client, query) == ["Paracetamol"]


def test_synonyms_work_both_ways_and_at_once(client, pages):
    group = SynonymGroup.objects.create(words="paracetamol, acetaminophen")
    assert find(client, "acetaminophen") == ["Paracetamol"]
    factories.TreatmentPageFactory(title="Acetaminophen abroad")
    assert set(find(client, "paracetamol")) == {"Paracetamol", "Acetaminophen abroad"}
    group.delete()
    assert find(client, "paracetamol") == ["Paracetamol"]


@pytest.mark.parametrize("words", ["", ",", " , ,", "🙂", "one", "a, a, a", "x" * 500])
def test_any_list_of_synonyms_is_harmless(client, pages, words):
    SynonymGroup.objects.create(words=words)
    assert find(client, "paracetamol") == ["Paracetamol"]


@pytest.mark.parametrize("query", ["appointment", "how do I book an apointment"])
def test_a_promoted_page_comes_first_and_says_so(client, pages, query):
    factories.StandardPageFactory(title="Appointment letters")
    PromotedResult.objects.create(
        phrases="appointment, see doctor", page=pages, description="Ask for an hour."
    )
    result = search(client, query).select_one(".search-result")
    assert result.a.get_text() == "Contact us"
    assert "suggested by the clinic" in result.get_text()
    assert "Ask for an hour." in result.get_text()


def test_a_promoted_page_needs_all_words_and_must_be_public(client, pages):
    PromotedResult.objects.create(phrases="see doctor", page=pages)
    assert find(client, "doctor") == []
    assert find(client, "doctors to see") == ["Contact us"]
    pages.unpublish()
    assert find(client, "see doctor") == []


@pytest.mark.parametrize("role", ["Editors", "Site managers"])
@pytest.mark.parametrize("model", ["synonymgroup", "promotedresult"])
def test_editors_and_site_managers_keep_the_lists(client, role, model, pages):
    user = factories.UserFactory(groups=[Group.objects.get(name=role)])
    client.force_login(user)
    values = {"words": "a, b", "phrases": "a, b", "page": pages.pk}
    client.post(reverse(f"wagtailsnippets_home_{model}:add"), values)
    stored = SynonymGroup if model == "synonymgroup" else PromotedResult
    address = reverse(
        f"wagtailsnippets_home_{model}:delete", args=[stored.objects.get().pk]
    )
    assert client.post(address).status_code == 302
    assert not stored.objects.exists()


def test_others_may_not_keep_the_lists(client):
    user = factories.UserFactory(groups=[Group.objects.get(name="Feedback staff")])
    client.force_login(user)
    client.post(reverse("wagtailsnippets_home_synonymgroup:add"), {"words": "a, b"})
    assert not SynonymGroup.objects.exists()
